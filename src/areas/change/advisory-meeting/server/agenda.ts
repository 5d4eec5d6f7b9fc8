import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/tx.ts'
import { Refusal } from '../../../../record/problem.ts'
import { instantAt, msOf } from '../../../../record/time.ts'
import { advisoryItem, type becauses } from '../../advisory-item/advisory-item.record.ts'

type Because = (typeof becauses)[number]

/** Emergencies that began longer ago than this are no news to a board. */
const emergencyReachMs = 60 * 86_400_000
/** As many changes as one agenda is filled with by itself. */
const most = 200

/**
 * Puts onto a meeting's agenda what waits for approval, and emergencies that no board has looked at: not what another meeting has before
 * it or has settled, and not what was taken off this one.
 */
export async function draw(tx: Tx, meeting: string): Promise<void> {
  const since = instantAt(msOf(tx.now) - emergencyReachMs)
  const { rows } = await sql<{ id: string; because: Because }>`
    select c.id, case c.kind when 'emergency' then 'emergency' else 'waiting' end as because from change c
    where (c.state = 'assessed' and c.kind = 'normal'
        or c.kind = 'emergency' and c.started_at >= ${since} and c.state not in ('rejected', 'withdrawn'))
      and not exists (select from advisory_item i join advisory_meeting m on m.id = i.meeting where i.change = c.id and (
        i.state = 'on-agenda' and m.state in ('planned', 'in-session')
        or i.state = 'taken-off' and m.id = ${meeting}
        or i.state = 'advised' and (m.id = ${meeting} or c.kind = 'emergency' or i.advice <> 'not-yet')))
    order by c.id limit ${most}`.execute(tx.db)
  if (rows.length === 0) return
  const put = await tx.as('change').putMany(
    advisoryItem,
    rows.map(({ id: change, because }) => ({ values: { meeting, change, because } })),
  )
  for (const one of put) if (one instanceof Refusal) throw one
}

/** Puts one change onto the agenda of the next meeting, where one is planned; else the next that is planned draws it. */
export async function bring(tx: Tx, change: string, because: Because): Promise<void> {
  const next = await tx.db
    .selectFrom('advisoryMeeting')
    .select('id')
    .where('state', '=', 'planned')
    .orderBy('startsAt')
    .limit(1)
    .executeTakeFirst()
  if (!next) return
  const there = await openItems(tx, change)
  if (there.length === 0) await tx.as('change').create(advisoryItem, { meeting: next.id, change, because } as never)
}

/** Where a change waits to be looked at. */
export const openItems = (tx: Tx, change: string) =>
  tx.db
    .selectFrom('advisoryItem')
    .innerJoin('advisoryMeeting', 'advisoryMeeting.id', 'advisoryItem.meeting')
    .select(['advisoryItem.id', 'advisoryMeeting.number'])
    .where('advisoryItem.change', '=', change)
    .where('advisoryItem.state', '=', 'on-agenda')
    .where('advisoryMeeting.state', 'in', ['planned', 'in-session'])
    .execute()

/** It went on, or back to its author: nobody waits for it; and, once it is another, no advice stands either. */
export async function lapse(tx: Tx, change: string, dropReason: string, isAnother = false): Promise<void> {
  const items = await tx.db
    .selectFrom('advisoryItem')
    .select('id')
    .where('change', '=', change)
    .where('state', 'in', isAnother ? ['on-agenda', 'advised'] : ['on-agenda'])
    .orderBy('id')
    .execute()
  for (const { id } of items) await tx.as('change').act(advisoryItem, id, 'lapse', { dropReason })
}
