import { z } from 'zod'

/** What came of an event source, as its page takes it. */
export const trafficSchema = z.object({
  lastAt: z.iso.datetime().nullable(),
  accepted: z.int(),
  refused: z.int(),
  /** Where syslog is taken; 0 is nowhere. */
  syslogPort: z.int(),
  /** The same for SNMP traps. */
  trapPort: z.int(),
  deliveries: z.array(
    z.object({
      id: z.uuid(),
      at: z.iso.datetime(),
      accepted: z.boolean(),
      raised: z.int(),
      resolved: z.int(),
      /** What told nothing new. */
      known: z.int(),
      reasons: z.array(z.tuple([z.string(), z.string()])),
      /** The first of what came, as text. */
      body: z.string(),
    }),
  ),
})

export type Traffic = z.output<typeof trafficSchema>
export type Delivery = Traffic['deliveries'][number]
