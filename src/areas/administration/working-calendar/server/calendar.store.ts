import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { RowOf } from '../../../../record/record.ts'
import { always, type Unknown, type WorkingTime } from '../../../../record/working-time.ts'
import { tradingHours } from '../../../operations/operations.api.ts'
import '../../server/tables.ts'
import { layOut, worksOn } from '../hours.rules.ts'
import type { workingCalendar } from '../working-calendar.record.ts'

/** A calendar laid out: when and on which dates it works. */
export interface LaidOut {
  readonly id: string
  readonly name: string
  readonly zone: string
  readonly time: WorkingTime
  /** Compare with `=== true`: 'unknown' is truthy. */
  worksOn(date: string): boolean | Unknown
}

type Row = RowOf<typeof workingCalendar>

/** An edition in force, as a query finds it: enough to know whether it is laid out already. */
export type Edition = Pick<Row, 'id' | 'version' | 'kind'>

// An edition in force never changes, so one object for each version serves everybody.
const kept = new Map<string, LaidOut>()

/** An edition in force laid out; null for a trading one while no trading calendar is in force. */
export async function layOutEdition(db: Kysely<Tables>, { id, version, kind }: Edition): Promise<LaidOut | null> {
  const key = `${id}:${version}`
  const known = kept.get(key)
  if (known) return known
  const row = await db.selectFrom('workingCalendar').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const made = await layOutRow(db, row)
  // Trading hours follow the trading calendar, which changes on its own.
  if (made && kind !== 'trading') kept.set(key, made)
  return made
}

/** The calendar in force under the code of the one given; null when none is. */
export async function calendarInForce(db: Kysely<Tables>, id: string): Promise<LaidOut | null> {
  const found = await db
    .selectFrom('workingCalendar as named')
    .innerJoin('workingCalendar as c', 'c.code', 'named.code')
    .where('named.id', '=', id)
    .where('c.state', '=', 'in-force')
    .select(['c.id', 'c.version', 'c.kind'])
    .orderBy('c.updatedAt', 'desc')
    .executeTakeFirst()
  return found ? layOutEdition(db, found) : null
}

/** Any calendar laid out as it stands, a draft too; null for a trading one while no trading calendar is in force. */
export async function layOutRow(db: Kysely<Tables>, row: Row): Promise<LaidOut | null> {
  const { id, name, zone, kind } = row
  if (kind === 'always') return { id, name, zone, time: always, worksOn: () => true }
  if (kind !== 'trading') return { id, name, zone, time: layOut(row), worksOn: (date) => worksOn(row, date) }
  const hours = await tradingHours(db)
  return hours && { id, name, zone: hours.zone, time: hours.time, worksOn: hours.isTradingDate }
}
