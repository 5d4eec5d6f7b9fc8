import { Card, Segmented } from 'antd'
import { useState } from 'react'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { ProbeCharts } from './ProbeCharts.tsx'
import type { SpanName } from './series.ts'
import { probeScreenWords as words } from './words.ts'

/** On a probe's page: its readings over the last hour, day, week or month. */
export function AboutProbe({ row }: PageProps) {
  const say = useSay()
  const [span, setSpan] = useState<SpanName>('day')
  return (
    <Card
      size="small"
      title={say(words.readings)}
      extra={
        <Segmented<SpanName>
          size="small"
          value={span}
          onChange={setSpan}
          options={[
            { value: 'hour', label: say(words.lastHour) },
            { value: 'day', label: say(words.lastDay) },
            { value: 'week', label: say(words.lastWeek) },
            { value: 'month', label: say(words.lastMonth) },
          ]}
        />
      }
    >
      <ProbeCharts of="probes" id={row.id} span={span} height={220} />
    </Card>
  )
}
