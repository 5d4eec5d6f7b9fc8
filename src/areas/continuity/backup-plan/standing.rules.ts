import { z } from 'zod'

const instant = z.string().nullable()
const words = z.tuple([z.string(), z.string()])

/** How a plan stands, as its page reads it. */
export const standingSchema = z.object({
  /** Oldest first. */
  runs: z.array(
    z.object({
      number: z.string(),
      state: z.enum(['expected', 'running', 'succeeded', 'failed', 'missed']),
      finding: z.enum(['good', 'failed', 'empty', 'shrunken', 'grown', 'unchanged']).nullable(),
      dueAt: instant,
      startedAt: instant,
      endedAt: instant,
      bytes: z.number().nullable(),
      /** The state of its last test. */
      test: z.enum(['waiting', 'running', 'proven', 'failed']).nullable(),
    }),
  ),
  usual: z.number().nullable(),
  /** The last that proved a copy, and the last there was. */
  proven: z
    .object({ number: z.string(), takenAt: z.string(), endedAt: instant, seconds: z.number().nullable() })
    .nullable(),
  last: z
    .object({
      number: z.string(),
      state: z.enum(['waiting', 'running', 'proven', 'failed']),
      endedAt: instant,
      seconds: z.number().nullable(),
      lossMinutes: z.number().nullable(),
      why: words.nullable(),
    })
    .nullable(),
})
export type PlanStanding = z.output<typeof standingSchema>
