import { Link } from '@tanstack/react-router'
import { Alert, Skeleton, Tag } from 'antd'
import type { ReactNode } from 'react'
import type { Words } from '../../../../record/words.ts'
import { useItem } from '../../../../web/client/hooks.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { component } from '../../component/component.record.ts'
import { ProbeLines } from '../probe/ProbeLines.tsx'
import { CriticalityMark, HealthTag, Since } from './ComponentBox.tsx'
import { type MapNode, type Reached, useImpact } from './map.ts'
import { actionWords, choiceWords, maintainedWords, mapWords } from './words.ts'

interface ComponentPanelProps {
  readonly node: MapNode
  /** Shows another component, by number. */
  readonly onGo: (number: string) => void
}

/** Beside the map: what a component's trouble would reach, what it stands on, its probes, alarm and actions. */
export function ComponentPanel({ node, onGo }: ComponentPanelProps) {
  const say = useSay()
  return (
    <div className="ops-panel">
      <header>
        <div className="ts-crumb">
          <Link to={`/components/${node.number}`} className="ts-number">
            {node.number}
          </Link>
          <span>{node.code}</span>
        </div>
        <h2 className="ts-title">{node.name}</h2>
        <p className="ops-line">
          <HealthTag health={node.health} />
          {node.since && <Since at={node.since} />}
          <span>
            <CriticalityMark criticality={node.criticality} /> {say(choiceWords('criticality', node.criticality))}
          </span>
          <span>{say(choiceWords('environment', node.environment))}</span>
          {node.installedVersion && <span>{node.installedVersion}</span>}
        </p>
      </header>
      {node.maintenance && (
        <Alert
          type="info"
          showIcon
          title={
            <>
              {say(maintainedWords(showInstant(node.maintenance.endsAt)))}{' '}
              <Link to={`/maintenance-windows/${node.maintenance.number}`} className="ts-ref">
                {node.maintenance.title}
              </Link>
            </>
          }
        />
      )}
      {node.alarm && (
        <Alert
          type="error"
          showIcon
          title={
            <>
              {say(mapWords.openAlarm)}{' '}
              <Link to={`/alarms/${node.alarm.number}`} className="ts-ref">
                {node.alarm.number}
              </Link>
            </>
          }
        />
      )}
      <ImpactLists id={node.id} onGo={onGo} />
      <Section title={say(mapWords.probes)}>
        <ProbeLines component={node.id} />
      </Section>
      <Actions id={node.id} />
    </div>
  )
}

/** What a component affects and what it stands on, nearest first. */
export function ImpactLists({ id, onGo }: { id: string; onGo?: (number: string) => void }) {
  const say = useSay()
  const { data, error, refetch } = useImpact(id)
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active paragraph={{ rows: 3 }} title={false} />
  return (
    <>
      <Section title={say(mapWords.affects)} count={data.affects.length}>
        {data.affectsTrading && <p className="ops-affects">◆ {say(mapWords.affectsTrading)}</p>}
        <ReachedList all={data.affects} empty={mapWords.affectsNothing} onGo={onGo} />
      </Section>
      <Section title={say(mapWords.standsOn)} count={data.standsOn.length}>
        <ReachedList all={data.standsOn} empty={mapWords.standsOnNothing} onGo={onGo} />
      </Section>
    </>
  )
}

interface ReachedListProps {
  readonly all: readonly Reached[]
  readonly empty: Words
  readonly onGo: ((number: string) => void) | undefined
}

function ReachedList({ all, empty, onGo }: ReachedListProps) {
  const say = useSay()
  if (all.length === 0) return <p className="ts-quiet">{say(empty)}</p>
  return (
    <ul className="ts-plain ops-reached">
      {all.map((one) => (
        <li key={one.id} className={one.distance === 1 ? '' : 'is-far'}>
          <HealthTag health={one.health} />
          {onGo ? (
            <button type="button" className="ops-link" onClick={() => onGo(one.number)}>
              {one.name}
            </button>
          ) : (
            <Link to={`/components/${one.number}`} className="ts-ref">
              {one.name}
            </Link>
          )}
          <CriticalityMark criticality={one.criticality} />
        </li>
      ))}
    </ul>
  )
}

function Actions({ id }: { id: string }) {
  const say = useSay()
  const { data } = useItem(component, id)
  if (!data) return null
  const { actions } = data.item
  return (
    <Section title={say(mapWords.actions)}>
      {actions.length === 0 ? (
        <p className="ts-quiet">{say(mapWords.noActions)}</p>
      ) : (
        actions.map(({ verb, program, args }) => (
          <Tag key={verb} title={[program, ...args].join(' ')}>
            {say(actionWords[verb] ?? [verb, verb])}
          </Tag>
        ))
      )}
    </Section>
  )
}

export const Section = ({ title, count, children }: { title: string; count?: number; children: ReactNode }) => (
  <section>
    <h3 className="ops-heading">
      {title}
      {count !== undefined && count > 0 && <span className="ts-quiet ts-figures"> {count}</span>}
    </h3>
    {children}
  </section>
)
