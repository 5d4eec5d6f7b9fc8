import { LineChart } from 'echarts/charts'
import { GridComponent, MarkAreaComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { useCallback } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Chart, type ChartColours } from '../../../../web/widgets/Chart.tsx'
import { chartOption } from './chart-option.ts'
import type { Series, SeriesLine, SeriesPoint } from './series.ts'

use([LineChart, GridComponent, MarkAreaComponent, TooltipComponent])

interface ProbeChartProps {
  readonly span: Pick<Series, 'from' | 'to' | 'bucketSeconds'>
  readonly line: SeriesLine
  /** The week before, moved onto this one. */
  readonly before?: readonly SeriesPoint[]
  readonly height?: number
}

/** How long a probe's checks took, with what was not well shaded behind; hover tells a bucket in words. */
export function ProbeChart({ span, line, before, height = 110 }: ProbeChartProps) {
  const say = useSay()
  const option = useCallback(
    (colours: ChartColours) => chartOption(line, span, say, colours, before),
    [line, span, say, before],
  )
  return <Chart option={option} label={line.name} height={height} />
}
