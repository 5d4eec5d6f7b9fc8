import { z } from 'zod'

const words = z.tuple([z.string(), z.string()])

export const stepCodes = ['whole', 'restore', 'count', 'totals', 'time'] as const

/** What was done of a restore test, in order; the first that is not well ends it. */
export const stepsSchema = z.array(
  z.strictObject({ code: z.enum(stepCodes), ok: z.boolean(), text: words, ms: z.int().min(0) }),
)
export type Step = z.infer<typeof stepsSchema>[number]

/** One total as it should be and as it was found. */
export const comparedSchema = z.array(
  z.strictObject({ name: z.string(), wanted: words, found: z.string().nullable(), ok: z.boolean() }),
)
export type Compared = z.infer<typeof comparedSchema>[number]
