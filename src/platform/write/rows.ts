import { type RawBuilder, sql, type Transaction } from 'kysely'
import { type Actor, personId } from '../../record/actor.ts'
import { type CustomValues, mergedCustom } from '../../record/custom.ts'
import { notFound } from '../../record/problem.ts'
import { type AnyRecord, type AnyRow, fieldsOfRecord, startOf, type Transition, tableOf } from '../../record/record.ts'
import { columnsOf, snake, toColumn } from '../db/columns.ts'
import type { Engine } from '../engine.ts'
import { condition } from '../read/filter.ts'
import type { Tables } from '../tables.ts'
import { stale } from './checks.ts'
import type { Head } from './journal.ts'

/** A row as it stands, locked until the end of the transaction, with where its journal stands. */
export type Locked = AnyRow & Head
export type Draft = { -readonly [K in keyof AnyRow]: AnyRow[K] } & Record<string, unknown>
export type Values = Readonly<Record<string, unknown>>

/** What is being done, as the one write path takes it. */
export type Doing =
  | { readonly verb: 'create'; readonly transition?: undefined }
  | { readonly verb: 'update'; readonly transition?: undefined }
  | { readonly verb: string; readonly transition: Transition }

/** Reads a row through the reader's filter and keeps it locked, so that two who act at once act one after the other. */
export async function lockRow(
  trx: Transaction<Tables>,
  actor: Actor,
  record: AnyRecord,
  id: string,
  seen?: number,
): Promise<Locked> {
  const [row] = (await lockRows(trx, actor, record, [id])).values()
  if (!row) throw notFound()
  if (seen !== undefined && seen !== row.version) throw stale(row, seen)
  return row
}

/** The same for many, by id; those that are not there or may not be read are left out. */
export async function lockRows(
  trx: Transaction<Tables>,
  actor: Actor,
  record: AnyRecord,
  ids: readonly string[],
): Promise<Map<string, Locked>> {
  const which = ids.length === 1 ? sql`id = ${ids[0]}` : sql`id = any(${ids}::uuid[])`
  // In the order of their ids, so that two who lock the same rows wait for each other only one way.
  const { rows } = await sql<Locked>`
    select ${sql.raw(columnsOf(record).select)}, journal_n as "journalN", journal_head as "journalHead"
    from ${sql.table(tableOf(record))}
    where ${which} and ${condition(record, record.access.read, actor)} order by id for update`.execute(trx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The row as it will be: what was there or the defaults, what is given, what follows from it. */
export function rowAfter(
  engine: Engine,
  now: string,
  record: AnyRecord,
  doing: Doing,
  before: Locked | null,
  values: Values,
  actor: Actor,
): Draft {
  const me = personId(actor)
  const after = (before ? { ...before } : freshRow(record, engine, now, me)) as Draft
  for (const [name, value] of Object.entries(values)) {
    if (!Object.hasOwn(record.fields, name)) throw new Error(`${record.name} has no field ${name}`)
    if (value === undefined) continue
    after[name] = name === 'custom' ? mergedCustom(after.custom ?? {}, value as CustomValues) : value
  }
  if (doing.transition) after.state = doing.transition.to
  if (!before) after.state = startOf(record, after)
  if (before) Object.assign(after, { version: before.version + 1, updatedAt: now, updatedBy: me })
  if (record.derive) Object.assign(after, record.derive(after as never))
  return after
}

function freshRow(record: AnyRecord, engine: Engine, now: string, me: string | null): Draft {
  const row: Record<string, unknown> = { id: engine.newId(), number: '', state: '', version: 1 }
  Object.assign(row, { createdAt: now, createdBy: me, updatedAt: now, updatedBy: me })
  for (const [name, field] of fieldsOfRecord(record)) {
    row[name] = field.kind === 'trading-day' ? engine.tradingDay(now) : (field.default ?? null)
  }
  return row as Draft
}

/** A row to be stored, with where its journal will stand. */
export interface Stored {
  readonly row: AnyRow
  readonly head: Head
}

/**
 * Rows go in as one JSON text, however many they are: one statement, prepared once, without a limit of parameters.
 * PostgreSQL reads each member as its column's own type.
 */
export async function insertRows(trx: Transaction<Tables>, record: AnyRecord, rows: readonly Stored[]): Promise<void> {
  const names = columnsOf(record).names
  const columns = sql.join([...names.map(snake), ...headColumns].map((name) => sql.ref(name)))
  const table = sql.table(tableOf(record))
  await sql`insert into ${table} (${columns})
    select ${columns} from json_populate_recordset(null::${table}, ${asJson(rows, names)}::json)`.execute(trx)
}

/** Writes these columns of a row, and its stamps. */
export async function updateRow(
  trx: Transaction<Tables>,
  record: AnyRecord,
  { row, head }: Stored,
  changed: readonly string[],
): Promise<void> {
  const set = [...stamps, ...changed].map(
    (name): RawBuilder<unknown> => sql`${sql.ref(snake(name))} = ${toColumn(record, name, row[name])}`,
  )
  await sql`update ${sql.table(tableOf(record))} set ${sql.join(set)},
    journal_n = ${head.journalN}, journal_head = ${head.journalHead} where id = ${row.id}`.execute(trx)
}

/** The same for many: a column that changed in one of them is written in all. */
export async function updateRows(
  trx: Transaction<Tables>,
  record: AnyRecord,
  rows: readonly Stored[],
  changed: readonly string[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  if (rows.length === 1) return updateRow(trx, record, first, changed)
  const names = [...stamps, ...changed]
  const set = [...names.map(snake), ...headColumns].map((name) => sql`${sql.ref(name)} = given.${sql.ref(name)}`)
  const table = sql.table(tableOf(record))
  await sql`update ${table} as stored set ${sql.join(set)}
    from json_populate_recordset(null::${table}, ${asJson(rows, ['id', ...names])}::json) as given
    where stored.id = given.id`.execute(trx)
}

const stamps = ['version', 'updatedAt', 'updatedBy']
const headColumns = ['journal_n', 'journal_head']

const asJson = (rows: readonly Stored[], names: readonly string[]): string =>
  JSON.stringify(
    rows.map(({ row, head }) => {
      const columns: Record<string, unknown> = {}
      for (const name of names) columns[snake(name)] = row[name] ?? null
      columns['journal_n'] = head.journalN
      columns['journal_head'] = `\\x${head.journalHead.toString('hex')}`
      return columns
    }),
  )
