import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { useCallback } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Chart, type ChartColours } from '../../../../web/widgets/Chart.tsx'
import { counts, frame, names } from '../../../../web/widgets/chart-frame.ts'
import type { UpkeepMonth } from './UpkeepPage.tsx'
import { upkeepWords as words } from './words.ts'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent])

/** What was done in each month, and how long repairs waited until somebody came. */
export function YearChart({ months }: { months: readonly UpkeepMonth[] }) {
  const say = useSay()
  const option = useCallback(
    (colours: ChartColours) => ({
      ...frame(colours),
      grid: { left: 34, right: 40, top: 30, bottom: 22 },
      xAxis: { ...names(colours, { hideOverlap: true }), data: months.map(({ month }) => month) },
      yAxis: [
        { ...counts(colours), min: 0 },
        { ...counts(colours), min: 0, splitLine: { show: false } },
      ],
      series: [
        bar(
          say(words.done),
          colours.kept,
          months.map((one) => one.done - one.repairs),
        ),
        bar(
          say(words.repairs),
          colours.line,
          months.map((one) => one.repairs),
        ),
        bar(
          say(words.skipped),
          colours.grey,
          months.map((one) => one.skipped),
        ),
        {
          name: say(words.response),
          type: 'line',
          yAxisIndex: 1,
          symbolSize: 6,
          connectNulls: true,
          lineStyle: { width: 1.6, color: colours.slow },
          itemStyle: { color: colours.slow },
          data: months.map(({ responseMinutes }) =>
            responseMinutes === null ? null : Math.round(responseMinutes / 6) / 10,
          ),
        },
      ],
    }),
    [months, say],
  )
  return <Chart option={option} label={say(words.year)} height={200} />
}

const bar = (name: string, color: string, data: readonly number[]) => ({
  name,
  data,
  type: 'bar',
  stack: 'all',
  barMaxWidth: 22,
  itemStyle: { color },
})
