import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { useCallback } from 'react'
import { useCall } from '../../../../web/client/hooks.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Chart, type ChartColours } from '../../../../web/widgets/Chart.tsx'
import { amounts, frame, names } from '../../../../web/widgets/chart-frame.ts'
import { HeadedTable } from '../../../../web/widgets/HeadedTable.tsx'
import { type Aspect, aspects, type Part } from '../../resource/shape.rules.ts'
import { count, percent, tookWords, yuan } from './took.ts'
import { resourceWords as words } from './words.ts'

use([BarChart, GridComponent, LegendComponent, TooltipComponent])

const mostBars = 12

/** Kinds, models, departments or services beside each other: how many, how old, how busy, and what each costs. */
export function Parts({ of: asked }: { of: string }) {
  const say = useSay()
  const of: Aspect = aspects.find((one) => one === asked) ?? 'category'
  const found = useCall<{ items: readonly Part[] }>('/resources/parts', { of })
  const items = found.data?.items ?? []
  const option = useCallback(
    (colours: ChartColours) => costOption(items.slice(0, mostBars), say, colours),
    [items, say],
  )
  return (
    <section className="rsc-parts">
      {of === 'service' && <p className="ts-quiet">{say(words.ofService)}</p>}
      {found.isError && <LoadFailed error={found.error} retry={() => found.refetch()} />}
      {found.isPending && <Skeleton active paragraph={{ rows: 5 }} />}
      {items.length > 0 && (
        <>
          <Chart option={option} label={say(words.chart)} height={40 + Math.min(items.length, mostBars) * 24} />
          <Table of={of} items={items} />
        </>
      )}
    </section>
  )
}

function Table({ of, items }: { of: Aspect; items: readonly Part[] }) {
  const say = useSay()
  const heads = [
    ...[words.of[of], words.assets, words.advised, words.age, words.use, words.failures, words.repairs],
    ...[words.response, words.cost, words.bookValue, words.spentYear, words.costYear],
  ]
  return (
    <HeadedTable box="rsc-scroll" table="rsc-table" heads={heads}>
      <tbody>
        {items.map((one) => (
          <tr key={one.id ?? ''}>
            <th scope="row">
              {one.id && of !== 'service' ? (
                <Link to="/resources" search={{ [of]: one.id } as never}>
                  {one.label ?? say(words.none)}
                </Link>
              ) : (
                (one.label ?? say(words.none))
              )}
            </th>
            <td>{count(one.assets)}</td>
            <td>{count(one.advised)}</td>
            <td>{count(one.ageMonths)}</td>
            <td>{percent(one.use)}</td>
            <td>{count(one.failures)}</td>
            <td>{count(one.repairs)}</td>
            <td>{say(tookWords(one.responseMinutes))}</td>
            <td>{yuan(one.cost)}</td>
            <td>{yuan(one.bookValue)}</td>
            <td>{yuan(one.spentYear)}</td>
            <td>{yuan(one.costYear)}</td>
          </tr>
        ))}
      </tbody>
    </HeadedTable>
  )
}

/** What a year of each costs: what it lost in value, and its maintenance. */
function costOption(items: readonly Part[], say: ReturnType<typeof useSay>, colours: ChartColours) {
  const shown = [...items].reverse()
  const bars = (name: string, color: string, of: (one: Part) => number) => ({
    name,
    type: 'bar',
    stack: 'all',
    barMaxWidth: 16,
    itemStyle: { color },
    data: shown.map((one) => Math.round(of(one))),
  })
  return {
    ...frame(colours),
    grid: { left: 8, right: 16, top: 28, bottom: 4, containLabel: true },
    yAxis: {
      ...names(colours, { width: 150, overflow: 'truncate' }),
      data: shown.map(({ label }) => label ?? say(words.none)),
    },
    xAxis: { ...amounts(colours), splitNumber: 4 },
    series: [
      bars(say(words.dep), colours.line, (one) => one.costYear - one.spentYear),
      bars(say(words.care), colours.slow, (one) => one.spentYear),
    ],
  }
}
