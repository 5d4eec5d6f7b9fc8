import { Card } from 'antd'
import { LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { useCallback, useMemo } from 'react'
import { useItem } from '../../../../web/client/hooks.ts'
import { dateOf } from '../../../../web/format/time.ts'
import { showNumber } from '../../../../web/format/value.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Chart, type ChartColours } from '../../../../web/widgets/Chart.tsx'
import { bookValueAt, scheduleOf, type Terms, termsOf } from '../../asset/depreciation.rules.ts'
import { assetCategory } from '../../asset-category/asset-category.record.ts'
import { depreciationWords } from '../../asset-category/asset-category.words.ts'
import { bookedWords, assetScreenWords as words, worthWords } from './words.ts'

use([LineChart, GridComponent, MarkLineComponent, TooltipComponent])

/** What it is worth today, and how that came; for those who see what things cost. */
export function Worth({ row }: PageProps) {
  const category = useItem(assetCategory, row['category'] as string).data?.item
  const terms = useMemo(() => category && termsOf(row as never, category), [row, category])
  return terms ? <Told terms={terms} isGone={row.state === 'disposed'} /> : null
}

function Told({ terms, isGone }: { terms: Terms; isGone: boolean }) {
  const say = useSay()
  const today = dateOf(new Date())
  const schedule = useMemo(() => scheduleOf(terms), [terms])
  const done = schedule.filter(({ month }) => month < today.slice(0, 7)).length
  const book = bookValueAt(terms, today)
  const option = useCallback(
    (colours: ChartColours) => ({
      animation: false,
      grid: { left: 56, right: 12, top: 10, bottom: 22 },
      tooltip: { trigger: 'axis', valueFormatter: (value: number) => showNumber(value) },
      xAxis: {
        type: 'category',
        data: [terms.from.slice(0, 7), ...schedule.map(({ month }) => month)],
        axisLabel: { color: colours.quiet, fontSize: 11 },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours.rule } },
      },
      yAxis: {
        type: 'value',
        min: 0,
        splitNumber: 3,
        axisLabel: { color: colours.quiet, fontSize: 11 },
        splitLine: { lineStyle: { color: colours.rule } },
      },
      series: [
        {
          type: 'line',
          name: say(words.book),
          step: 'end',
          symbol: 'none',
          lineStyle: { color: colours.line, width: 1.5 },
          areaStyle: { color: colours.line, opacity: 0.08 },
          data: [terms.cost, ...schedule.map((one) => one.book / 100)],
          ...(done > 0 &&
            done < schedule.length && {
              markLine: {
                symbol: 'none',
                label: { show: false },
                lineStyle: { color: colours.slow, type: 'dashed' },
                data: [{ xAxis: done }],
              },
            }),
        },
      ],
    }),
    [schedule, terms, done, say],
  )
  if (isGone) return null
  return (
    <Card size="small" title={say(words.worth)}>
      <p className="ts-figures">
        <b>{say(worthWords(book, Math.round(terms.cost * 100)))}</b>{' '}
        <span className="ts-quiet">
          {schedule.length === 0
            ? say(depreciationWords[terms.method])
            : say(bookedWords(depreciationWords[terms.method], done, schedule.length))}
        </span>
      </p>
      {schedule.length > 0 && <Chart option={option} label={say(words.worth)} height={130} />}
    </Card>
  )
}
