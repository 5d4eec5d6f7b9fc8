import { LineChart } from 'echarts/charts'
import { GridComponent, MarkAreaComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useDark } from '../../../../web/shell/theme.tsx'
import { type ChartColours, chartOption } from './chart-option.ts'
import type { Series, SeriesLine } from './series.ts'

use([LineChart, GridComponent, MarkAreaComponent, TooltipComponent, SVGRenderer])

interface ProbeChartProps {
  readonly span: Pick<Series, 'from' | 'to' | 'bucketSeconds'>
  readonly line: SeriesLine
  readonly height?: number
}

/** How long a probe's checks took, with what was not well shaded behind; hover tells a bucket in words. */
export function ProbeChart({ span, line, height = 110 }: ProbeChartProps) {
  const say = useSay()
  const { dark } = useDark()
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>(undefined)

  useEffect(() => {
    const element = box.current as HTMLDivElement
    const made = init(element, null, { renderer: 'svg' })
    chart.current = made
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(element)
    return () => {
      observer.disconnect()
      made.dispose()
    }
  }, [])
  // The colours are read anew when the screen turns dark.
  useEffect(() => {
    chart.current?.setOption(chartOption(line, span, say, coloursOf(box.current as HTMLElement)), { notMerge: true })
  }, [line, span, say, dark])
  return <div ref={box} style={{ height }} role="img" aria-label={line.name} />
}

/** The page's own colours, as the style sheet has them now. */
function coloursOf(element: HTMLElement): ChartColours {
  const style = getComputedStyle(element)
  const read = (name: string) => style.getPropertyValue(name).trim()
  return {
    line: read('--ts-progress'),
    down: read('--ts-broken'),
    slow: read('--ts-late'),
    grey: read('--ts-grey'),
    text: read('--ant-color-text'),
    quiet: read('--ant-color-text-description'),
    rule: read('--ant-color-border-secondary'),
    paper: read('--ant-color-bg-elevated'),
  }
}
