import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Empty, Skeleton } from 'antd'
import { showInstant } from '../../../../web/format/time.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { lazily } from '../../../../web/shell/lazily.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { percent } from './chart-option.ts'
import { lastOf, verdictTone } from './ProbeLines.tsx'
import {
  goodShare,
  readsValue,
  type Series,
  type SeriesLine,
  type SeriesPoint,
  type Span,
  saidOf,
  useSeries,
  useWeekBefore,
  verdictOf,
} from './series.ts'
import { outcomeWords, probeScreenWords as words } from './words.ts'
import './probe.css'

// The chart library is the heaviest thing in the app: only who looks at a chart loads it.
const ProbeChart = lazily(() => import('./ProbeChart.tsx').then((m) => m.ProbeChart))

interface ProbeChartsProps {
  readonly of: 'probes' | 'components'
  readonly id: string
  readonly span?: Span
  /** The week before beside it. */
  readonly compared?: boolean
  readonly height?: number
}

/** The readings of a probe, or of each probe of a component, one chart under the other on the same axis of time. */
export function ProbeCharts({ of, id, span = 'day', compared = false, height }: ProbeChartsProps) {
  const { data, error, refetch } = useSeries(of, id, span)
  const before = useWeekBefore(of, id, data, compared)
  const pointsBefore = (probe: string) =>
    compared ? before.data?.lines.find((line) => line.probe === probe)?.points : undefined
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active paragraph={{ rows: 3 }} title={false} />
  if (data.lines.length === 0) return <NoProbes component={id} />
  return (
    <div className="ops-charts">
      {data.lines.map((line) => (
        <section key={line.probe}>
          <ChartHead line={line} linked={of === 'components'} />
          <Drawn data={data} line={line} before={pointsBefore(line.probe)} height={height} />
        </section>
      ))}
    </div>
  )
}

interface DrawnProps {
  readonly data: Series
  readonly line: SeriesLine
  readonly before: readonly SeriesPoint[] | undefined
  readonly height: number | undefined
}

function Drawn({ data, line, before, height }: DrawnProps) {
  const say = useSay()
  if (line.points.length === 0) return <p className="ops-chart-empty ts-quiet">{say(words.noReadings)}</p>
  return <ProbeChart span={data} line={line} {...(before && { before })} {...(height ? { height } : {})} />
}

function ChartHead({ line, linked }: { line: SeriesLine; linked: boolean }) {
  const say = useSay()
  const last = lastOf(line)
  const verdict = last ? verdictOf(last) : 'gap'
  const share = goodShare(line.points)
  return (
    <header className="ops-chart-head">
      <StateTag tone={verdictTone[verdict]} word={say(words[saidOf(verdict, line)])} />
      {linked ? (
        <Link to={`/probes/${line.number}`} className="ts-ref">
          {line.name}
        </Link>
      ) : (
        <span>{say(readsValue(line) ? words.value : words.responseTime)}</span>
      )}
      {line.last && (
        <span className="ts-quiet ts-figures">
          {showInstant(line.last.at)} {say(outcomeWords[line.last.outcome])} {line.last.note}
        </span>
      )}
      {share !== undefined && (
        <span className="ts-quiet ts-figures">
          {say(words.availability)} {percent(share)}
        </span>
      )}
    </header>
  )
}

function NoProbes({ component }: { component: string }) {
  const say = useSay()
  const navigate = useNavigate()
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.noProbes)}>
      <Button onClick={() => navigate({ to: '/probes/new', search: { component } as never })}>
        {say(words.addProbe)}
      </Button>
    </Empty>
  )
}
