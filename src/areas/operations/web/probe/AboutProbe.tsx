import { Card, Segmented, Switch } from 'antd'
import { useState } from 'react'
import { instantOf } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { lazily } from '../../../../web/shell/lazily.tsx'
import type { RangeProps } from '../../../../web/widgets/date-edit.tsx'
import { ForecastLine } from './ForecastLine.tsx'
import { ProbeCharts } from './ProbeCharts.tsx'
import type { SpanName } from './series.ts'
import { probeScreenWords as words } from './words.ts'

const RangePicker = lazily<RangeProps>(() => import('../../../../web/widgets/date-edit.tsx').then((m) => m.EditRange))

/** On a probe's page: its readings over any time, beside the week before, and when they reach their limit. */
export function AboutProbe({ row }: PageProps) {
  const say = useSay()
  const [name, setName] = useState<SpanName | 'own'>('day')
  const [days, setDays] = useState<{ from?: string | undefined; to?: string | undefined }>({})
  const [compared, setCompared] = useState(false)
  const { from, to = from } = days
  const own = from && to && { from: instantOf(`${from}T00:00`), to: dayAfter(to) }
  return (
    <Card
      size="small"
      title={say(words.readings)}
      extra={
        <span className="ops-chart-spans">
          <span>
            <Switch
              id="week-before"
              size="small"
              checked={compared}
              onChange={setCompared}
              aria-label={say(words.weekBefore)}
            />{' '}
            <label htmlFor="week-before">{say(words.weekBefore)}</label>
          </span>
          <Segmented<SpanName | 'own'>
            size="small"
            value={name}
            onChange={setName}
            options={[
              { value: 'hour', label: say(words.lastHour) },
              { value: 'day', label: say(words.lastDay) },
              { value: 'week', label: say(words.lastWeek) },
              { value: 'month', label: say(words.lastMonth) },
              { value: 'own', label: say(words.ownSpan) },
            ]}
          />
        </span>
      }
    >
      {name === 'own' && (
        <RangePicker from={from} to={days.to} onChange={(first, last) => setDays({ from: first, to: last })} />
      )}
      <ProbeCharts
        of="probes"
        id={row.id}
        span={name === 'own' ? own || 'day' : name}
        compared={compared}
        height={220}
      />
      <p className="ts-quiet">{say(words.lines)}</p>
      <ForecastLine probe={row.id} />
    </Card>
  )
}

/** The first instant of the day after, on the firm's clock. */
const dayAfter = (date: string): string => new Date(Date.parse(instantOf(`${date}T00:00`)) + 86_400_000).toISOString()
