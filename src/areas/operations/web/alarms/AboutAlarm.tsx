import { Link } from '@tanstack/react-router'
import { Button, Card } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import { useCall, useList } from '../../../../web/client/hooks.ts'
import { useParts } from '../../../../web/context.ts'
import { showInstant } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag, ToneMark } from '../../../../web/widgets/StateTag.tsx'
import type { alarm } from '../../alarm/alarm.record.ts'
import { alarmWords } from '../../alarm/alarm.words.ts'
import { event } from '../../event/event.record.ts'
import { Age } from '../clock/Age.tsx'
import { ageWords } from '../clock/span.ts'
import { useAround } from './around.ts'
import { type AlarmMoments, courseOf, type EventRow } from './course.ts'
import { Escalation } from './Escalation.tsx'
import { useMayTake, useOpenIncident } from './hands.ts'
import { SilenceThis } from './SilenceThis.tsx'
import { SimilarAlarms } from './SimilarAlarms.tsx'
import { groupWords, reachWords, suppressedWords, alarmScreenWords as words } from './words.ts'
import '../parts.css'
import './alarms.css'

type AlarmRow = RowOf<typeof alarm>

/** What an alarm is, what it affects, and how it went. */
export function AboutAlarm({ row, refs }: PageProps) {
  const say = useSay()
  const one = row as unknown as AlarmRow
  const { data: around } = useAround(one.id)
  return (
    <Card size="small" className="ops-about">
      <div className="ops-about-line">
        <StateTag
          tone={one.severity === 'critical' ? 'broken' : 'late'}
          word={say(alarmWords.choices.severity[one.severity] ?? [one.severity, one.severity])}
        />
        <Lasting row={one} />
        {one.flapping && <span className="is-late">{say(words.flapping)}</span>}
        {one.recoveredAt && one.state !== 'resolved' && <span className="is-kept">{say(words.recovered)}</span>}
        {one.suppressedCount > 0 && (
          <span title={say(words.suppressedHint)}>{say(suppressedWords(one.suppressedCount))}</span>
        )}
        {one.quiet === 'silenced' && one.silence && (
          <span>
            {say(words.silenced)} <RefLink id={one.silence} refs={refs} withNumber />
          </span>
        )}
        {one.maintenance && (
          <span className="is-late">
            {say(words.maintained)} <RefLink id={one.maintenance} refs={refs} withNumber />
          </span>
        )}
        {around && around.group > 0 && (
          <Link to="/alarms" search={{ groupedUnder: one.groupedUnder ?? one.id } as never}>
            {say(groupWords(around.group))}
          </Link>
        )}
        <span className="ts-grow" />
        {one.state !== 'resolved' && one.quiet !== 'silenced' && <SilenceThis id={one.id} />}
        <Incident row={one} refs={refs} />
      </div>
      {one.component ? (
        <Impact component={one.component} refs={refs} />
      ) : (
        <p className="ts-quiet">{say(words.unknownImpact)}</p>
      )}
      <About row={one} />
      {around?.runbook && (
        <p>
          <span className="ts-quiet">{say(words.runbook)} </span>
          <RefLink id={around.runbook} refs={around.refs} withNumber />
        </p>
      )}
      {around && <Escalation escalation={around.escalation} refs={around.refs} />}
      <Course row={one} refs={refs} />
      {around && <SimilarAlarms similar={around.similar} refs={around.refs} />}
    </Card>
  )
}

function Lasting({ row: { firstAt, resolvedAt } }: { row: AlarmRow }) {
  const say = useSay()
  return (
    <span>
      {say(resolvedAt ? words.lasted : words.lasting)}{' '}
      {resolvedAt ? (
        <span className="ts-figures">{say(ageWords(Date.parse(resolvedAt) - Date.parse(firstAt)))}</span>
      ) : (
        <Age since={firstAt} />
      )}
    </span>
  )
}

function Incident({ row, refs }: { row: AlarmRow; refs: PageProps['refs'] }) {
  const say = useSay()
  const may = useMayTake()
  const { openIncident, opening } = useOpenIncident(row.id)
  if (row.incident) return <RefLink id={row.incident} refs={refs} withNumber />
  if (!may || row.state === 'resolved') return null
  return (
    <Button size="small" onClick={openIncident} loading={opening}>
      {say(words.openIncident)}
    </Button>
  )
}

interface ImpactAnswer {
  readonly affects: readonly {
    readonly id: string
    readonly number: string
    readonly name: string
    readonly criticality: string
  }[]
  readonly affectsTrading: boolean
}

/** Named by what it stops: those that affect trading first. */
function Impact({ component, refs }: { component: string; refs: PageProps['refs'] }) {
  const say = useSay()
  const { data, error, refetch } = useCall<ImpactAnswer>(`/components/${component}/impact`, {}, ['component'])
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  const reached = [...(data?.affects ?? [])].sort(
    (a, b) => Number(b.criticality === 'trading') - Number(a.criticality === 'trading'),
  )
  return (
    <div className="ops-about-impact">
      <div>
        <RefLink id={component} refs={refs} />
        {data && (
          <span className={data.affectsTrading ? 'is-broken' : 'ts-quiet'}>
            {data.affectsTrading ? <b>{say(words.affectsTrading)}</b> : say(words.noTrading)}
          </span>
        )}
        {data && (
          <span className="ts-quiet">
            {say(reached.length > 0 ? reachWords(reached.length) : words.affectsNothing)}
          </span>
        )}
      </div>
      {reached.length > 0 && (
        <ul className="ops-names">
          {reached.map(({ id, number, name, criticality }) => (
            <li key={id} className={criticality === 'trading' ? 'is-trading' : ''}>
              <Link to={`/components/${number}`} className="ts-ref">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The record an alarm is about where that is no component, such as a late step. */
function About({ row: { aboutRecord, aboutId } }: { row: AlarmRow }) {
  const say = useSay()
  const { registry } = useParts()
  const head = registry.find(aboutRecord)
  if (!head || !aboutId) return null
  return (
    <p>
      <span className="ts-quiet">{say(words.about)} </span>
      <Link to={`/${head.record.plural}/${aboutId}`} className="ts-ref">
        {say(head.words.name)}
      </Link>
    </p>
  )
}

function Course({ row, refs }: { row: AlarmRow; refs: PageProps['refs'] }) {
  const say = useSay()
  const events = useList(event, { alarm: row.id, sort: '-at' })
  const pages = events.data?.pages ?? []
  const moments = courseOf(
    row as AlarmMoments,
    pages.flatMap(({ items }) => items as readonly EventRow[]),
    words,
  )
  return (
    <section>
      <h2 className="ops-h">{say(words.course)}</h2>
      {events.error && <LoadFailed error={events.error} retry={() => events.refetch()} />}
      <ol className="ops-course">
        {moments.map(({ at, tone, text, by, note }) => (
          <li key={`${at}${text[0]}`}>
            <time dateTime={at} className="ts-quiet ts-figures">
              {showInstant(at, true)}
            </time>
            <ToneMark tone={tone} />
            <span>
              {by && <RefLink id={by} refs={refs} />} {say(text)}
              {note && <span className="ts-quiet"> {note}</span>}
            </span>
          </li>
        ))}
      </ol>
      {events.hasNextPage && (
        <Link to="/events" search={{ alarm: row.id } as never}>
          {say(words.allEvents)}
        </Link>
      )}
    </section>
  )
}
