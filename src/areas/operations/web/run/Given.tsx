import { useSay } from '../../../../web/shell/lang.tsx'
import type { Shown } from '../../runbook/parameter.rules.ts'

/** What was given when a run began. */
export function Given({ parameters }: { parameters: readonly Shown[] }) {
  const say = useSay()
  if (parameters.length === 0) return null
  return (
    <dl className="ts-facts ops-given">
      {parameters.map(({ key, name, value }) => (
        <div key={key}>
          <dt>{say(name)}</dt>
          <dd className="ts-prose">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
