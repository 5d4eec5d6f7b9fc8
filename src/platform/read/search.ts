import { type RawBuilder, sql } from 'kysely'
import type { AnyRecord } from '../../record/record.ts'
import { searchedFields } from '../../record/search.ts'
import { once } from '../db/pool.ts'

/** Does a search text begin as the record's numbers do: `INC-202611-00`? */
export const isNumberPrefix = (record: AnyRecord, text: string): boolean =>
  text.trim().toUpperCase().startsWith(`${record.number}-`)

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
