import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Card, Skeleton, Space } from 'antd'
import { useState } from 'react'
import { monthAway } from '../../../../record/time.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import { dateOf } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { lazily } from '../../../../web/shell/lazily.tsx'
import type { Reading, Values } from '../../checkpoint/reading.settings.ts'
import { patrolWords as words } from './words.ts'
import './patrol.css'

export interface Month {
  readonly readings: readonly Reading[]
  readonly visits: readonly { readonly at: string; readonly values: Values; readonly out: readonly string[] }[]
}

// The chart library is the heaviest thing in the app: only who looks at a chart loads it.
const ReadingChart = lazily(() => import('./ReadingChart.tsx').then((m) => m.ReadingChart))

/** On a checkpoint's page: a month of its readings, each against its range. */
export function AboutCheckpoint({ row }: PageProps) {
  const say = useSay()
  const thisMonth = dateOf(new Date()).slice(0, 7)
  const [month, setMonth] = useState(thisMonth)
  const path = `/checkpoints/${row.id}/series`
  const { data, error, refetch } = useCall<Month>(path, { month }, ['patrol-visit', 'checkpoint'])
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  return (
    <Card
      size="small"
      title={<span className="ts-figures">{month}</span>}
      extra={
        <Space>
          <Button
            size="small"
            icon={<LeftOutlined />}
            aria-label={say(words.earlier)}
            onClick={() => setMonth(monthAway(month, -1))}
          />
          <Button
            size="small"
            icon={<RightOutlined />}
            aria-label={say(words.later)}
            disabled={month >= thisMonth}
            onClick={() => setMonth(monthAway(month, 1))}
          />
        </Space>
      }
    >
      {!data && <Skeleton active paragraph={{ rows: 4 }} />}
      {data && data.visits.length === 0 && <p className="ts-quiet">{say(words.nothingRead)}</p>}
      {data &&
        data.visits.length > 0 &&
        data.readings.map((reading) => <ReadingLine key={reading.name} reading={reading} data={data} month={month} />)}
    </Card>
  )
}

/** Numbers as a line; what is answered with words as how often each answer was given. */
function ReadingLine({ reading, data, month }: { reading: Reading; data: Month; month: string }) {
  const say = useSay()
  if (reading.is === 'number') return <ReadingChart reading={reading} visits={data.visits} month={month} />
  const given = data.visits.flatMap(({ values }) => values[reading.name] ?? [])
  const out = data.visits.filter((one) => one.out.includes(reading.name)).length
  return (
    <p>
      {say([reading.name, reading.nameEn ?? reading.name])}{' '}
      <span className="ts-quiet ts-figures">
        {given.length} {say(words.times)}
        {out > 0 && ` · ${say(words.out)} ${out}`}
      </span>
    </p>
  )
}
