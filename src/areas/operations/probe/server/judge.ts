import type { Engine } from '../../../../platform/engine.ts'
import { type Suppressor, standsAlone } from '../blame.rules.ts'
import { type Reading, restore, step, type Verdict, type VerdictState } from '../probe.rules.ts'
import type { ProbeRow } from './ask.ts'
import { findBlame } from './blame.ts'
import { decide } from './decide.ts'
import { Lanes, Stopped, type Turn } from './lanes.ts'
import { keepReadings, outcomeOf, whereLeft } from './results.ts'
import type { ProbeReading } from './scheduler.ts'

/** Decisions made side by side by one copy; each holds one connection. */
const width = 6

interface Memory {
  state: VerdictState
  behind: string | null
  decided: boolean
}

export interface Judge {
  /** Stores readings, in order, and has decided what follows from them by the time `drain` ends. */
  take(readings: readonly ProbeReading[]): Promise<void>
  /** Lets go of what is remembered of a probe: it changed, or another copy looks after it now. */
  forget(probe: string): void
  drain(): Promise<void>
  /** Decides nothing more: what is left undecided shows again in the first reading after the next start. */
  stop(): Promise<void>
}

/**
 * Turns readings into verdicts. What it remembers between two readings can be read back from the database at any time:
 * after a crash, a hand-over to another copy, or a decision that could not be stored.
 */
export function makeJudge(engine: Engine, probeOf: (id: string) => ProbeRow | undefined): Judge {
  const memories = new Map<string, Memory>()
  const lanes = new Lanes(width)

  async function remember(probes: readonly ProbeRow[]): Promise<void> {
    const unknown = probes.filter(({ id }) => !memories.has(id))
    if (unknown.length === 0) return
    const longest = Math.max(...unknown.map(({ hysteresis: h }) => Math.max(h.downAfter.m, h.upAfter)))
    const left = await whereLeft(
      engine.db,
      unknown.map(({ id }) => id),
      longest,
      engine.clock.now(),
    )
    const byId = new Map(left.map((one) => [one.probe, one]))
    for (const { id, hysteresis } of unknown) {
      const one = byId.get(id)
      const state = restore(one?.verdict ?? 'unknown', one?.recent ?? [], hysteresis)
      memories.set(id, { state, behind: one?.behind ?? null, decided: one?.decided ?? false })
    }
  }

  function judge(probe: ProbeRow, reading: Reading, suppressors: ReadonlyMap<string, Suppressor>): boolean {
    const memory = memories.get(probe.id)
    if (!memory) return false
    const { state, change } = step(memory.state, reading.outcome, probe.hysteresis)
    memory.state = state
    if (change?.from === 'unknown' && change.to === 'up' && !memory.decided) return true
    const { behind } = memory
    const released =
      !change &&
      behind !== null &&
      reading.outcome === 'down' &&
      standsAlone(suppressors.get(behind), reading.startedAt)
    if (change || released) lanes.run(probe.id, (turn) => settle(turn, probe, state.verdict, reading))
    return false
  }

  async function settle(turn: Turn, probe: ProbeRow, to: Verdict, reading: Reading): Promise<void> {
    try {
      const blame = to === 'down' ? await turn('now', () => findBlame(engine, probe, reading)) : null
      // In a storm the one alarm that explains it does not wait for the hundreds that it explains.
      const rank = blame || memories.get(probe.id)?.behind ? 'later' : 'now'
      const decided = await turn(rank, () => decide(engine, probe, to, reading, blame))
      const memory = memories.get(probe.id)
      if (memory) Object.assign(memory, { behind: decided.behind, decided: true })
      if (decided.verdict !== to) memories.delete(probe.id) // another copy knows later readings
    } catch (error) {
      if (error instanceof Stopped) return
      // Remembered as if it had been decided, it would never be: the next reading reads back what is stored.
      memories.delete(probe.id)
      engine.log.error({ error, probe: probe.number }, 'a verdict could not be stored; the next reading tries again')
    }
  }

  async function suppressorsOf(readings: readonly ProbeReading[]): Promise<Map<string, Suppressor>> {
    const ids = new Set(readings.flatMap(({ probeId }) => memories.get(probeId)?.behind ?? []))
    if (ids.size === 0) return new Map()
    const rows = await engine.db
      .selectFrom('probeState as s')
      .innerJoin('probe as p', 'p.id', 's.probe')
      .select(['s.probe', 's.verdict', 's.lastOutcome', 's.streakSince', 'p.state'])
      .where('s.probe', 'in', [...ids])
      .execute()
    return new Map(
      rows.map((row) => [
        row.probe,
        {
          active: row.state === 'active',
          verdict: row.verdict,
          lastOutcome: outcomeOf(row.lastOutcome),
          streakSince: row.streakSince === null ? null : Date.parse(row.streakSince),
        },
      ]),
    )
  }

  return {
    async take(readings) {
      const probes = new Map(readings.flatMap(({ probeId }) => probeOf(probeId) ?? []).map((row) => [row.id, row]))
      await remember([...probes.values()])
      const kept = await keepReadings(
        engine.db,
        readings.filter(({ probeId }) => probes.has(probeId)),
      )
      const suppressors = await suppressorsOf(kept)
      const first = kept.filter(({ probeId, reading }) => judge(probes.get(probeId) as ProbeRow, reading, suppressors))
      await greet(engine, first)
    },
    forget: (probe) => void memories.delete(probe),
    drain: () => lanes.drain(),
    stop: () => lanes.stop(),
  }
}

/** Probes heard from for the first time, and well: thousands at a start, and no news to anybody. */
async function greet(engine: Engine, first: readonly ProbeReading[]): Promise<void> {
  if (first.length === 0) return
  await engine.db
    .updateTable('probeState')
    .set({ verdict: 'up', since: engine.clock.now() })
    .where('probe', 'in', first.map(({ probeId }) => probeId).sort())
    .where('verdict', '=', 'unknown')
    .execute()
}
