import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { Tone } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { type SeriesLine, useSeries, type Verdict, verdictOf } from './series.ts'
import { probeScreenWords as words } from './words.ts'

export const verdictTone: Readonly<Record<Verdict, Tone>> = {
  up: 'kept',
  slow: 'late',
  partly: 'late',
  down: 'broken',
  gap: 'unknown',
}

/** The last reading of a line: what it said, in milliseconds or as a value. */
export const lastOf = ({ points }: SeriesLine) => points.at(-1)

/** A component's probes in a line each, with what they said last. */
export function ProbeLines({ component }: { component: string }) {
  const say = useSay()
  const { data, error, refetch } = useSeries('components', component, 'hour')
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active paragraph={{ rows: 2 }} title={false} />
  if (data.lines.length === 0) return <p className="ts-quiet">{say(words.noProbes)}</p>
  return (
    <ul className="ts-plain ops-reached">
      {data.lines.map((line) => {
        const last = lastOf(line)
        const verdict = last ? verdictOf(last) : 'gap'
        return (
          <li key={line.probe}>
            <StateTag tone={verdictTone[verdict]} word={say(words[verdict])} />
            <Link to={`/probes/${line.number}`} className="ts-ref">
              {line.name}
            </Link>
            {last && <span className="ts-quiet ts-figures">{Math.round(last.avg * 10) / 10} ms</span>}
          </li>
        )
      })}
    </ul>
  )
}
