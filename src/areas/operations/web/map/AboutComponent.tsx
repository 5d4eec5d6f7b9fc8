import { Link } from '@tanstack/react-router'
import { Alert, Card } from 'antd'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { UnderMaintenance } from '../maintenance/UnderMaintenance.tsx'
import { ProbeCharts } from '../probe/ProbeCharts.tsx'
import { HealthTag, Since } from './ComponentBox.tsx'
import { ImpactLists } from './ComponentPanel.tsx'
import { type Placed, useMap } from './map.ts'
import { mapWords } from './words.ts'
import '../parts.css'
import './map.css'

/** On a component's page: how it is, what it would take along, and how its probes answered in the last day. */
export function AboutComponent({ row }: PageProps) {
  const say = useSay()
  const alarm = useMap().data?.nodes.find(({ id }) => id === row.id)?.alarm
  const health = row['health'] as Placed['health']
  const since = row['healthSince'] as string | null
  return (
    <Card
      size="small"
      title={
        <span className="ops-line">
          <HealthTag health={health} />
          {since && <Since at={since} />}
        </span>
      }
      extra={
        <Link to="/map" search={{ at: row.number } as never}>
          {say(mapWords.title)}
        </Link>
      }
    >
      {alarm && (
        <Alert
          type="error"
          showIcon
          className="ts-gap"
          title={
            <>
              {say(mapWords.openAlarm)}{' '}
              <Link to={`/alarms/${alarm.number}`} className="ts-ref">
                {alarm.number}
              </Link>
            </>
          }
        />
      )}
      <UnderMaintenance component={row.id} />
      <ProbeCharts of="components" id={row.id} />
      <div className="ops-neighbours has-chart">
        <ImpactLists id={row.id} />
      </div>
    </Card>
  )
}
