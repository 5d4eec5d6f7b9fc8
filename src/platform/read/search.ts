import { type RawBuilder, sql } from 'kysely'
import { type AnyRecord, fieldsOfRecord } from '../../record/record.ts'
import { snake } from '../db/columns.ts'

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Does a search text begin as the record's numbers do: `INC-202611-00`? */
export const isNumberPrefix = (record: AnyRecord, text: string): boolean =>
  text.trim().toUpperCase().startsWith(`${record.number}-`)

/** What is looked for: a number by its prefix, as a range of its index; anything else in the fields that may be searched. */
export function searchFor(record: AnyRecord, text: string): RawBuilder<boolean> {
  if (!isNumberPrefix(record, text)) return searchCondition(record, text)
  const from = text.trim().toUpperCase()
  // A number holds capitals, digits and dashes, which all come before the tilde.
  return sql`(number >= ${from} and number < ${`${from}~`})`
}

/** Without fields that may be searched, nothing is found. */
function searchCondition(record: AnyRecord, text: string): RawBuilder<boolean> {
  const names = fieldsOfRecord(record).flatMap(([name, field]) => (field.search ? [name] : []))
  if (names.length === 0) return sql`false`
  const pattern = `%${escapeLike(text.trim())}%`
  return sql`(${sql.join(
    names.map((name) => sql`${sql.ref(snake(name))} ilike ${pattern}`),
    sql` or `,
  )})`
}
