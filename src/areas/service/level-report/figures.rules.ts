import { z } from 'zod'

const count = z.int().min(0)
const priority = z.enum(['p1', 'p2', 'p3', 'p4'])
const clock = z.enum(['response', 'resolution'])

/** How many were in time, of those that came to an end in the month. */
export const keptSchema = z.strictObject({ priority, clock, minutes: z.int(), judged: count, kept: count })

/** What one month of an agreement came to; null where nothing can be said. */
export const monthSchema = z.strictObject({
  /** `2026-10`. */
  month: z.string(),
  in: count,
  out: count,
  backlog: count,
  judged: count,
  kept: count,
  /** Percent of the hours agreed; null where no component is named or the calendar does not reach. */
  availability: z.number().nullable(),
  /** Minutes within the hours agreed. */
  down: z.int().nullable(),
  /** One to five, and of how many answers. */
  grade: z.number().nullable(),
  grades: count,
})

/** A ticket that missed its time, as the report names it. */
export const missedSchema = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  priority,
  clocks: z.array(clock),
  at: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
})

/** What a report tells, frozen as it was issued. */
export const figuresSchema = z.strictObject({
  /** What was promised then. */
  share: z.number(),
  availability: z.number().nullable(),
  kept: z.array(keptSchema),
  missed: z.array(missedSchema).max(200),
  /** Missed in all, of which the first are listed. */
  missedCount: count,
  /** Six months, the one reported last. */
  months: z.array(monthSchema).min(1).max(6),
})

export type Figures = z.output<typeof figuresSchema>
export type Month = z.output<typeof monthSchema>
export type Kept = z.output<typeof keptSchema>
export type Missed = z.output<typeof missedSchema>

/** The month the report is of, and the one before it, if it tells of one. */
export const lastTwo = ({ months }: Figures): readonly [Month, Month | undefined] => [
  months.at(-1) as Month,
  months.at(-2),
]

/** Percent with one decimal, never rounded up to a hundred; null where nothing was judged. */
export const shareOf = ({ kept, judged }: { readonly kept: number; readonly judged: number }): number | null =>
  judged === 0 ? null : Math.floor((kept / judged) * 1_000) / 10

/** Whether the month held what was promised; null where nothing was judged. */
export const isHeld = (share: number | null, promised: number): boolean | null =>
  share === null ? null : share >= promised
