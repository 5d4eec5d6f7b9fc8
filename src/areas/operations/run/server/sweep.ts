import { sql } from 'kysely'
import type { Service } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { rhythm } from '../../../../platform/jobs/rhythm.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { raiseAlarm } from '../../alarm/server/raise.ts'
import { runStep } from '../../run-step/run-step.record.ts'
import { isSatisfied } from '../../run-step/run-step.rules.ts'
import { canBeReleased, type RunStepRow, stepsOfRun } from '../../run-step/server/order.ts'
import { lateKey } from '../../run-step/server/run-step.behaviour.ts'
import { logStep } from '../../run-step/server/say.ts'
import { startDue } from './start.ts'

const turnMs = 2_000
/** Longer than this without a look, and no server was there; milliseconds. */
const goneMs = 60_000

export const sweepRuns: Service = async (engine) => rhythm(turnMs, engine.log, () => sweep(engine))

/**
 * What time alone does to runs: steps whose earliest time has come are made ready, those past their deadline are late,
 * and those that fell due while no server was there were missed. Everything is looked up anew, and each step is
 * written in its own transaction after a second look under its lock: so a crash or a second copy changes nothing.
 */
export async function sweep(engine: Engine): Promise<void> {
  const now = engine.clock.now()
  const last = await engine.db.selectFrom('runSweep').select('at').executeTakeFirst()
  if (last && Date.parse(now) - Date.parse(last.at) > goneMs) await markMissed(engine, last.at, now)
  await markLate(engine, now)
  await release(engine, now)
  await startDue(engine)
  // Last: after a crash before here the same gap is found again.
  await sql`insert into run_sweep (at) values (${now})
    on conflict (single) do update set at = greatest(run_sweep.at, excluded.at)`.execute(engine.db)
}

const unsettled = (engine: Engine) =>
  engine.db
    .selectFrom('runStep')
    .innerJoin('run', 'run.id', 'runStep.run')
    .select('runStep.id')
    .where('run.state', '=', 'in-progress')
    .where('runStep.state', 'not in', ['checked', 'waived'])

/** O6: due while nobody was there. It may still be done before its deadline; after that `markLate` raises the alarm. */
async function markMissed(engine: Engine, from: string, to: string): Promise<void> {
  const steps = await unsettled(engine)
    .where('runStep.state', 'in', ['waiting', 'ready', 'override-asked'])
    .where('runStep.missedAt', 'is', null)
    .where((is) =>
      is.or(
        (['runStep.earliestAt', 'runStep.deadlineAt'] as const).map((at) =>
          is.and([is(at, '>', from), is(at, '<=', to)]),
        ),
      ),
    )
    .execute()
  for (const { id } of steps)
    await onStep(engine, id, async (tx, row) => {
      if (row.missedAt !== null || row.startedAt !== null) return
      await tx.update(runStep, id, { missedAt: to })
      await logStep(tx, row, ['服务器停机期间到时,已错过', 'fell due while no server was running: missed'], 'warning')
    })
}

async function markLate(engine: Engine, now: string): Promise<void> {
  const steps = await unsettled(engine)
    .where('runStep.deadlineAt', '<=', now)
    .where('runStep.lateAt', 'is', null)
    .execute()
  for (const { id } of steps)
    await onStep(engine, id, async (tx, row) => {
      if (row.lateAt !== null || isSatisfied(row)) return
      await tx.update(runStep, id, { lateAt: tx.now })
      const missed = row.missedAt !== null
      await raiseAlarm(tx, {
        key: lateKey(row),
        severity: missed ? 'critical' : 'warning',
        title: missed
          ? [
              `步骤「${row.title}」错过,已过最晚时间`,
              `Step “${row.titleEn ?? row.title}” was missed and its deadline has passed`,
            ]
          : [`步骤「${row.title}」逾期`, `Step “${row.titleEn ?? row.title}” is late`],
        component: row.components.length === 1 ? (row.components[0] ?? null) : null,
        about: { record: 'run-step', id },
      })
    })
}

async function release(engine: Engine, now: string): Promise<void> {
  const steps = await unsettled(engine)
    .where('runStep.state', 'in', ['waiting', 'override-asked'])
    .where('runStep.earliestAt', '<=', now)
    .execute()
  for (const { id } of steps)
    await onStep(engine, id, async (tx, row) => {
      if (canBeReleased(row, await stepsOfRun(tx.db, row.run), tx.now)) await tx.act(runStep, id, 'release')
    })
}

const onStep = (engine: Engine, id: string, work: (tx: Tx, row: RunStepRow) => Promise<void>) =>
  engine.inTx(asSystem('clock'), async (tx) => work(tx, await tx.lock(runStep, id)))
