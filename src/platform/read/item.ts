import { type Kysely, sql } from 'kysely'
import type { PersonActor } from '../../record/actor.ts'
import { notFound } from '../../record/problem.ts'
import { type AnyRecord, type AnyRow, tableOf } from '../../record/record.ts'
import { columnsOf } from '../db/columns.ts'
import type { Tables } from '../tables.ts'
import { condition } from './filter.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** One record by id or number, through the reader's filter; refuses `not-found`. */
export async function readItem(
  db: Kysely<Tables>,
  record: AnyRecord,
  person: PersonActor,
  idOrNumber: string,
): Promise<AnyRow> {
  const by = uuid.test(idOrNumber) ? sql`id = ${idOrNumber}` : sql`number = ${idOrNumber.toUpperCase()}`
  const { rows } = await sql<AnyRow>`select ${sql.raw(columnsOf(record).select)} from ${sql.table(tableOf(record))}
    where ${by} and ${condition(record, record.access.read, person)}`.execute(db.withoutPlugins())
  if (!rows[0]) throw notFound()
  return rows[0]
}
