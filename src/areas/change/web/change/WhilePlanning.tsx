import { useCall } from '../../../../web/client/hooks.ts'
import type { FormProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { riskWords } from '../../change/change.words.ts'
import type { Risk } from '../../change/risk.rules.ts'
import { InTheWay, Touched } from './AroundIt.tsx'
import type { Around } from './standing.ts'
import { changeTones } from './tones.ts'
import { changeScreenWords as words } from './words.ts'
import './change.css'

interface Outlook extends Around {
  readonly risk: Risk | null
}

/** While a change is written down: the risk that follows, what it would touch, and what is in its way at that time. */
export function WhilePlanning({ row, values }: FormProps) {
  const say = useSay()
  const components = (values['components'] as string[] | undefined) ?? []
  const [from, to] = [asInstant(values['plannedStart']), asInstant(values['plannedEnd'])]
  const answers = (values['answers'] as Record<string, string> | null | undefined) ?? {}
  const query = {
    components: components.join(','),
    ...(row && { id: row.id }),
    ...(from && { from }),
    ...(to && { to }),
    ...Object.fromEntries(Object.entries(answers).filter(([, said]) => typeof said === 'string' && said !== '')),
  }
  const outlook = useCall<Outlook>('/change-outlook', query, ['change', 'component', 'freeze-window']).data
  if (!outlook || components.length === 0) return null
  return (
    <div className="chg-outlook" aria-live="polite">
      {outlook.risk && (
        <p className="chg-line">
          <span className="ts-quiet">{say(words.willBe)}</span>
          <StateTag tone={changeTones.change.risk[outlook.risk]} word={say(riskWords[outlook.risk])} />
        </p>
      )}
      <Touched around={outlook} />
      {from && to && <InTheWay around={outlook} />}
    </div>
  )
}

const asInstant = (value: unknown): string | undefined =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : undefined
