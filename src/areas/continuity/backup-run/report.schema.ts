import { z } from 'zod'
import { reportedSchema } from '../backup-plan/method.settings.ts'

const instant = z.iso.datetime()

/** Where the copy lies: within its plan's folder, or a snapshot. */
const location = z.string().trim().min(1).max(500)

/**
 * What a program says of one run, once when it begins and once when it is over; or only then. Said again it changes nothing, so
 * whoever heard no answer says it again.
 */
export const reportSchema = z
  .strictObject({
    /** By which it is known: whoever reports draws it. */
    key: z.string().trim().min(8).max(200),
    startedAt: instant,
    endedAt: instant.optional(),
    /** Of the command; null where it was broken off. */
    exitCode: z.int().min(-255).max(255).nullable().optional(),
    location: location.optional(),
    bytes: z.int().min(0).optional(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    modifiedAt: instant.optional(),
    totals: reportedSchema.default([]),
    note: z.string().max(100_000).optional(),
  })
  .refine(({ startedAt, endedAt }) => endedAt === undefined || Date.parse(endedAt) >= Date.parse(startedAt), {
    path: ['endedAt'],
    error: 'ends before it begins',
  })
export type Report = z.input<typeof reportSchema>
export type ReadReport = z.output<typeof reportSchema>

/** What is answered: the run, and what was found once it is over. */
export const answerSchema = z.object({
  run: z.string(),
  state: z.string(),
  finding: z.string().nullable(),
  text: z.tuple([z.string(), z.string()]).nullable(),
})
