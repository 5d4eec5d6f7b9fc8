import { setTimeout as wait } from 'node:timers/promises'
import type { Engine } from '../../../../platform/engine.ts'
import type { Programs } from '../../../../platform/process/programs.ts'
import { notFound } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { snmpAccess } from '../../../assets/assets.api.ts'
import type { probe } from '../probe.record.ts'
import { type Reading, readingOf } from '../probe.rules.ts'
import type { CheckContext } from './checks/check.ts'
import { type Observation, observe } from './checks/observe.ts'
import { keepReadings, latestReadings } from './results.ts'
import { targetFrom } from './targets.ts'

export type ProbeRow = RowOf<typeof probe>

/** What the server's environment says of a named target: an address, a file, a folder. */
export const target = targetFrom(process.env)

/** One check of a probe; a target's fault is its outcome and never thrown. Stores nothing. */
export async function check(engine: Engine, row: ProbeRow): Promise<Observation> {
  const device = (id: string) => snmpAccess(engine.db, id)
  const plugin = (name: string) => pluginOf(engine, name)
  const left = goesOn.has(row.settings.kind) ? await leftOf(engine, row.id) : {}
  return observe(row.settings, {
    intervalMs: row.intervalSeconds * 1_000,
    now: Date.now(),
    target,
    device,
    plugin,
    ...left,
  })
}

/**
 * Performs one check now, on whichever copy this is, and stores its reading like any other: evidence for a run's step,
 * for what happened during a crash, and for what is upstream of a failure. Refuses `not-found`.
 */
export async function askProbe(engine: Engine, probeId: string): Promise<Reading> {
  const row = await engine.db.selectFrom('probe').selectAll().where('id', '=', probeId).executeTakeFirst()
  if (!row) throw notFound()
  const startedAt = Date.now()
  if (row.agent) return nextOfAgent(engine, row)
  const found = await check(engine, row)
  found.lingering?.catch((error) =>
    engine.log.error({ error, probe: probeId }, 'a check that had run out of time failed'),
  )
  const reading = readingOf(found, startedAt, startedAt)
  await keepReadings(engine.db, [{ probeId, reading }])
  return reading
}

/** How often one looks whether an agent has handed in a reading, and longest that one does; milliseconds. */
const askAgainMs = 250
const mostAgentMs = 15_000

/** The next reading that the agent hands in by itself: nobody can ask from here what it is there to ask. */
async function nextOfAgent(engine: Engine, { id, intervalSeconds }: ProbeRow): Promise<Reading> {
  const since = Date.parse(engine.clock.now())
  const limitMs = Math.min(mostAgentMs, intervalSeconds * 1_000 + 5_000)
  for (const began = performance.now(); performance.now() - began < limitMs; await wait(askAgainMs)) {
    const reading = (await latestReadings(engine.db, [id])).get(id)
    if (reading && reading.startedAt >= since) return reading
  }
  const nothing = { outcome: 'unknown', value: null, note: 'no reading from its agent', ms: limitMs } as const
  return readingOf(nothing, since, since)
}

/** Only what is marked for probes: others of the list start and stop things. */
export function pluginOf({ programs }: Engine, name: string): Programs[string] | null {
  const program = Object.hasOwn(programs, name) ? programs[name] : undefined
  return program?.probe ? program : null
}

/** Kinds that look at what happened since. */
const goesOn: ReadonlySet<string> = new Set(['heartbeat', 'log-line', 'quotes', 'snmp'])

async function leftOf(engine: Engine, probeId: string): Promise<Pick<CheckContext, 'lastPush' | 'carry'>> {
  const row = await engine.db
    .selectFrom('probeState')
    .select(['lastPush', 'carry'])
    .where('probe', '=', probeId)
    .executeTakeFirst()
  return { lastPush: row?.lastPush ? Date.parse(row.lastPush) : null, carry: row?.carry ?? null }
}
