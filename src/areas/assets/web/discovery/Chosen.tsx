import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { BulkResult } from '../../../../web/record/bulk/bulk.ts'
import { WorkProgress } from '../../../../web/record/WorkProgress.tsx'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import type { Machine } from '../../discovery/waiting.rules.ts'
import { Dismiss } from './Dismiss.tsx'
import { readyIn, useDecideMany } from './waiting.ts'
import { acceptChosen, acceptedWords, dismissChosen, discoveryWords as words } from './words.ts'

interface ChosenProps {
  readonly machines: readonly Machine[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (ids: readonly string[], on: boolean) => void
}

/** All that can be accepted as it stands, chosen at once; and what is done with what is chosen. */
export function Chosen({ machines, chosen, onChoose }: ChosenProps) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const many = useDecideMany()
  const [dismisses, setDismisses] = useState(false)
  const ready = readyIn(machines)
  const isAll = ready.length > 0 && ready.every((id) => chosen.has(id))
  const decide = (verb: 'accept' | 'dismiss', values: object) => many.mutate({ ids: [...chosen], verb, values })
  if (ready.length === 0 && !many.data) return null
  return (
    <section className="ast-chosen" aria-label={say(words.selected)}>
      <Checkbox
        checked={isAll}
        indeterminate={!isAll && chosen.size > 0}
        onChange={({ target }) => onChoose(ready, target.checked)}
      >
        {say(words.selected)}
      </Checkbox>
      <Button
        type="primary"
        size="small"
        disabled={chosen.size === 0}
        loading={many.isPending}
        onClick={() => decide('accept', {})}
      >
        {say(acceptChosen(chosen.size))}
      </Button>
      <Button size="small" disabled={chosen.size === 0} onClick={() => setDismisses(true)}>
        {say(dismissChosen(chosen.size))}
      </Button>
      {many.isError && <Alert type="error" showIcon title={text(many.error)} />}
      {many.data && (
        <WorkProgress<BulkResult>
          key={many.data.work}
          id={many.data.work}
          outcome={(result) =>
            result.refused > 0 ? <Refused result={result} /> : <span>{say(acceptedWords(result.changed, 0))}</span>
          }
          onOver={() => {
            onChoose([...chosen], false)
            void queries.invalidateQueries({ queryKey: ['discovery-waiting'] })
            void message.success(say(words.done))
          }}
        />
      )}
      <Dismiss
        open={dismisses}
        pending={many.isPending}
        onClose={() => setDismisses(false)}
        onDismiss={(reason) => {
          setDismisses(false)
          decide('dismiss', { reason })
        }}
      />
    </section>
  )
}

function Refused({ result }: { result: BulkResult }) {
  const say = useSay()
  const lang = useLang()
  return (
    <Alert
      type="warning"
      showIcon
      title={say(acceptedWords(result.changed, result.refused))}
      description={result.reasons.map(({ code, text }) => <div key={code}>{text[lang === 'zh' ? 0 : 1]}</div>)}
    />
  )
}
