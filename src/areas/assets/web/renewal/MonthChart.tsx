import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { useCallback } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Chart, type ChartColours } from '../../../../web/widgets/Chart.tsx'
import { counts, frame, names } from '../../../../web/widgets/chart-frame.ts'
import { type Renewal, type RenewalKind, renewalKinds } from '../../renewal/shape.rules.ts'
import { monthNames } from './months.ts'
import { renewalWords as words } from './words.ts'

use([BarChart, GridComponent, LegendComponent, TooltipComponent])

/** How much runs out in each month, by kind; a bar leads to its month below. */
export function MonthChart({ items, from, to }: { items: readonly Renewal[]; from: string; to: string }) {
  const say = useSay()
  const option = useCallback(
    (colours: ChartColours) => {
      const months = monthNames(from, to)
      const count = (kind: RenewalKind, month: string) =>
        items.filter((one) => one.kind === kind && one.endsOn >= from && one.endsOn.startsWith(month)).length
      const tones = { contract: colours.line, licence: colours.kept, warranty: colours.slow, support: colours.grey }
      return {
        ...frame(colours),
        grid: { left: 34, right: 8, top: 30, bottom: 22 },
        xAxis: { ...names(colours, { hideOverlap: true }), data: months },
        yAxis: counts(colours),
        series: renewalKinds
          .filter((kind) => items.some((one) => one.kind === kind))
          .map((kind) => ({
            name: say(words[kind]),
            type: 'bar',
            stack: 'all',
            barMaxWidth: 26,
            itemStyle: { color: tones[kind] },
            cursor: 'pointer',
            data: months.map((month) => count(kind, month)),
          })),
      }
    },
    [items, from, to, say],
  )
  const go = (_series: number, index: number) =>
    document.getElementById(`month-${monthNames(from, to)[index]}`)?.scrollIntoView({ block: 'start' })
  return <Chart option={option} label={say(words.title)} height={180} onPick={go} />
}
