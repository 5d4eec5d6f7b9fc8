import type { EChartsCoreOption } from 'echarts/core'
import type { Words } from '../../../../record/words.ts'
import { showInstant, showTime } from '../../../../web/format/time.ts'
import { showNumber } from '../../../../web/format/value.ts'
import type { ChartColours } from '../../../../web/widgets/Chart.tsx'
import {
  bandsOf,
  readsValue,
  type Series,
  type SeriesLine,
  type SeriesPoint,
  saidOf,
  type Verdict,
  verdictOf,
} from './series.ts'
import { unitWords, probeScreenWords as words } from './words.ts'

type Say = (pair: Words) => string

/** What ECharts draws of a probe: the line, the slowest check behind it, and bands of what was not well. */
export function chartOption(
  line: SeriesLine,
  span: Pick<Series, 'from' | 'to' | 'bucketSeconds'>,
  say: Say,
  colours: ChartColours,
  before: readonly SeriesPoint[] = [],
): EChartsCoreOption {
  const asValue = readsValue(line)
  const unit = asValue ? say(unitWords(line.unit)) : null
  const at = ({ at }: SeriesPoint) => Date.parse(at)
  const drawn = withBreaks(line.points, span)
  const [from, to] = [Date.parse(span.from), Date.parse(span.to)]
  const long = to - from > 90_000_000
  return {
    animation: false,
    grid: { left: 46, right: 8, top: 8, bottom: 20 },
    xAxis: {
      type: 'time',
      min: from,
      max: to,
      axisLine: { lineStyle: { color: colours.rule } },
      axisTick: { show: false },
      splitLine: { show: false },
      splitNumber: 8,
      axisLabel: {
        color: colours.quiet,
        fontSize: 11,
        hideOverlap: true,
        formatter: (ms: number) => {
          const text = new Date(ms).toISOString()
          return long ? showInstant(text).slice(5, 10) : showTime(text)
        },
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 2,
      axisLabel: { color: colours.quiet, fontSize: 11, formatter: (value: number) => axisText(value, unit) },
      splitLine: { lineStyle: { color: colours.rule } },
    },
    tooltip: {
      trigger: 'axis',
      transitionDuration: 0,
      backgroundColor: colours.paper,
      borderColor: colours.rule,
      textStyle: { color: colours.text, fontSize: 12 },
      formatter: (shown: unknown) => {
        const [{ dataIndex = -1 } = {}] = shown as { dataIndex?: number }[]
        const point = drawn[dataIndex]
        return point && point.checks > 0 ? hover(point, line, unit, say) : ''
      },
    },
    series: [
      {
        type: 'line',
        showSymbol: drawn.length < 3,
        lineStyle: { width: 1.4, color: colours.line },
        itemStyle: { color: colours.line },
        data: drawn.map((point) => [at(point), point.checks === 0 ? null : asValue ? point.value : round(point.avg)]),
        markArea: {
          silent: true,
          data: bandsOf(line.points, span).map((band) => [
            {
              xAxis: band.from,
              itemStyle: { color: bandColour(band.verdict, colours), opacity: bandOpacity[band.verdict] },
            },
            { xAxis: band.to },
          ]),
        },
      },
      {
        type: 'line',
        name: 'p95',
        showSymbol: false,
        silent: true,
        lineStyle: { width: 1, type: 'dotted', color: colours.slow },
        data: drawn.map((point) => [
          at(point),
          point.checks === 0 || (asValue && point.value === null) ? null : round(point.p95),
        ]),
      },
      ...(before.length === 0
        ? []
        : [
            {
              type: 'line',
              name: 'before',
              showSymbol: false,
              silent: true,
              lineStyle: { width: 1.2, type: 'dashed', color: colours.grey },
              data: before.map((point) => [at(point), asValue ? point.value : round(point.avg)]),
            },
          ]),
      ...(asValue
        ? []
        : [
            {
              type: 'line',
              showSymbol: false,
              silent: true,
              lineStyle: { width: 0 },
              areaStyle: { color: colours.line, opacity: 0.12 },
              data: drawn.map((point) => [at(point), point.checks === 0 ? null : round(point.max)]),
            },
          ]),
    ],
  }
}

/** An empty point where nothing was read, so that the line breaks instead of bridging what nobody knows. */
function withBreaks(
  points: readonly SeriesPoint[],
  span: Pick<Series, 'from' | 'to' | 'bucketSeconds'>,
): SeriesPoint[] {
  const gaps = bandsOf(points, span).filter(({ verdict }) => verdict === 'gap')
  const breaks = gaps.map(({ from }) => ({
    at: new Date(from).toISOString(),
    checks: 0,
    up: 0,
    slow: 0,
    min: 0,
    avg: 0,
    max: 0,
    p95: 0,
    value: null,
  }))
  return [...points, ...breaks].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

const bandOpacity: Readonly<Record<Exclude<Verdict, 'up'>, number>> = { down: 0.3, partly: 0.16, slow: 0.2, gap: 0.18 }

const bandColour = (verdict: Exclude<Verdict, 'up'>, { down, slow, grey }: ChartColours): string =>
  ({ down, partly: down, slow, gap: grey })[verdict]

/** Words are ours and figures are numbers: nothing of this can carry markup in. */
function hover(point: SeriesPoint, line: SeriesLine, unit: string | null, say: Say): string {
  const figures =
    unit !== null
      ? [`${say(words.value)} ${point.value === null ? '—' : `${showNumber(point.value)} ${unit}`}`]
      : [`${say(words.average)} ${round(point.avg)} ms`, `${say(words.slowest)} ${round(point.max)} ms`]
  return [
    `<b>${showInstant(point.at)}</b> ${say(words[saidOf(verdictOf(point), line)])}`,
    [...figures, `95 % ≤ ${unit !== null ? `${showNumber(round(point.p95))} ${unit}` : `${round(point.p95)} ms`}`].join(
      ' · ',
    ),
    `${point.checks} ${say(words.checks)} · ${say(words.good)} ${percent(point.up)}`,
  ].join('<br>')
}

/** `99.97 %`; never rounded up to a hundred. */
export const percent = (share: number): string => `${Math.floor(share * 10_000) / 100} %`

const round = (ms: number): number => Math.round(ms * 10) / 10

const axisText = (value: number, unit: string | null): string =>
  unit !== null
    ? `${Intl.NumberFormat('en-US', { notation: 'compact' }).format(value)} ${unit}`
    : value >= 1_000
      ? `${value / 1_000} s`
      : `${value} ms`
