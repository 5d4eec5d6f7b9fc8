import { LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { useCallback } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Chart, type ChartColours } from '../../../../web/widgets/Chart.tsx'
import { counts, frame, names } from '../../../../web/widgets/chart-frame.ts'
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
        ...frame(colours),
        grid: { left: 40, right: 12, top: 30, bottom: 22 },
        xAxis: { ...names(colours, { hideOverlap: true, formatter: '{yyyy}-{MM}' }), type: 'time' },
        yAxis: { ...counts(colours), min: 0 },
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
