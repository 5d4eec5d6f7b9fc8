import { useNavigate } from '@tanstack/react-router'
import { BarChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { useCallback } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Chart, type ChartColours } from '../../../../web/widgets/Chart.tsx'
import { amounts, frame, names } from '../../../../web/widgets/chart-frame.ts'
import { type BudgetPicture, monthAddress } from '../../budget/figures.rules.ts'
import { moneyText } from '../../money.rules.ts'
import { budgetPageWords as words } from './words.ts'

use([BarChart, GridComponent, TooltipComponent])

interface MonthBarsProps {
  readonly months: BudgetPicture['months']
  readonly department: string | undefined
}

/** What came in month by month; a bar leads to its receipts. */
export function MonthBars({ months, department }: MonthBarsProps) {
  const say = useSay()
  const navigate = useNavigate()
  const option = useCallback(
    (colours: ChartColours) => ({
      ...frame(colours),
      grid: { left: 64, right: 8, top: 12, bottom: 24 },
      legend: undefined,
      tooltip: { ...frame(colours).tooltip, valueFormatter: (value: number) => `¥ ${moneyText(value)}` },
      xAxis: { ...names(colours), data: months.map(({ month }) => month.slice(5)) },
      yAxis: amounts(colours),
      series: [
        {
          name: say(words.spent),
          type: 'bar',
          barMaxWidth: 28,
          itemStyle: { color: colours.line },
          cursor: 'pointer',
          data: months.map(({ spent }) => spent),
        },
      ],
    }),
    [months, say],
  )
  const pick = (_series: number, n: number) => {
    const { to, search } = monthAddress(months[n]?.month ?? '', department)
    void navigate({ to, search: search as never })
  }
  return <Chart option={option} label={say(words.byMonth)} height={200} onPick={pick} />
}
