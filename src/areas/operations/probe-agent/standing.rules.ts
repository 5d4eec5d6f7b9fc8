import { z } from 'zod'

/** What is known of an agent beside its record. */
export const standingSchema = z.object({
  heard: z
    .object({
      seenAt: z.iso.datetime(),
      host: z.string(),
      version: z.string(),
      /** Readings that wait with it, and those it had no room for. */
      waiting: z.int(),
      lost: z.int(),
      taken: z.int(),
      late: z.int(),
    })
    .nullable(),
  /** How many of its active probes stand how. */
  probes: z.array(z.object({ verdict: z.enum(['up', 'slow', 'down', 'unknown']), count: z.int() })),
})

export type AgentStanding = z.output<typeof standingSchema>
