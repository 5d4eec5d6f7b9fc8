import { Alert, Button, type FormInstance } from 'antd'
import { useState } from 'react'
import { faultsFor, Problem } from '../client/problem.ts'
import { useProblemText } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { words } from '../words.ts'

/** Puts all the faults of a refused form at their fields at once; what belongs to none stands above it. */
export function useFaults(form: FormInstance, names: readonly string[]) {
  const text = useProblemText()
  const [state, setState] = useState<{ problem: Problem | undefined; rest: readonly string[] }>({
    problem: undefined,
    rest: [],
  })
  const put = (fields: Readonly<Record<string, readonly string[]>>) =>
    form.setFields(names.map((name) => ({ name, errors: [...(fields[name] ?? [])] })))
  return {
    ...state,
    clear() {
      put({})
      setState({ problem: undefined, rest: [] })
    },
    /** Takes a problem in; anything else is a bug and goes on. */
    take(problem: unknown) {
      if (!(problem instanceof Problem)) throw problem
      const { fields, rest } = faultsFor(problem, names)
      put(fields)
      setState({ problem, rest: problem.errors.length > 0 ? rest : [text(problem)] })
      const first = names.find((name) => fields[name])
      if (first) form.scrollToField(first, { block: 'center' })
    },
  }
}

interface FormFaultProps {
  readonly problem: Problem | undefined
  readonly rest: readonly string[]
  readonly onReload: () => void
}

/** What stands above a refused form: the refusal as a whole, and the way out where somebody else was first. */
export function FormFault({ problem, rest, onReload }: FormFaultProps) {
  const say = useSay()
  if (!problem) return null
  if (problem.code === 'stale') {
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        className="ts-gap"
        title={say(words.stale)}
        description={say(words.staleHint)}
        action={
          <Button size="small" onClick={onReload}>
            {say(words.reload)}
          </Button>
        }
      />
    )
  }
  // A single fault of no field is the refusal itself.
  const more = rest.filter((line) => line !== problem.detail)
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="ts-gap"
      title={problem.errors.length > 0 ? problem.detail : rest[0]}
      {...(problem.errors.length > 0 && more.length > 0 ? { description: more.join('\n') } : {})}
    />
  )
}
