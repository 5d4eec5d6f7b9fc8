import { z } from 'zod'
import { instantAt, msOf } from '../../record/time.ts'
import { type Span, spansBetween } from '../../record/working-time.ts'
import { type Beside, beside } from '../area.ts'
import { leftOf } from './marks.ts'
import { type ClockNow, clocksNow, fieldsAsked, pastOf } from './read.ts'
import type { ClockSource } from './source.ts'

const instant = z.iso.datetime()
const span = z.object({ from: instant, to: instant })

export const clockSchema = z.object({
  clock: z.string(),
  target: z.object({ id: z.uuid(), name: z.string(), minutes: z.number(), warnAt: z.number().nullable() }),
  calendar: z.object({ id: z.uuid(), name: z.string() }),
  state: z.enum(['running', 'paused', 'met', 'breached', 'unknown']),
  open: z.boolean(),
  startedAt: instant,
  endedAt: instant.nullable(),
  dueAt: instant.nullable(),
  breachedAt: instant.nullable(),
  warnAt: instant.nullable(),
  warned: z.boolean(),
  /** Seconds of working time; left is negative once it is late. */
  ranSeconds: z.int(),
  leftSeconds: z.int(),
  /** Seconds by the wall in states that pause it. */
  pausedSeconds: z.int(),
  stretches: z.array(
    z.object({
      from: instant,
      to: instant.nullable(),
      is: z.enum(['running', 'paused', 'ended']),
      workedSeconds: z.int(),
    }),
  ),
  /** The next stretches of the calendar that lead to the due time, ten at most. */
  ahead: z.array(span),
})

/** `GET /api/{plural}/{id}/clocks`: how each clock of a record stands, and why. */
export const clocksBeside = (source: ClockSource): Beside =>
  beside({
    name: 'clocks',
    of: (record) => record.clocks !== undefined,
    summary: 'The clocks of a record: what has run, what is left, when each is due and why.',
    output: z.object({ items: z.array(clockSchema) }),
    async run({ db, now }, record, row) {
      const targets = await source.targets(db, record.name)
      const { happenings, told } = await pastOf(db, record, row.id, fieldsAsked(targets))
      return {
        items: clocksNow(record, happenings, targets, now).map((one) => shown(one, told(one.clock).has('warned'), now)),
      }
    },
  })

function shown(one: ClockNow, warned: boolean, now: string): z.input<typeof clockSchema> {
  const { clock, target, reading } = one
  const { state, open, startedAt, endedAt, dueAt, breachedAt, paused, ran } = reading
  const ahead = open && dueAt !== null && target.time ? spansBetween(target.time, msOf(now), msOf(dueAt), 10) : []
  return {
    clock,
    state,
    open,
    startedAt,
    endedAt,
    dueAt,
    breachedAt,
    warned,
    target: { id: target.id, name: target.name, minutes: target.minutes, warnAt: target.warnAt },
    calendar: target.calendar,
    warnAt: target.warnAt === null ? null : reading.reached(target.warnAt),
    ranSeconds: seconds(ran),
    leftSeconds: seconds(leftOf(one)),
    pausedSeconds: seconds(paused),
    stretches: reading.stretches.map(({ from, to, is, worked }) => ({ from, to, is, workedSeconds: seconds(worked) })),
    ahead: ahead.map(asText),
  }
}

const seconds = (ms: number): number => Math.floor(ms / 1_000)
const asText = ({ from, to }: Span) => ({ from: instantAt(from), to: instantAt(to) })
