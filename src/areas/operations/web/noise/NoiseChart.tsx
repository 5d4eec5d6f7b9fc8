import { useNavigate } from '@tanstack/react-router'
import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, use } from 'echarts/core'
import { useCallback } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Chart, type ChartColours } from '../../../../web/widgets/Chart.tsx'
import { counts, frame, names } from '../../../../web/widgets/chart-frame.ts'
import type { Noise } from '../../alarm/noise.rules.ts'
import { noiseWords as words } from './words.ts'

use([BarChart, GridComponent, LegendComponent, TooltipComponent])

/** Week by week: all alarms, and beside them those that were over before anybody came. */
export function NoiseChart({ noise: { weeks } }: { noise: Noise }) {
  const say = useSay()
  const navigate = useNavigate()
  const option = useCallback(
    (colours: ChartColours): EChartsCoreOption => {
      const bar = (name: string, color: string, data: number[]) => ({
        ...{ type: 'bar', name, data, itemStyle: { color }, barMaxWidth: 18 },
      })
      return {
        ...frame(colours),
        xAxis: { ...names(colours), data: weeks.map(({ day }) => day.slice(5)) },
        yAxis: counts(colours),
        series: [
          bar(
            say(words.alarms),
            colours.line,
            weeks.map(({ alarms }) => alarms),
          ),
          bar(
            say(words.brief),
            colours.slow,
            weeks.map(({ brief }) => brief),
          ),
          bar(
            say(words.night),
            colours.grey,
            weeks.map(({ night }) => night),
          ),
        ],
      }
    },
    [weeks, say],
  )
  return (
    <Chart
      option={option}
      label={say(words.weeks)}
      height={200}
      onPick={(_series, index) => {
        const week = weeks[index]
        if (week)
          void navigate({
            to: '/alarms',
            search: { 'createdAt.from': week.from, 'createdAt.to': week.to } as never,
          })
      }}
    />
  )
}
