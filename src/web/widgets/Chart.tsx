import type { EChartsCoreOption } from 'echarts/core'
import { type ECharts, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useDark } from '../shell/theme.tsx'

use([SVGRenderer])

/** The page's own colours, for whoever draws a chart. */
export interface ChartColours {
  readonly line: string
  readonly kept: string
  readonly down: string
  readonly slow: string
  readonly grey: string
  readonly text: string
  readonly quiet: string
  readonly rule: string
  readonly paper: string
}

interface ChartProps {
  /** What is drawn, in the colours of the page; it is drawn anew when this is another function. */
  readonly option: (colours: ChartColours) => EChartsCoreOption
  /** What it shows, for whoever does not see it. */
  readonly label: string
  readonly height: number
  /** A bar or point was pressed: which series, which of its values. */
  readonly onPick?: (series: number, index: number) => void
}

/** A chart as vectors. Its kinds are named by whoever draws (`use([BarChart, …])`): each screen loads only its own. */
export function Chart({ option, label, height, onPick }: ChartProps) {
  const { dark } = useDark()
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>(undefined)
  const pick = useRef(onPick)
  pick.current = onPick

  useEffect(() => {
    const element = box.current as HTMLDivElement
    const made = init(element, null, { renderer: 'svg' })
    made.on('click', ({ seriesIndex, dataIndex }) => {
      if (seriesIndex !== undefined) pick.current?.(seriesIndex, dataIndex)
    })
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
    chart.current?.setOption(option(coloursOf(box.current as HTMLElement)), { notMerge: true })
  }, [option, dark])
  return <div ref={box} style={{ height }} role="img" aria-label={label} />
}

/** As the style sheet has them now. */
function coloursOf(element: HTMLElement): ChartColours {
  const style = getComputedStyle(element)
  const read = (name: string) => style.getPropertyValue(name).trim()
  return {
    line: read('--ts-progress'),
    kept: read('--ts-kept'),
    down: read('--ts-broken'),
    slow: read('--ts-late'),
    grey: read('--ts-grey'),
    text: read('--ant-color-text'),
    quiet: read('--ant-color-text-description'),
    rule: read('--ant-color-border-secondary'),
    paper: read('--ant-color-bg-elevated'),
  }
}
