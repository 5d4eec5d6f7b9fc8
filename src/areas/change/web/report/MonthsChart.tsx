import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { useCallback } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Chart, type ChartColours } from '../../../../web/widgets/Chart.tsx'
import { counts, frame, names } from '../../../../web/widgets/chart-frame.ts'
import type { Month } from './report.ts'
import { reportWords as words } from './words.ts'

use([BarChart, GridComponent, LegendComponent, TooltipComponent])

/** How the changes of each month ended, and beside it how many were emergencies. */
export function MonthsChart({ months }: { months: readonly Month[] }) {
  const say = useSay()
  const option = useCallback(
    (colours: ChartColours) => ({
      ...frame(colours),
      grid: { left: 34, right: 12, top: 30, bottom: 22 },
      xAxis: { ...names(colours, { hideOverlap: true }), data: months.map(({ month }) => month) },
      yAxis: { ...counts(colours), min: 0 },
      series: [
        bar(
          say(words.done),
          colours.kept,
          'ended',
          months.map(({ done }) => done),
        ),
        bar(
          say(words.rolledBack),
          colours.down,
          'ended',
          months.map(({ rolledBack }) => rolledBack),
        ),
        bar(
          say(words.emergency),
          colours.slow,
          'emergency',
          months.map(({ emergency }) => emergency),
        ),
      ],
    }),
    [months, say],
  )
  return <Chart option={option} label={say(words.byMonth)} height={220} />
}

const bar = (name: string, color: string, stack: string, data: readonly number[]) => ({
  name,
  data,
  stack,
  type: 'bar',
  barMaxWidth: 22,
  itemStyle: { color },
})
