import { setTimeout as wait } from 'node:timers/promises'
import type { Engine } from '../../../../platform/engine.ts'
import type { ProbeRow } from '../../probe/server/ask.ts'
import { makeJudge } from '../../probe/server/judge.ts'
import { keepReadings } from '../../probe/server/results.ts'
import type { ProbeReading } from '../../probe/server/scheduler.ts'
import { type Report, timeliness } from '../exchange.rules.ts'

/** Longest that an agent waits for what its readings bring about; they go on in any case. */
const mostWaitMs = 5_000

/**
 * Takes an agent's readings of the probes that are its own, oldest first. They are judged afresh from what is stored, for the
 * next may come to another copy. Those that came late are kept and raise nothing.
 */
export async function takeReports(
  engine: Engine,
  agent: string,
  reports: readonly Report[],
): Promise<{ taken: number; late: number }> {
  if (reports.length === 0) return { taken: 0, late: 0 }
  const probes = await probesOf(engine, agent, reports)
  const now = Date.parse(engine.clock.now())
  const sorted: Record<'now' | 'late' | 'never', ProbeReading[]> = { now: [], late: [], never: [] }
  for (const { probe, reading } of reports) {
    const row = probes.get(probe)
    if (!row) continue
    sorted[timeliness(reading.startedAt, row.intervalSeconds, now)].push({ probeId: probe, reading } as ProbeReading)
  }
  const late = await keepReadings(engine.db, sorted.late)
  if (sorted.now.length > 0) {
    const judge = makeJudge(engine, (id) => probes.get(id))
    await judge.take(sorted.now)
    await Promise.race([judge.drain(), wait(mostWaitMs, undefined, { ref: false })])
  }
  return { taken: late.length + sorted.now.length, late: late.length }
}

async function probesOf(engine: Engine, agent: string, reports: readonly Report[]): Promise<Map<string, ProbeRow>> {
  const rows = await engine.db
    .selectFrom('probe')
    .selectAll()
    .where('id', 'in', [...new Set(reports.map(({ probe }) => probe))])
    .where('agent', '=', agent)
    .where('state', '=', 'active')
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
