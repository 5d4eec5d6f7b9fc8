import '../../server/tables.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { RowOf } from '../../../../record/record.ts'
import { msOf } from '../../../../record/time.ts'
import type { schedule } from '../schedule.record.ts'
import { dueBetween } from './tick.ts'

/** What a schedule is going to make. */
export interface ForeseenOne {
  readonly schedule: string
  readonly name: string
  readonly date: string
}

/** What active schedules will make of one kind of record between two instants, in the order of its dates. */
export async function foreseenOf(
  db: Kysely<Tables>,
  record: string,
  after: string,
  until: string,
): Promise<ForeseenOne[]> {
  if (msOf(until) <= msOf(after)) return []
  const rows = (await db
    .selectFrom('schedule')
    .selectAll()
    .where('state', '=', 'active')
    .execute()) as unknown as RowOf<typeof schedule>[]
  const making = rows.filter(({ make }) => make.record === record)
  const found = await Promise.all(
    making.map(async (row) =>
      (await dueBetween(db, row, after, until)).map(({ date }) => ({ schedule: row.number, name: row.name, date })),
    ),
  )
  return found.flat().sort((a, b) => (a.date < b.date ? -1 : 1))
}
