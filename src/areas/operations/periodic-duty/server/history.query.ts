import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { readItem } from '../../../../platform/read/item.ts'
import type { RowOf } from '../../../../record/record.ts'
import { everyone } from '../../../../record/rule.ts'
import { dayMs, instantAt, msOf } from '../../../../record/time.ts'
import { calendarInForce, plannedBetween } from '../../../administration/administration.api.ts'
import '../../server/tables.ts'
import { periodicDuty } from '../periodic-duty.record.ts'
import { kept } from '../periodic-duty.rules.ts'

const pastDays = 90
const shownAhead = 5
const aheadMs = 400 * dayMs

/** How a duty was kept, and when it is due next. */
export const dutyHistory = query({
  path: '/api/periodic-duties/:id/history',
  allow: everyone,
  summary: 'What became of a duty’s tasks of the last ninety days, the share that was done, and its next five times.',
  input: z.strictObject({ id: z.string().min(1).max(64) }),
  output: z.object({
    onTime: z.int(),
    late: z.int(),
    missed: z.int(),
    /** Percent of those settled that were done; null while none is. */
    rate: z.number().nullable(),
    tasks: z.array(
      z.object({
        number: z.string(),
        dueOn: z.iso.date(),
        dueBy: z.iso.datetime(),
        state: z.enum(['due', 'to-sign', 'done', 'missed']),
        late: z.boolean(),
        doneAt: z.iso.datetime().nullable(),
        doneBy: z.string().nullable(),
        explained: z.boolean(),
      }),
    ),
    next: z.array(z.object({ date: z.iso.date(), at: z.iso.datetime() })),
    /** From this date on the calendar says nothing. */
    unknownFrom: z.iso.date().nullable(),
    calendarInForce: z.boolean(),
  }),
  async run({ db, person, now }, { id }) {
    const duty = (await readItem(db, periodicDuty, person, id)) as unknown as RowOf<typeof periodicDuty>
    const tasks = await db
      .selectFrom('dutyTask as t')
      .leftJoin('person as p', 'p.id', 't.doneBy')
      .select(['t.number', 't.dueOn', 't.dueBy', 't.state', 't.late', 't.doneAt', 'p.name as doneBy', 't.missedReason'])
      .where('t.duty', '=', duty.id)
      .where('t.dueOn', '>=', instantAt(msOf(now) - pastDays * dayMs).slice(0, 10))
      .orderBy('t.dueOn')
      .orderBy('t.dueBy')
      .limit(1_000)
      .execute()
    const calendar = await calendarInForce(db, duty.calendar)
    const foreseen =
      calendar && duty.state === 'active'
        ? plannedBetween(duty, calendar, msOf(now), msOf(now) + aheadMs, shownAhead)
        : { planned: [], unknownFrom: null }
    return {
      ...kept(tasks),
      tasks: tasks.map(({ missedReason, ...task }) => ({ ...task, explained: missedReason !== null })),
      next: foreseen.planned.map(({ date, at }) => ({ date, at: instantAt(at) })),
      unknownFrom: foreseen.unknownFrom,
      calendarInForce: calendar !== null,
    }
  },
})
