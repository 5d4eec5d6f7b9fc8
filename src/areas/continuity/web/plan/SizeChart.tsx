import { LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { useCallback } from 'react'
import { showInstant } from '../../../../web/format/time.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Chart, type ChartColours } from '../../../../web/widgets/Chart.tsx'
import { amounts, frame, names } from '../../../../web/widgets/chart-frame.ts'
import { type RunShown, toneOf } from './standing.ts'
import { planScreenWords as words } from './words.ts'

use([LineChart, GridComponent, MarkLineComponent, TooltipComponent])

const mega = (bytes: number): number => Math.round(bytes / 1_000) / 1_000

/** How large each copy was, oldest first; what is usual as a line. */
export function SizeChart({ runs, usual }: { runs: readonly RunShown[]; usual: number | null }) {
  const say = useSay()
  const option = useCallback(
    (colours: ChartColours) => {
      const ofTone = { kept: colours.kept, late: colours.slow, broken: colours.down } as Record<string, string>
      return {
        ...frame(colours),
        grid: { left: 52, right: 52, top: 12, bottom: 22 },
        xAxis: {
          ...names(colours, { hideOverlap: true }),
          data: runs.map(({ startedAt }) => showInstant(startedAt as string)),
        },
        yAxis: { ...amounts(colours), scale: true },
        series: [
          {
            type: 'line',
            name: say(words.size),
            data: runs.map((run) => ({
              value: mega(run.bytes as number),
              itemStyle: { color: ofTone[toneOf(run)] ?? colours.grey },
            })),
            symbolSize: 7,
            lineStyle: { color: colours.line, width: 1.5 },
            ...(usual !== null && {
              markLine: {
                symbol: 'none',
                silent: true,
                lineStyle: { color: colours.grey, type: 'dashed' },
                label: { formatter: say(words.usual), color: colours.quiet, fontSize: 11 },
                data: [{ yAxis: mega(usual) }],
              },
            }),
          },
        ],
      }
    },
    [runs, usual, say],
  )
  return (
    <>
      <span className="ts-quiet">{say(words.size)}</span>
      <Chart option={option} label={say(words.size)} height={160} />
    </>
  )
}
