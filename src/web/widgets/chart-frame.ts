import type { ChartColours } from './Chart.tsx'

/** What charts have in common: names above, and what stands at the pointer told on the page's own paper. */
export const frame = ({ text, rule, paper }: ChartColours) => ({
  animation: false,
  grid: { left: 40, right: 8, top: 30, bottom: 22 },
  legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 8, textStyle: { color: text, fontSize: 12 } },
  tooltip: {
    trigger: 'axis',
    transitionDuration: 0,
    backgroundColor: paper,
    borderColor: rule,
    textStyle: { color: text, fontSize: 12 },
  },
})

/** An axis of names or of dates. */
export const names = ({ quiet, rule }: ChartColours, label: object = {}) => ({
  type: 'category',
  axisTick: { show: false },
  axisLine: { lineStyle: { color: rule } },
  axisLabel: { color: quiet, fontSize: 11, ...label },
})

/** An axis of amounts. */
export const amounts = ({ quiet, rule }: ChartColours) => ({
  type: 'value',
  splitNumber: 3,
  axisLabel: { color: quiet, fontSize: 11 },
  splitLine: { lineStyle: { color: rule } },
})

/** An axis of whole things that are counted. */
export const counts = (colours: ChartColours) => ({ ...amounts(colours), minInterval: 1 })
