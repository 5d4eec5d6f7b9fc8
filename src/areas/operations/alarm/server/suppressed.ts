import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { alarm } from '../alarm.record.ts'
import type { AlarmRow } from './raise.ts'

/**
 * How many probes' alarms each of these open alarms explains, directly or through what itself was explained: every
 * probe that was held back at some moment since the alarm began.
 */
export async function countSuppressed(
  db: Kysely<Tables>,
  alarms: readonly Pick<AlarmRow, 'id' | 'probe' | 'firstAt'>[],
): Promise<Map<string, number>> {
  const watched = alarms.filter((one) => one.probe !== null)
  if (watched.length === 0) return new Map()
  const { rows } = await sql<{ alarm: string; count: number }>`
    with recursive held (alarm, since, probe) as (
      select a.id, a.since, s.probe
      from unnest(${watched.map((one) => one.id)}::uuid[], ${watched.map((one) => one.probe)}::uuid[],
        ${watched.map((one) => one.firstAt)}::timestamptz[]) as a (id, probe, since)
      join probe_suppression s on s.behind = a.probe and (s.until is null or s.until >= a.since)
      union
      select h.alarm, h.since, s.probe from held h
      join probe_suppression s on s.behind = h.probe and (s.until is null or s.until >= h.since)
    )
    select alarm, count(distinct probe)::int as count from held group by alarm`.execute(db)
  return new Map(rows.map(({ alarm: id, count }) => [id, count]))
}

/** Writes the count on a locked, open alarm where it has grown. */
export async function recount(tx: Tx, open: AlarmRow): Promise<AlarmRow> {
  const count = (await countSuppressed(tx.db, [open])).get(open.id) ?? 0
  return count > open.suppressedCount ? tx.as('alarms').update(alarm, open.id, { suppressedCount: count }) : open
}
