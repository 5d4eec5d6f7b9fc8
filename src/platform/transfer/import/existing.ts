import { type Kysely, sql } from 'kysely'
import { fold } from '../../../record/fold.ts'
import { type AnyRow, tableOf } from '../../../record/record.ts'
import { columnsOf, snake } from '../../db/columns.ts'
import { condition } from '../../read/filter.ts'
import type { Tables } from '../../tables.ts'
import type { Draft, Planner } from './plan.ts'

/** The records that rows are about, through the reader's filter, by row. */
export async function existing(
  { record, person, match, earlier }: Planner,
  db: Kysely<Tables>,
  drafts: readonly Draft[],
): Promise<Map<number, AnyRow | undefined>> {
  const found = new Map<number, AnyRow | undefined>()
  const select = sql`select ${sql.raw(columnsOf(record).select)} from ${sql.table(tableOf(record))}`
  const readable = condition(record, record.access.read, person)
  if (!match) {
    const ids = drafts.flatMap(({ n }) => earlier.get(n) ?? [])
    if (ids.length === 0) return found
    const { rows } = await sql<AnyRow>`${select} where id = any(${ids}::uuid[]) and ${readable}`.execute(
      db.withoutPlugins(),
    )
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const { n } of drafts) found.set(n, byId.get(earlier.get(n) ?? ''))
    return found
  }
  const { name } = match.column
  const keys = drafts.flatMap(({ keys }) => keys.get(name) ?? [])
  const wanted = [...new Set(keys.flatMap((key) => (name === 'number' ? [fold(key).toUpperCase()] : [key, fold(key)])))]
  if (wanted.length === 0) return found
  const { rows } =
    await sql<AnyRow>`${select} where ${sql.ref(snake(name))} = any(${wanted}::text[]) and ${readable}`.execute(
      db.withoutPlugins(),
    )
  const byKey = new Map(rows.map((row) => [String(row[name]), row]))
  for (const { n, keys } of drafts) {
    const key = keys.get(name)
    if (key === undefined) continue
    found.set(n, name === 'number' ? byKey.get(fold(key).toUpperCase()) : (byKey.get(key) ?? byKey.get(fold(key))))
  }
  return found
}

/** Who holds a value that no two records may, or rarely do, hold. What the reader may not read has no number and no name. */
export interface Holder {
  readonly id: string
  readonly number: string | null
  readonly label: string | null
}

/** By field and value. */
export type Holders = ReadonlyMap<string, Holder>

export const holderKey = (name: string, value: unknown): string => `${name} ${String(value)}`

export async function holdersOf(
  { record, person, mapped, alike }: Planner,
  db: Kysely<Tables>,
  drafts: readonly Draft[],
): Promise<Holders> {
  const holders = new Map<string, Holder>()
  for (const { column } of mapped) {
    if (column.field.kind !== 'text' || !(column.field.unique || alike.has(column.name))) continue
    const values = drafts.flatMap(({ values }) => (values.has(column.name) ? [String(values.get(column.name))] : []))
    const may = condition(record, record.access.read, person)
    const { rows } = await sql<Holder & { value: string }>`
      select id, ${sql.ref(snake(column.name))} as value, case when ${may} then number end as number,
        case when ${may} then ${sql.ref(snake(record.label))}::text end as label
      from ${sql.table(tableOf(record))} where ${sql.ref(snake(column.name))} = any(${values}::text[])`.execute(
      db.withoutPlugins(),
    )
    for (const { value, ...holder } of rows) holders.set(holderKey(column.name, value), holder)
  }
  return holders
}
