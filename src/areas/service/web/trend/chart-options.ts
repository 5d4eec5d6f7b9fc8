import type { EChartsCoreOption } from 'echarts/core'
import type { Words } from '../../../../record/words.ts'
import type { ChartColours } from '../../../../web/widgets/Chart.tsx'
import { counts, frame, names } from '../../../../web/widgets/chart-frame.ts'
import type { TrendBar, Trends } from '../../trend/shape.rules.ts'
import { trendWords as words } from './words.ts'

type Say = (pair: Words) => string

/** What came in and went out beside each other, and what was left as a line above. */
export const flowOption = ({ bars }: Trends, say: Say, colours: ChartColours): EChartsCoreOption => ({
  ...frame(colours),
  xAxis: periods(bars, colours),
  yAxis: { ...counts(colours), min: 0 },
  series: [
    column(
      say(words.in),
      colours.line,
      bars.map((bar) => bar.in),
    ),
    column(
      say(words.out),
      colours.kept,
      bars.map((bar) => bar.out),
    ),
    line(
      say(words.backlog),
      colours.slow,
      bars.map((bar) => bar.backlog),
    ),
  ],
})

/** Which share of what was judged was in time; no point where nothing was. */
export const promiseOption = ({ bars }: Trends, say: Say, colours: ChartColours): EChartsCoreOption => ({
  ...frame(colours),
  xAxis: periods(bars, colours),
  yAxis: {
    ...counts(colours),
    min: 0,
    max: 100,
    interval: 25,
    axisLabel: { color: colours.quiet, fontSize: 11, formatter: '{value} %' },
  },
  series: [
    line(
      say(words.response),
      colours.line,
      bars.map((bar) => share(bar.responseKept, bar.responseJudged)),
    ),
    line(
      say(words.resolution),
      colours.kept,
      bars.map((bar) => share(bar.resolutionKept, bar.resolutionJudged)),
    ),
  ],
})

/** What grade people gave on average, from 1 to 5; no point where nobody did. */
export const gradeOption = ({ bars }: Trends, say: Say, colours: ChartColours): EChartsCoreOption => ({
  ...frame(colours),
  grid: { left: 34, right: 8, top: 12, bottom: 22 },
  legend: undefined,
  xAxis: periods(bars, colours),
  yAxis: { ...counts(colours), min: 1, max: 5, interval: 1 },
  series: [
    line(
      say(words.grade),
      colours.slow,
      bars.map(({ grade }) => (grade === null ? null : Math.round(grade * 10) / 10)),
    ),
  ],
})

/** How old what is open is. */
export const agesOption = ({ ages }: Trends, say: Say, colours: ChartColours): EChartsCoreOption => ({
  ...frame(colours),
  grid: { left: 34, right: 8, top: 12, bottom: 22 },
  legend: undefined,
  xAxis: categories(
    ages.map(({ name }) => say(words.ages[name])),
    colours,
  ),
  yAxis: { ...counts(colours), min: 0 },
  series: [
    column(
      say(words.open),
      colours.slow,
      ages.map(({ open }) => open),
    ),
  ],
})

const share = (kept: number, judged: number): number | null =>
  judged === 0 ? null : Math.floor((kept / judged) * 1_000) / 10

const periods = (bars: readonly TrendBar[], colours: ChartColours) =>
  categories(
    bars.map(({ name }) => name),
    colours,
  )

const categories = (data: readonly string[], colours: ChartColours) => ({
  ...names(colours, { hideOverlap: true, formatter: (name: string) => name.replace(/^\d{4}-/, '') }),
  data,
})

const column = (name: string, color: string, data: readonly number[]) => ({
  name,
  data,
  type: 'bar',
  barMaxWidth: 18,
  barGap: '10%',
  itemStyle: { color },
  cursor: 'pointer',
})

const line = (name: string, color: string, data: readonly (number | null)[]) => ({
  name,
  data,
  type: 'line',
  symbolSize: 6,
  lineStyle: { width: 1.6, color },
  itemStyle: { color },
  cursor: 'pointer',
})
