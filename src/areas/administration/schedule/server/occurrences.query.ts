import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { readItem } from '../../../../platform/read/item.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import type { RowOf } from '../../../../record/record.ts'
import { everyone } from '../../../../record/rule.ts'
import { instantAt, minuteMs, msOf } from '../../../../record/time.ts'
import '../../server/tables.ts'
import { calendarInForce } from '../../working-calendar/server/calendar.store.ts'
import { plannedBetween } from '../plan.rules.ts'
import { schedule } from '../schedule.record.ts'

const shown = 10
/** Looked ahead for no longer than two years; milliseconds. */
const ahead = 731 * 1_440 * minuteMs

const instant = z.iso.datetime()

/** What a schedule has made, missed and skipped, and what comes next. */
export const occurrencesOf = query({
  path: '/api/schedules/:id/occurrences',
  allow: everyone,
  summary: 'The next ten occurrences of a schedule, and what became of the last fifty.',
  input: z.strictObject({ id: z.string().min(1).max(64) }),
  output: z.object({
    next: z.array(z.object({ key: z.string(), date: z.iso.date(), at: instant })),
    /** From this date on the calendar says nothing; null: it reaches as far as was looked. */
    unknownFrom: z.iso.date().nullable(),
    calendar: z.string().nullable(),
    past: z.array(
      z.object({
        key: z.string(),
        at: instant,
        settledAt: instant,
        state: z.enum(['made', 'caught-up', 'by-hand', 'missed', 'skipped', 'refused']),
        record: z.string(),
        recordId: z.uuid().nullable(),
        text: z.tuple([z.string(), z.string()]).nullable(),
      }),
    ),
    refs: refsSchema,
  }),
  async run({ db, person, now, engine }, { id }) {
    const row = (await readItem(db, schedule, person, id)) as unknown as RowOf<typeof schedule>
    const calendar = await calendarInForce(db, row.calendar)
    const goesOn = row.state === 'active' && calendar !== null
    const foreseen = goesOn
      ? plannedBetween(row, calendar, msOf(now), msOf(now) + ahead, shown)
      : { planned: [], unknownFrom: null }
    const past = await db
      .selectFrom('occurrence')
      .select(['key', 'at', 'settledAt', 'state', 'recordId', 'text'])
      .where('schedule', '=', row.id)
      .orderBy('at', 'desc')
      .limit(50)
      .execute()
    const made = new Set(past.flatMap(({ recordId }) => recordId ?? []))
    return {
      next: foreseen.planned.map((one) => ({ ...one, at: instantAt(one.at) })),
      unknownFrom: foreseen.unknownFrom,
      calendar: calendar?.name ?? null,
      past: past.map((one) => ({ ...one, record: row.make.record })),
      refs: await lookUp(engine, person, new Map([[row.make.record, made]])),
    }
  },
})
