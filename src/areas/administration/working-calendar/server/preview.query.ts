import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { readItem } from '../../../../platform/read/item.ts'
import type { RowOf } from '../../../../record/record.ts'
import { everyone } from '../../../../record/rule.ts'
import { instantAt, minuteMs, msOf } from '../../../../record/time.ts'
import { addWorking, spansBetween } from '../../../../record/working-time.ts'
import { workingCalendar } from '../working-calendar.record.ts'
import { layOutRow } from './calendar.store.ts'

const mostSpans = 40

/** `If opened now, due …`: on any calendar, a draft too, with the stretches of work that lead there. */
export const dueOnCalendar = query({
  path: '/api/working-calendars/:id/due',
  allow: everyone,
  summary: 'When a target would be due on this calendar, and the stretches of work that lead there.',
  input: z.strictObject({
    id: z.string().min(1).max(64),
    minutes: z.coerce.number().int().min(0).max(10_000_000),
    at: z.iso.datetime().optional(),
  }),
  output: z.object({
    from: z.iso.datetime(),
    /** Null: the calendar does not reach so far. */
    dueAt: z.iso.datetime().nullable(),
    spans: z.array(z.object({ from: z.iso.datetime(), to: z.iso.datetime() })),
    /** There are more stretches than are listed. */
    more: z.boolean(),
    knownFrom: z.iso.datetime().nullable(),
    knownTo: z.iso.datetime().nullable(),
  }),
  async run({ db, person, now }, { id, minutes, at = now }) {
    const row = (await readItem(db, workingCalendar, person, id)) as unknown as RowOf<typeof workingCalendar>
    const laid = await layOutRow(db, row)
    const time = laid?.time
    const due = time ? addWorking(time, msOf(at), minutes * minuteMs) : 'unknown'
    const spans = time && due !== 'unknown' ? spansBetween(time, msOf(at), due, mostSpans + 1) : []
    return {
      from: at,
      dueAt: due === 'unknown' ? null : instantAt(due),
      spans: spans.slice(0, mostSpans).map((one) => ({ from: instantAt(one.from), to: instantAt(one.to) })),
      more: spans.length > mostSpans,
      knownFrom: time ? instantAt(time.from) : null,
      knownTo: time ? instantAt(time.to) : null,
    }
  },
})
