import type { Engine } from '../../../../platform/engine.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { KnownReading } from '../../probe/probe.rules.ts'
import { askProbe } from '../../probe/server/ask.ts'
import { latestReadings } from '../../probe/server/results.ts'
import { outputDigest } from '../../run/server/report.ts'
import { runStep } from '../run-step.record.ts'
import { settled } from '../settle.rules.ts'
import { lastAttempts } from './attempts.ts'
import type { RunStepRow } from './order.ts'

/** Older than this, a probe is asked again while a step depends on it; milliseconds. */
const freshMs = 2_000

/**
 * Does what follows by itself for a step in hand: closes it, fails it, or keeps what its probe says. Any copy may, at
 * any time and more than once: it looks first, asks outside of the transaction, and writes only if nobody moved the
 * step in between.
 */
export async function settle(engine: Engine, id: string): Promise<void> {
  const step = await engine.db.selectFrom('runStep').selectAll().where('id', '=', id).executeTakeFirst()
  if (!step || (step.state !== 'doing' && step.state !== 'unknown')) return
  const attempts = step.mode === 'command' ? await lastAttempts(engine.db, step) : []
  if (step.state === 'doing' && attempts.some(({ state }) => state !== 'ended')) return
  const reading = step.probe ? await freshReading(engine, step, step.probe) : null
  const tries = attempts.map((attempt) => ({ ...attempt, outputDigest: outputDigest(attempt.output) }))
  const known = settled(step, tries, reading, engine.clock.now())
  if (!known) return
  await engine.inTx(asSystem('run'), async (tx) => {
    const row = await tx.lock(runStep, id)
    const run = await tx.db.selectFrom('run').select('state').where('id', '=', row.run).executeTakeFirst()
    if (row.version !== step.version || run?.state !== 'in-progress') return
    const { verb, evidence, failure } = known
    if (verb === 'update') await tx.update(runStep, id, { evidence })
    else await tx.act(runStep, id, verb, { evidence, ...(failure ? { failure } : {}) })
  })
}

/** What the probe says since the step was taken in hand (or lost), and not long ago; null where it cannot say. */
async function freshReading(engine: Engine, step: RunStepRow, probe: string): Promise<KnownReading | null> {
  const since = Date.parse(step.unknownAt ?? step.startedAt ?? step.createdAt)
  const known = (await latestReadings(engine.db, [probe])).get(probe)
  // Probes keep the machine's time.
  const fresh = known && known.startedAt >= since && Date.now() - known.startedAt < freshMs
  if (fresh) return known
  const { outcome, ...asked } = await askProbe(engine, probe)
  return outcome === 'unknown' ? null : { ...asked, outcome }
}
