import { Card } from 'antd'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { Line } from '../../drill/measure.rules.ts'
import { lineWords, reportWords as words } from '../../drill/report.words.ts'

/** Each time against its objective: a bar up to a mark, as far as it has come by now. */
export function Times({ lines, isOver }: { lines: readonly Line[]; isOver: boolean }) {
  const say = useSay()
  const longest = Math.max(...lines.map(({ objective, took }) => Math.max(objective, took ?? 0)), 0.1)
  const share = (minutes: number) => `${Math.min(100, (minutes / longest) * 100)}%`
  return (
    <Card size="small" title={say(words.times)}>
      <ul className="ts-plain drl-times">
        {lines.map(({ name, objective, took, met }) => {
          const tone = met ? 'kept' : took === null && !isOver ? 'unknown' : 'broken'
          return (
            <li key={name}>
              <span>{say(lineWords[name])}</span>
              <span className="drl-bar" aria-hidden>
                <i className={`is-${tone}`} style={{ width: share(took ?? 0) }} />
                <em style={{ left: share(objective) }} />
              </span>
              <b className="ts-figures">
                {took ?? '—'} <span className="ts-quiet">/ {objective}</span>
              </b>
              <StateTag
                tone={tone}
                word={say(met ? words.met : took === null ? (isOver ? words.never : words.pending) : words.missed)}
              />
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
