import { type RawBuilder, sql } from 'kysely'
import { type AnyRecord, fieldsOfRecord } from '../../record/record.ts'
import { snake } from '../db/columns.ts'

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** A search text that begins as the record's numbers do is looked up by prefix: `INC-202611-00`. */
export function asNumberPrefix(record: AnyRecord, text: string): RawBuilder<boolean> | undefined {
  const wanted = text.trim().toUpperCase()
  if (!wanted.startsWith(`${record.number}-`)) return undefined
  return sql`number like ${`${escapeLike(wanted)}%`}`
}

/** Otherwise it is looked for in the fields that may be searched; without any, nothing is found. */
export function searchCondition(record: AnyRecord, text: string): RawBuilder<boolean> {
  const names = fieldsOfRecord(record).flatMap(([name, field]) => (field.search ? [name] : []))
  if (names.length === 0) return sql`false`
  const pattern = `%${escapeLike(text.trim())}%`
  return sql`(${sql.join(
    names.map((name) => sql`${sql.ref(snake(name))} ilike ${pattern}`),
    sql` or `,
  )})`
}
