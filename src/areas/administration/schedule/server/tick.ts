import { sql } from 'kysely'
import type { Service } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { rhythm } from '../../../../platform/jobs/rhythm.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { instantAt, msOf } from '../../../../record/time.ts'
import '../../server/tables.ts'
import { calendarInForce } from '../../working-calendar/server/calendar.store.ts'
import { type Judged, judged } from '../missed.rules.ts'
import { plannedBetween } from '../plan.rules.ts'
import type { schedule } from '../schedule.record.ts'
import { valuesFor } from '../schedule.rules.ts'

type Row = RowOf<typeof schedule>

const turnMs = 5_000
/** Looked through anew no further back than this; milliseconds. */
const dayMs = 86_400_000

export const scheduleService: Service = async (engine) => rhythm(turnMs, engine.log, () => tick(engine))

/**
 * Makes what has fallen due by every active schedule. All copies of the server may do so in the same second: an occurrence
 * is taken by its key in the transaction that makes its record, and whoever comes second finds it taken. A fault with one
 * schedule is logged and holds up no other.
 */
export async function tick(engine: Engine): Promise<void> {
  const active = await engine.db
    .selectFrom('schedule as s')
    .innerJoin('scheduleProgress as p', 'p.schedule', 's.id')
    .where('s.state', '=', 'active')
    .selectAll('s')
    .select('p.through')
    .execute()
  for (const { through, ...row } of active)
    await makeDue(engine, row as Row, through).catch((error) =>
      engine.log.error({ err: error, schedule: row.id }, 'A schedule could not be followed'),
    )
}

async function makeDue(engine: Engine, row: Row, through: string): Promise<void> {
  const now = engine.clock.now()
  const due = await dueBetween(engine.db, row, through, now)
  for (const one of judged(due, row.missed, msOf(now))) await settle(engine, row, one)
  if (due.length > 0 || msOf(now) - msOf(through) > dayMs) await advance(engine.db, row.id, now)
}

/** What fell due in this time, by the calendar in force; nothing while there is none. */
export async function dueBetween(
  db: Engine['db'],
  row: Pick<Row, 'rule' | 'at' | 'calendar' | 'startsOn' | 'endsOn'>,
  after: string,
  until: string,
) {
  const calendar = await calendarInForce(db, row.calendar)
  return calendar ? plannedBetween(row, calendar, msOf(after), msOf(until)).planned : []
}

async function settle(engine: Engine, row: Row, one: Judged): Promise<void> {
  if (one.as === 'missed') {
    await engine.inTx(asSystem('schedule'), (tx) => write(tx, row.id, one, { state: 'missed' }))
    return
  }
  try {
    await engine.inTx(asSystem('schedule'), async (tx) => {
      if (await write(tx, row.id, one, { state: one.as === 'caught-up' ? 'caught-up' : 'made' }))
        await make(tx, row, one)
    })
  } catch (error) {
    // What the record refuses will not come right by itself: it is kept for somebody to see, and not tried again.
    if (!(error instanceof Refusal)) throw error
    const { text } = error
    await engine.inTx(asSystem('schedule'), (tx) => write(tx, row.id, one, { state: 'refused', text }))
  }
}

/** Makes the record of an occurrence that this transaction has written. */
export async function make(tx: Tx, row: Row, { key, date }: Pick<Judged, 'key' | 'date'>): Promise<string> {
  const { record } = tx.registry.get(row.make.record)
  const made = await tx.create(record, valuesFor(row.make.values, date) as never)
  await tx.db
    .updateTable('occurrence')
    .set({ recordId: made.id })
    .where('schedule', '=', row.id)
    .where('key', '=', key)
    .execute()
  return made.id
}

export type OccurrenceState = 'made' | 'caught-up' | 'by-hand' | 'missed' | 'skipped' | 'refused'

/** Writes an occurrence; false when it is there already. */
export async function write(
  tx: Tx,
  schedule: string,
  { key, at }: { key: string; at: number },
  { state, text = null }: { state: OccurrenceState; text?: Refusal['text'] | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: written } = await tx.db
    .insertInto('occurrence')
    .values({
      schedule,
      key,
      state,
      at: instantAt(at),
      settledAt: tx.now,
      recordId: null,
      text: text && JSON.stringify(text),
    })
    .onConflict((one) => one.doNothing())
    .executeTakeFirst()
  return written === 1n
}

/** What came before this instant is settled; it never goes back. */
export const advance = (db: Engine['db'], schedule: string, through: string): Promise<unknown> =>
  sql`insert into schedule_progress (schedule, through) values (${schedule}, ${through})
    on conflict (schedule) do update set through = greatest(schedule_progress.through, excluded.through)`.execute(db)
