import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault, Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { holds, role } from '../../../../record/rule.ts'
import { instantAt, msOf } from '../../../../record/time.ts'
import '../../server/tables.ts'
import { calendarInForce } from '../../working-calendar/server/calendar.store.ts'
import { schedule } from '../schedule.record.ts'
import { scheduleFaults } from '../schedule.rules.ts'
import { advance, dueBetween, make, write } from './tick.ts'

type Row = RowOf<typeof schedule>

const sound = async (tx: Tx, row: Row): Promise<Fault[]> => scheduleFaults(row, tx.registry)

/** Who says what is made lends a schedule no more than they may do themselves. */
async function own(tx: Tx, row: Row): Promise<Fault[]> {
  const faults = await sound(tx, row)
  if (faults.length > 0 || (await isMade(tx, row))) return faults
  const { record } = tx.registry.get(row.make.record)
  if (holds(record.access.create, tx.actor, row.make.values)) return []
  return [
    fault(
      'make.record',
      'not-allowed',
      '您不能新建这类记录,也就不能让计划代您新建。',
      'You may not make such records, and so no schedule makes them for you.',
    ),
  ]
}

/** What it makes already may stay when somebody else changes the rest. */
async function isMade(tx: Tx, { id, make: { record, values } }: Row): Promise<boolean> {
  const before = await tx.db.selectFrom('schedule').select('make').where('id', '=', id).executeTakeFirst()
  return before !== undefined && isDeepStrictEqual(before.make, { record, values })
}

/** It looks ahead from now: what would have been before is no occurrence of it. */
const fromNow = async (tx: Tx, { id }: Row): Promise<void> => {
  await advance(tx.db, id, tx.now)
}

export const scheduleBehaviour = behave(schedule, {
  guards: { create: own, update: own, resume: sound },
  effects: {
    create: fromNow,
    update: fromNow,
    /** What fell while it was paused was skipped, and is said to be. */
    resume: async (tx, row) => {
      const before = await tx.db
        .selectFrom('scheduleProgress')
        .select('through')
        .where('schedule', '=', row.id)
        .executeTakeFirst()
      for (const one of await dueBetween(tx.db, row, before?.through ?? tx.now, tx.now))
        await write(tx, row.id, one, { state: 'skipped' })
      await fromNow(tx, row)
    },
  },
  actions: {
    'make-now': action(schedule, {
      allow: role('manager', 'admin'),
      summary: 'Makes one now, by hand. What is planned stays planned.',
      input: z.strictObject({}),
      output: z.object({ record: z.string(), id: z.uuid() }),
      async run(tx, row) {
        if (row.state === 'ended') throw new Refusal('wrong-state', ['计划已结束。', 'The schedule has ended.'])
        const { record } = tx.registry.get(row.make.record)
        tx.demand(record.access.create, row.make.values)
        // A key of its own: no day, week or month is used up.
        const one = { key: `by-hand ${tx.newId()}`, at: msOf(tx.now), date: await today(tx, row) }
        await write(tx, row.id, one, { state: 'by-hand' })
        return { record: record.name, id: await make(tx, row, one) }
      },
    }),
  },
})

/** Today where the calendar is. */
async function today(tx: Tx, row: Row): Promise<string> {
  const zone = (await calendarInForce(tx.db, row.calendar))?.zone ?? 'UTC'
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instantAt(msOf(tx.now))))
}
