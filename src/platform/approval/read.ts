import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { PersonActor } from '../../record/actor.ts'
import { notFound } from '../../record/problem.ts'
import type { Engine } from '../engine.ts'
import { readCursor, writeCursor } from '../read/cursor.ts'
import { readItem } from '../read/item.ts'
import type { Tables } from '../tables.ts'
import { type Deputy, standsInFor } from './settings.ts'
import { type Approval, seatsIn } from './state.ts'

/** Which of a person's approvals: what waits for them, what they asked for, what they have spoken on. */
export type Mine = 'waiting' | 'requested' | 'done'

/** One of a list; `forPerson` says in whose place they would speak, where it is not their own. */
export type Listed = Approval & { readonly forPerson: string | null }

export interface MinePage {
  readonly items: readonly Listed[]
  readonly next: string | null
  readonly count: { readonly value: number; readonly atLeast: boolean }
}

const mostCounted = 1000
type IsNull = (value: unknown) => value is null

/** One page of a person's approvals, newest first, with how many there are. Refuses `bad-cursor`. */
export async function myApprovals(
  engine: Engine,
  { id: me }: PersonActor,
  mine: Mine,
  page: { readonly limit: number; readonly after: string | undefined },
): Promise<MinePage> {
  const { db } = engine
  const which = await theirs(engine, me, mine)
  const after = page.after
    ? sql`a.id < ${readCursor(page.after, mine, ((value) => value === null) as IsNull).id}::uuid`
    : sql`true`
  const found = db
    .selectFrom('approval as a')
    .selectAll('a')
    .select(which.forPerson.as('forPerson'))
    .where(which.where)
    .where(sql<boolean>`${after}`)
    .orderBy('a.id', 'desc')
    .limit(page.limit + 1)
    .execute()
  const counted = sql<{ count: number }>`select count(*) from (select 1 from approval a
    where ${which.where} limit ${mostCounted + 1}) as counted`.execute(db)
  const [rows, { rows: counts }] = await Promise.all([found, counted])
  const items = rows.slice(0, page.limit)
  const last = items.at(-1)
  const count = counts[0]?.count ?? 0
  return {
    items,
    next: last && rows.length > page.limit ? writeCursor({ sort: mine, value: null, id: last.id }) : null,
    count: { value: Math.min(count, mostCounted), atLeast: count > mostCounted },
  }
}

async function theirs(
  engine: Engine,
  me: string,
  mine: Mine,
): Promise<{ where: RawBuilder<boolean>; forPerson: RawBuilder<string | null> }> {
  const nobody = sql<string | null>`null::uuid`
  if (mine === 'requested') return { where: sql`a.requested_by = ${me}`, forPerson: nobody }
  if (mine === 'done') {
    const spoke = sql<boolean>`exists (select from approval_vote v where v.approval = a.id and v.person = ${me})`
    return { where: spoke, forPerson: nobody }
  }
  const principals = await engine.directory.deputies(
    engine.db,
    { now: engine.clock.now(), zone: engine.zone },
    { to: me },
  )
  const seat = openSeat(me, principals)
  return {
    where: sql`a.state = 'pending' and a.requested_by <> all (${[me, ...principals.map(({ person }) => person)]}::uuid[])
      and exists (${seat})
      and not exists (select from approval_vote v where v.approval = a.id and v.step = a.step
        and (v.person = ${me} or v.for_person = ${me}))`,
    forPerson: sql`nullif((${seat} order by (s.person = ${me}) desc limit 1), ${me}::uuid)`,
  }
}

/** The seats of the present step that a person may fill and nobody has. */
const openSeat = (me: string, principals: readonly Deputy[]): RawBuilder<unknown> =>
  sql`select s.person from approval_seat s where s.approval = a.id and s.step = a.step
    and (s.person = ${me} or exists (select from json_to_recordset(${JSON.stringify(principals)}::json)
      as d(person uuid, records jsonb) where d.person = s.person and (d.records = '[]' or d.records ? a.record)))
    and not exists (select from approval_vote v where v.approval = a.id and v.step = a.step and v.for_person = s.person)`

/**
 * One approval with what was shown, for whoever asked, is or was asked, stands in for one of them now, or may read the
 * record itself. To be asked opens what one is to decide on as it was shown, and not the record. Refuses `not-found`.
 */
export async function readApproval(engine: Engine, person: PersonActor, id: string): Promise<Approval> {
  const { db } = engine
  const found = await db.selectFrom('approval').selectAll().where('id', '=', id).executeTakeFirst()
  if (!found) throw notFound()
  const seats = (await seatsIn(db, found)).map((one) => one.person)
  if ([found.requestedBy, ...seats].includes(person.id)) return found
  if (await standsInForOne(engine, db, found, seats, person.id)) return found
  await readItem(db, engine.registry.get(found.record).record, person, found.recordId)
  return found
}

async function standsInForOne(
  engine: Engine,
  db: Kysely<Tables>,
  { record }: Approval,
  people: readonly string[],
  me: string,
): Promise<boolean> {
  const principals = await engine.directory.deputies(db, { now: engine.clock.now(), zone: engine.zone }, { to: me })
  return principals.some((one) => people.includes(one.person) && standsInFor(one, record))
}
