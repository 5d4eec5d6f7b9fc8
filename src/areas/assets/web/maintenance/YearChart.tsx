import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { useCallback } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Chart, type ChartColours } from '../../../../web/widgets/Chart.tsx'
import type { UpkeepMonth } from './UpkeepPage.tsx'
import { upkeepWords as words } from './words.ts'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent])

/** What was done in each month, and how long repairs waited until somebody came. */
export function YearChart({ months }: { months: readonly UpkeepMonth[] }) {
  const say = useSay()
  const option = useCallback(
    (colours: ChartColours) => ({
      animation: false,
      grid: { left: 34, right: 40, top: 30, bottom: 22 },
      legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 8, textStyle: { color: colours.text, fontSize: 12 } },
      tooltip: {
        trigger: 'axis',
        transitionDuration: 0,
        backgroundColor: colours.paper,
        borderColor: colours.rule,
        textStyle: { color: colours.text, fontSize: 12 },
      },
      xAxis: {
        type: 'category',
        data: months.map(({ month }) => month),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours.rule } },
        axisLabel: { color: colours.quiet, fontSize: 11, hideOverlap: true },
      },
      yAxis: [axis(colours, true), axis(colours, false)],
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

const axis = ({ quiet, rule }: ChartColours, lines: boolean) => ({
  type: 'value',
  min: 0,
  minInterval: 1,
  splitNumber: 3,
  axisLabel: { color: quiet, fontSize: 11 },
  splitLine: { show: lines, lineStyle: { color: rule } },
})

const bar = (name: string, color: string, data: readonly number[]) => ({
  name,
  data,
  type: 'bar',
  stack: 'all',
  barMaxWidth: 22,
  itemStyle: { color },
})
