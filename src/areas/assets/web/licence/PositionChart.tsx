import { LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { useCallback } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Chart, type ChartColours } from '../../../../web/widgets/Chart.tsx'
import type { Point } from '../../licence/position.rules.ts'
import { licenceScreenWords as words } from './words.ts'

use([LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent])

/** What one may use and what is used, as steps in time; red where it is more. */
export function PositionChart({ points, today }: { points: readonly Point[]; today: string }) {
  const say = useSay()
  const option = useCallback(
    (colours: ChartColours) => {
      const steps = (name: string, color: string, value: (point: Point) => number) => ({
        name,
        type: 'line',
        step: 'end',
        showSymbol: false,
        lineStyle: { width: 1.8, color },
        itemStyle: { color },
        data: points.map((point) => [point.date, value(point)]),
      })
      const used = steps(say(words.used), colours.line, (point) => point.used)
      return {
        animation: false,
        grid: { left: 40, right: 12, top: 30, bottom: 22 },
        legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 8, textStyle: { color: colours.text, fontSize: 12 } },
        tooltip: {
          trigger: 'axis',
          transitionDuration: 0,
          backgroundColor: colours.paper,
          borderColor: colours.rule,
          textStyle: { color: colours.text, fontSize: 12 },
        },
        xAxis: {
          type: 'time',
          axisTick: { show: false },
          axisLine: { lineStyle: { color: colours.rule } },
          axisLabel: { color: colours.quiet, fontSize: 11, hideOverlap: true, formatter: '{yyyy}-{MM}' },
        },
        yAxis: {
          type: 'value',
          min: 0,
          minInterval: 1,
          splitNumber: 3,
          axisLabel: { color: colours.quiet, fontSize: 11 },
          splitLine: { lineStyle: { color: colours.rule } },
        },
        series: [
          steps(say(words.entitled), colours.kept, (point) => point.entitled),
          {
            ...used,
            markLine: {
              symbol: 'none',
              silent: true,
              label: { formatter: say(words.today), color: colours.quiet, fontSize: 11 },
              lineStyle: { color: colours.grey, type: 'dashed' },
              data: [{ xAxis: today }],
            },
          },
        ],
      }
    },
    [points, today, say],
  )
  return <Chart option={option} label={say(words.course)} height={170} />
}
