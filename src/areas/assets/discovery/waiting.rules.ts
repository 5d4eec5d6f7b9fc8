import { z } from 'zod'
import { factsSchema, machineKinds } from './discovery.record.ts'

const difference = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(['new', 'changed', 'vanished']),
  /** A field of the asset, or of the firm's own, `custom.cpu`. */
  field: z.string().nullable(),
  registered: z.string().nullable(),
  found: z.string().nullable(),
  category: z.object({ id: z.uuid(), number: z.string(), label: z.string() }).nullable(),
})

const machine = z.object({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  source: z.enum(['agent', 'snmp']),
  kind: z.enum(machineKinds),
  hostname: z.string().nullable(),
  serial: z.string().nullable(),
  addresses: z.array(z.string()),
  maker: z.string().nullable(),
  model: z.string().nullable(),
  facts: factsSchema,
  seenOn: z.string(),
  asset: z.object({ id: z.uuid(), number: z.string(), tag: z.string(), name: z.string() }).nullable(),
  differences: z.array(difference),
})

/** What waits for a decision, as the screen takes it. */
export const waitingSchema = z.object({
  counts: z.object({ new: z.int(), changed: z.int(), vanished: z.int() }),
  machines: z.array(machine),
  /** By field: what it is called. */
  fields: z.record(z.string(), z.tuple([z.string(), z.string()])),
  next: z.uuid().nullable(),
})

export type Waiting = z.output<typeof waitingSchema>
export type Machine = z.output<typeof machine>
export type Difference = z.output<typeof difference>
