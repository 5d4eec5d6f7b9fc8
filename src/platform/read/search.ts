import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type AnyRecord, tableOf } from '../../record/record.ts'
import { searchedFields } from '../../record/search.ts'
import { once } from '../db/pool.ts'
import type { Tables } from '../tables.ts'

/** Does a search text begin as the record's numbers do: `INC-202611-00`? */
export const isNumberPrefix = (record: AnyRecord, text: string): boolean =>
  text.trim().toUpperCase().startsWith(`${record.number}-`)

/** May a number of this record begin so: `IN`, `INC-202611-00`? */
export const mayBeNumber = (record: AnyRecord, text: string): boolean =>
  isNumberPrefix(record, text) || `${record.number}-`.startsWith(text.trim().toUpperCase())

/** What is looked for: a number by its prefix, as a range of its index; anything else in the fields that may be searched. */
export function searchFor(record: AnyRecord, text: string): RawBuilder<boolean> {
  return isNumberPrefix(record, text) ? numberFrom(text) : termsIn(record, text)
}

/** Numbers that begin so; they hold capitals, digits and dashes, which all come before the tilde. */
export function numberFrom(text: string): RawBuilder<boolean> {
  const from = text.trim().toUpperCase()
  return sql<boolean>`(number >= ${from} and number < ${`${from}~`})`
}

/**
 * Holds the pieces of what is looked for (migration 0006); `A` only in what names the record. The text stands in the
 * statement itself: PostgreSQL then knows how common it is, and walks the newest rows for a common word and the index for
 * a rare one.
 */
export function termsIn(record: AnyRecord, text: string, within: '' | 'A' = ''): RawBuilder<boolean> {
  const { first, rest } = searchedFields(record)
  if (first.length + rest.length === 0) return sql<boolean>`false`
  return sql<boolean>`search @@ search_query(${sql.lit(text)}, ${sql.lit(within && `:${within}`)}) ${sql.raw(once)}`
}

/** What is looked for as the database reads it: pieces to be found anywhere, and pieces to be found in what names a record. */
export interface Terms {
  readonly anywhere: string
  readonly first: string
}

/**
 * Reads what is looked for once, for whoever looks through many tables: reading it again for each would take longer than finding.
 * Null when nothing is left to look for.
 */
export async function readTerms(db: Kysely<Tables>, text: string): Promise<Terms | null> {
  const { rows } = await sql<Terms & { anywhere: string | null }>`
    select search_query(${text}, '')::text as anywhere, search_query(${text}, ':A')::text as first`.execute(db)
  return rows[0]?.anywhere ? rows[0] : null
}

/** The newest rows of a table, a sample of all. */
export const newestOf = (record: AnyRecord, rows: number): RawBuilder<unknown> =>
  sql`(select * from ${sql.table(tableOf(record))} order by id desc limit ${rows}) as newest`

/** So many rows show how common a word is. */
const sample = 1_000

/** A word in fewer of them than this is rare: its index finds all of them sooner than a walk finds a page. */
const common = sample / 50

/**
 * Is a word common in a table, wherever it stands? Of a table of some size a sample of blocks from everywhere is looked through; in a
 * small one nothing is.
 */
export function isCommon(record: AnyRecord, holds: RawBuilder<boolean>): RawBuilder<boolean> {
  const rows = sql`(select reltuples from pg_class where oid = ${sql.lit(tableOf(record))}::regclass)`
  return sql<boolean>`(select count(*) from ${sql.table(tableOf(record))}
    tablesample system ((select least(100, 100 * ${sql.lit(sample)} / greatest(${rows}, 1))))
    where ${rows} > ${sql.lit(10 * sample)} and ${holds}) >= ${sql.lit(common)}`
}

/**
 * Where a list looks for what is searched: in the table as it stands where the word is common, else among the finds of its index.
 * PostgreSQL keeps account of common words only, takes all others for somewhat common, and would walk a million rows for one that
 * is not there.
 */
export async function placeFor(
  db: Kysely<Tables>,
  record: AnyRecord,
  text: string | undefined,
): Promise<RawBuilder<unknown>> {
  const table = sql.table(tableOf(record))
  if (text === undefined || isNumberPrefix(record, text)) return table
  const holds = termsIn(record, text)
  const lately = sql`(select count(*) from ${newestOf(record, sample)} where ${holds}) >= ${sql.lit(common)}`
  const { rows } = await sql<{ walk: boolean }>`select ${lately} or ${isCommon(record, holds)} as walk`.execute(db)
  return rows[0]?.walk ? table : sql`(select * from ${table} where ${holds} offset 0) as ${table}`
}
