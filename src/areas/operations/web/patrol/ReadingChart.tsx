import { LineChart } from 'echarts/charts'
import { GridComponent, MarkAreaComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { useCallback } from 'react'
import { monthAway } from '../../../../record/time.ts'
import { instantOf, showInstant } from '../../../../web/format/time.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Chart, type ChartColours } from '../../../../web/widgets/Chart.tsx'
import { amounts, frame } from '../../../../web/widgets/chart-frame.ts'
import { isOut, rangeOf } from '../../checkpoint/reading.rules.ts'
import type { Reading } from '../../checkpoint/reading.settings.ts'
import type { Month } from './AboutCheckpoint.tsx'

use([LineChart, GridComponent, MarkAreaComponent, TooltipComponent])

interface ReadingChartProps {
  readonly reading: Extract<Reading, { is: 'number' }>
  readonly visits: Month['visits']
  readonly month: string
}

/** A month of one number: where it is well as a band, what was out of it as a point of its own colour. */
export function ReadingChart({ reading, visits, month }: ReadingChartProps) {
  const say = useSay()
  const label = `${say([reading.name, reading.nameEn ?? reading.name])} ${rangeOf(reading)}`
  const option = useCallback(
    (colours: ChartColours) => {
      const { legend: _unused, ...base } = frame(colours)
      return {
        ...base,
        grid: { left: 46, right: 12, top: 8, bottom: 20 },
        xAxis: {
          type: 'time',
          min: Date.parse(instantOf(`${month}-01T00:00`)),
          max: Date.parse(instantOf(`${monthAway(month, 1)}-01T00:00`)),
          axisLabel: {
            color: colours.quiet,
            fontSize: 11,
            hideOverlap: true,
            formatter: (ms: number) => showInstant(new Date(ms).toISOString()).slice(5, 10),
          },
          axisLine: { lineStyle: { color: colours.rule } },
          splitLine: { show: false },
        },
        yAxis: { ...amounts(colours), scale: true },
        series: [
          {
            type: 'line',
            symbolSize: 7,
            lineStyle: { width: 1.4, color: colours.line },
            data: visits.flatMap(({ at, values }) => {
              const value = values[reading.name]
              if (typeof value !== 'number') return []
              const bad = isOut(reading, value)
              return [
                {
                  value: [Date.parse(at), value],
                  symbol: bad ? 'diamond' : 'circle',
                  itemStyle: { color: bad ? colours.slow : colours.line },
                },
              ]
            }),
            markArea: {
              silent: true,
              itemStyle: { color: colours.kept, opacity: 0.12 },
              data:
                reading.low === undefined && reading.high === undefined
                  ? []
                  : [[{ yAxis: reading.low ?? 'min' }, { yAxis: reading.high ?? 'max' }]],
            },
          },
        ],
      }
    },
    [reading, visits, month],
  )
  return (
    <div className="pt-chart">
      <h3 className="ops-heading">{label}</h3>
      <Chart option={option} label={label} height={140} />
    </div>
  )
}
