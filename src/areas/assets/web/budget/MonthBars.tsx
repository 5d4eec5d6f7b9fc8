import { useNavigate } from '@tanstack/react-router'
import { BarChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { useCallback } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Chart, type ChartColours } from '../../../../web/widgets/Chart.tsx'
import { type BudgetPicture, monthAddress } from '../../budget/figures.rules.ts'
import { moneyText } from '../../purchase/money.rules.ts'
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
    ({ line, quiet, rule, text, paper }: ChartColours) => ({
      animation: false,
      grid: { left: 64, right: 8, top: 12, bottom: 24 },
      tooltip: {
        trigger: 'axis',
        transitionDuration: 0,
        backgroundColor: paper,
        borderColor: rule,
        textStyle: { color: text, fontSize: 12 },
        valueFormatter: (value: number) => `¥ ${moneyText(value)}`,
      },
      xAxis: {
        type: 'category',
        data: months.map(({ month }) => month.slice(5)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: rule } },
        axisLabel: { color: quiet, fontSize: 11 },
      },
      yAxis: {
        type: 'value',
        splitNumber: 3,
        axisLabel: { color: quiet, fontSize: 11 },
        splitLine: { lineStyle: { color: rule } },
      },
      series: [
        {
          name: say(words.spent),
          type: 'bar',
          barMaxWidth: 28,
          itemStyle: { color: line },
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
