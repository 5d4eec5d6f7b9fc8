import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/tx.ts'
import { fold } from '../../../../record/fold.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { type AlarmRow, raiseAlarm, resolveAlarm } from '../../alarm/server/raise.ts'
import { event } from '../../event/event.record.ts'
import { maintenanceOf } from '../../maintenance-window/server/hold.ts'
import { eventSource } from '../event-source.record.ts'
import { type Follow, followOf, type Notice, type Occurrence } from '../notice.rules.ts'

export type SourceRow = RowOf<typeof eventSource>

export interface Taken {
  raised: number
  resolved: number
  known: number
}

/** What a component's code in an event leads to: the component of that code, or the source's own. */
export async function componentsOf(
  db: Tx['db'],
  source: Pick<SourceRow, 'component'>,
  notices: readonly Notice[],
): Promise<(notice: Notice) => string | null> {
  const codes = [...new Set(notices.flatMap(({ component }) => (component ? [fold(component)] : [])))]
  const found =
    codes.length === 0
      ? []
      : await db
          .selectFrom('component')
          .select(['id', 'code'])
          .where('code', 'in', codes)
          .where('state', '<>', 'retired')
          .execute()
  const byCode = new Map(found.map(({ id, code }) => [code, id]))
  return ({ component }) => (component && byCode.get(fold(component))) || source.component
}

/** Takes what a source says, in the order said, as part of the caller's transaction, which holds the source. */
export async function takeNotices(tx: Tx, source: SourceRow, notices: readonly Notice[]): Promise<Taken> {
  const componentOf = await componentsOf(tx.db, source, notices)
  const last = await lastOf(tx, source.id, notices)
  const heard = new Map<string, Occurrence>()
  const taken: Taken = { raised: 0, resolved: 0, known: 0 }
  for (const notice of notices) {
    const { key, start, over } = notice
    const before = heard.get(key) ?? last.get(key)
    const follow = followOf(notice, before)
    const { raised, resolved } = await carryOut(tx, { source, notice, component: componentOf(notice) }, follow)
    taken.raised += Number(raised)
    taken.resolved += Number(resolved)
    taken.known += Number(start !== null && !raised && !resolved)
    if (start === null || follow === 'nothing') continue
    const severity = notice.severity ?? before?.severity ?? 'warning'
    heard.set(key, {
      start,
      severity: follow === 'again' && before ? before.severity : severity,
      endedAt: over ? tx.now : null,
    })
  }
  await keepLast(tx, source.id, heard)
  return taken
}

async function carryOut(tx: Tx, cause: Cause, follow: Follow): Promise<{ raised: boolean; resolved: boolean }> {
  const note = follow === 'anew' ? begunAnew : follow === 'resolve' ? saidToBeOver(cause.source.name) : null
  const resolved = note !== null && (await settle(tx, cause, note))
  const raised = (follow === 'raise' || follow === 'anew') && (await raise(tx, cause))
  return { raised, resolved }
}

interface Cause {
  readonly source: SourceRow
  readonly notice: Notice
  readonly component: string | null
}

/** What may be long is told by its digest. */
const alarmKey = ({ source, notice: { key } }: Cause): string =>
  `event:${source.id}:${key.length > 100 ? createHash('sha256').update(key).digest('hex') : key}`

/** False where maintenance holds it back. */
async function raise(tx: Tx, cause: Cause): Promise<boolean> {
  const { source, notice, component } = cause
  const severity = notice.severity ?? 'warning'
  const alarm = await raiseAlarm(tx, {
    key: alarmKey(cause),
    severity,
    title: notice.title,
    component,
    about: { record: eventSource.name, id: source.id },
  })
  await tell(tx, cause, alarm, notice.title, severity === 'critical' ? 'down' : 'slow')
  return alarm !== null
}

async function settle(tx: Tx, cause: Cause, note: Words): Promise<boolean> {
  const alarm = await resolveAlarm(tx, alarmKey(cause), note)
  if (alarm) await tell(tx, cause, alarm, over([alarm.title, alarm.titleEn ?? alarm.title]), 'up')
  return alarm !== null
}

const tell = async (
  tx: Tx,
  { source, notice, component }: Cause,
  alarm: AlarmRow | null,
  title: Words,
  to: 'up' | 'slow' | 'down',
): Promise<unknown> =>
  tx.create(event, {
    title: title[0],
    titleEn: title[1],
    at: notice.at !== null && notice.at < tx.now ? notice.at : tx.now,
    component: component ?? alarm?.component ?? null,
    to,
    note: notice.note,
    alarm: alarm?.id ?? null,
    source: source.id,
    maintenance: alarm || !component ? null : await maintenanceOf(tx.db, component, tx.now),
  })

const over = ([zh, en]: Words): Words => [`已恢复:${zh}`, `Over: ${en}`]
const begunAnew: Words = [
  '来源报告它重新开始,另起一条告警。',
  'Its source says that it began anew: another alarm follows.',
]
const saidToBeOver = (source: string): Words => [`「${source}」报告已恢复。`, `${source} says that it is over.`]

/** The last time of each key that we heard of, by key; what says no start needs none. */
async function lastOf(tx: Tx, source: string, notices: readonly Notice[]): Promise<Map<string, Occurrence>> {
  const keys = [...new Set(notices.flatMap(({ key, start }) => (start === null ? [] : [key])))]
  if (keys.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('eventOccurrence')
    .select(['key', 'start', 'severity', 'endedAt'])
    .where('source', '=', source)
    .where('key', '=', sql<string>`any(${keys}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.key, row]))
}

async function keepLast(tx: Tx, source: string, heard: ReadonlyMap<string, Occurrence>): Promise<void> {
  if (heard.size === 0) return
  await tx.db
    .insertInto('eventOccurrence')
    .values(
      [...heard].map(([key, { start, severity, endedAt }]) => ({
        source,
        key,
        start,
        severity,
        lastAt: tx.now,
        endedAt,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['source', 'key']).doUpdateSet(({ ref }) => ({
        start: ref('excluded.start'),
        severity: ref('excluded.severity'),
        lastAt: ref('excluded.lastAt'),
        endedAt: ref('excluded.endedAt'),
      })),
    )
    .execute()
}
