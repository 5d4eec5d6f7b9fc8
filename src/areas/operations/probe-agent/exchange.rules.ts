/** What an agent and the server say to each other, and which of its readings are late. Pure. */
import { z } from 'zod'
import { probeSettings } from '../probe/probe.settings.ts'

/** Readings that one exchange carries, at most. */
export const mostReadings = 2_000

/** How often an agent speaks, milliseconds. */
export const exchangeMs = 2_000

export const reportSchema = z.strictObject({
  probe: z.uuid(),
  reading: z.strictObject({
    at: z.iso.datetime(),
    startedAt: z.number().int().min(0).max(8.64e15),
    ms: z.number().min(0).max(1e9),
    outcome: z.enum(['up', 'slow', 'down', 'unknown']),
    value: z.number().nullable(),
    note: z.string().max(500),
    carry: z.unknown().optional(),
  }),
})

export const joinSchema = z.strictObject({
  /** What it will prove itself with from now on; made by the agent, so that asking twice is asking once. */
  credential: z.string().regex(/^tsa_[\w-]{43}$/),
})

export const joinedSchema = z.object({ agent: z.uuid(), number: z.string(), name: z.string() })

export const exchangeSchema = z.strictObject({
  host: z.string().max(255),
  version: z.string().max(40),
  /** Of the assignment that it works by; null for none. */
  revision: z.string().max(64).nullable(),
  /** Readings that wait with it beyond those given here. */
  waiting: z.int().min(0),
  /** Readings that it had no room to keep, since it started. */
  lost: z.int().min(0),
  /** Since when none of its references answers; null while its network is well. */
  cutOffSince: z.iso.datetime().nullable(),
  readings: z.array(reportSchema).max(mostReadings),
})

export const assignedSchema = z.object({
  id: z.uuid(),
  settings: probeSettings,
  intervalSeconds: z.number(),
  carry: z.unknown(),
})

export const assignmentSchema = z.object({
  revision: z.string(),
  probes: z.array(assignedSchema),
  references: z.string(),
})

export const answerSchema = z.object({
  /** What time it is: an agent goes by the server's clock. */
  now: z.iso.datetime(),
  /** Only where it differs from what the agent works by. */
  assignment: assignmentSchema.nullable(),
})

export type Report = z.output<typeof reportSchema>
export type Exchange = z.output<typeof exchangeSchema>
export type Assigned = z.output<typeof assignedSchema>
export type Assignment = z.output<typeof assignmentSchema>
export type Answer = z.output<typeof answerSchema>

/** Kinds that only the server can ask: what they need stands in its database. */
const ofTheServer: ReadonlySet<string> = new Set(['heartbeat', 'snmp', 'database'])
export const agentMayAsk = (kind: string): boolean => !ofTheServer.has(kind)

const leastLateMs = 30_000
/** Older than this they fill no chart any more, and newer than now there is nothing; milliseconds. */
const mostAgeMs = 30 * 86_400_000
const mostAheadMs = 60_000

/**
 * What becomes of a reading that came at `now`: one of the present is judged; a late one fills the chart and raises nothing from
 * the past; what no working clock can have made is left out.
 */
export function timeliness(startedAt: number, intervalSeconds: number, now: number): 'now' | 'late' | 'never' {
  const age = now - startedAt
  if (age < -mostAheadMs || age > mostAgeMs) return 'never'
  return age > Math.max(leastLateMs, 2_000 * intervalSeconds) ? 'late' : 'now'
}
