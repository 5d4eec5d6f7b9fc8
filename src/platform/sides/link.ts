import { sql } from 'kysely'
import { personId } from '../../record/actor.ts'
import { fault, invalid, notFound } from '../../record/problem.ts'
import { type AnyRecord, tableOf } from '../../record/record.ts'
import type { Engine } from '../engine.ts'
import { condition } from '../read/filter.ts'
import type { Tx } from '../tx.ts'

export const linkKinds = ['relates-to', 'caused-by', 'duplicates', 'blocks'] as const
export type LinkKind = (typeof linkKinds)[number]

/** One end of a link. */
export interface End {
  readonly record: AnyRecord
  readonly id: string
}

/**
 * Ties two records the actor may read. The journal of the one it starts from tells it. Refuses `invalid` when there is no such
 * target or the link is there already, `not-found` when there is no such start.
 */
export async function addLink(tx: Tx, kind: LinkKind, from: End, to: End): Promise<string> {
  if (from.id === to.id || from.record.appendOnly || !(await reads(tx, from)) || !(await reads(tx, to))) {
    throw noSuchTarget()
  }
  if (kind === 'relates-to' && (await isThere(tx, kind, to, from))) throw alreadyLinked()
  const id = tx.newId()
  const done = await tx.db
    .insertInto('link')
    .values({
      id,
      kind,
      fromRecord: from.record.name,
      fromId: from.id,
      toRecord: to.record.name,
      toId: to.id,
      at: tx.now,
      by: personId(tx.actor),
    })
    .onConflict((taken) => taken.doNothing())
    .executeTakeFirst()
  if (done.numInsertedOrUpdatedRows === 0n) throw alreadyLinked()
  await tx.journal(from.record, from.id, 'link', { [kind]: [null, named(to)] })
  await tellOther(tx, to)
  return id
}

/** Unties, from either end. Refuses `not-found`, as a link to what one may not read is no link. */
export async function removeLink(engine: Engine, tx: Tx, end: End, link: string): Promise<void> {
  const gone = await tx.db
    .deleteFrom('link')
    .where('id', '=', link)
    .where((eb) => eb.or([eb('fromId', '=', end.id), eb('toId', '=', end.id)]))
    .returningAll()
    .executeTakeFirst()
  if (!gone) throw notFound()
  const to = { record: engine.registry.get(gone.toRecord).record, id: gone.toId }
  if (!(await reads(tx, to))) throw notFound()
  const from = engine.registry.get(gone.fromRecord).record
  await tx.journal(from, gone.fromId, 'unlink', { [gone.kind]: [named(to), null] })
  await tellOther(tx, to)
}

const isThere = async (tx: Tx, kind: LinkKind, from: End, to: End): Promise<boolean> =>
  (await tx.db
    .selectFrom('link')
    .select('id')
    .where('kind', '=', kind)
    .where('fromId', '=', from.id)
    .where('toId', '=', to.id)
    .executeTakeFirst()) !== undefined

async function reads(tx: Tx, { record, id }: End): Promise<boolean> {
  const { rows } = await sql`select from ${sql.table(tableOf(record))}
    where id = ${id} and ${condition(record, record.access.read, tx.actor)}`.execute(tx.db)
  return rows.length > 0
}

/** As the journal names a record: who may not read it learns neither number nor name. */
const named = ({ record, id }: End) => ({ record: record.name, id })

/** Nothing was written to the other end, and yet its screens show the link. */
const tellOther = (tx: Tx, { record, id }: End): Promise<void> =>
  tx.notify('record', { record: record.name, id, version: 0, verb: 'link' })

const noSuchTarget = () =>
  invalid([fault('target', 'no-such-record', '所选的记录不存在。', 'The chosen record does not exist.')])

const alreadyLinked = () => invalid([fault('target', 'duplicate', '已有这个关联。', 'This link is there already.')])
