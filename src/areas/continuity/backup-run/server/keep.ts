import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Service } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { rhythm } from '../../../../platform/jobs/rhythm.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dayMs, instantAt, minuteMs, msOf } from '../../../../record/time.ts'
import { dueBetween } from '../../../administration/administration.api.ts'
import { backupPlan } from '../../backup-plan/backup-plan.record.ts'
import { clearLeft } from '../../restore-test/restore/scratch.ts'
import { restoreScratchFolder } from '../../restore-test/restore-test.settings.ts'
import { settleLost } from '../../restore-test/server/test.task.ts'
import { watchTests } from '../../restore-test/server/watch.ts'
import { alarmKey, tell } from '../../server/alarms.ts'
import { backupRun } from '../backup-run.record.ts'
import { endRun, expectRun } from './take.ts'

type Plan = RowOf<typeof backupPlan>

const turnMs = 5_000
const system = asSystem('backup-plans')

export const keepBackups: Service = async (engine) => {
  await clearLeft(engine.settings.get(restoreScratchFolder))
  return rhythm(turnMs, engine.log, () => tickBackups(engine))
}

/**
 * Follows every plan in force: what is due is expected, what did not come is missed, what goes on too long is late, and copies are
 * tested when it is time. Any copy of the server may ask; a fault with one plan is logged and holds up no other.
 */
export async function tickBackups(engine: Engine): Promise<void> {
  const plans = await engine.db
    .selectFrom('backupPlan as b')
    .innerJoin('backupProgress as p', 'p.plan', 'b.id')
    .where('b.state', '=', 'effective')
    .selectAll('b')
    .select('p.through')
    .execute()
  for (const { through, ...plan } of plans)
    await expect(engine, plan as Plan, through).catch((error) =>
      engine.log.error({ err: error, plan: plan.id }, 'A backup plan could not be followed'),
    )
  await missThem(engine)
  await findLate(engine)
  await settleLost(engine)
  await watchTests(engine)
}

async function expect(engine: Engine, plan: Plan, through: string): Promise<void> {
  const now = engine.clock.now()
  if (now <= through) return
  const due = await dueBetween(engine.db, { ...plan, endsOn: null }, through, now)
  if (due.length === 0 && msOf(now) - msOf(through) < dayMs) return
  await engine.inTx(system, async (tx) => {
    // Locked: another copy of the server may be making the same ones.
    const at = await tx.db
      .selectFrom('backupProgress')
      .select('through')
      .where('plan', '=', plan.id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (at.through !== through) return
    for (const one of due) {
      const dueAt = instantAt(one.at)
      const early = await tx.db
        .selectFrom('backupRun')
        .select('id')
        .where('plan', '=', plan.id)
        .where('dueAt', 'is', null)
        .where('startedAt', '>=', instantAt(one.at - plan.graceMinutes * minuteMs))
        .where('startedAt', '<=', instantAt(one.at + plan.graceMinutes * minuteMs))
        .orderBy('startedAt')
        .executeTakeFirst()
      if (early) await tx.update(backupRun, early.id, { dueAt })
      else await expectRun(tx, plan, dueAt)
    }
    await advanceBackups(tx.db, plan.id, now)
  })
}

async function missThem(engine: Engine): Promise<void> {
  const over = await engine.db
    .selectFrom('backupRun as r')
    .innerJoin('backupPlan as p', 'p.id', 'r.plan')
    .where('r.state', '=', 'expected')
    .where(sql<boolean>`r.due_at + p.grace_minutes * interval '1 minute' <= ${engine.clock.now()}::timestamptz`)
    .select(['r.id', 'r.plan'])
    .orderBy('r.dueAt')
    .execute()
  for (const { id, plan: planId } of over)
    await engine.inTx(system, async (tx) => {
      const plan = await tx.lock(backupPlan, planId)
      const { state, number } = await tx.lock(backupRun, id)
      if (state !== 'expected') return
      await tx.act(backupRun, id, 'miss')
      if (plan.state !== 'effective') return
      await tx.update(backupPlan, planId, { standing: 'missing' })
      await tell(tx, plan, 'missing', [`${number} 到期没有执行。`, `${number} was due and did not run.`])
    })
}

/** What has been running for a day longer than the longest was broken off, and nobody was left to say so. */
async function findLate(engine: Engine): Promise<void> {
  const now = engine.clock.now()
  const late = await engine.db
    .selectFrom('backupRun as r')
    .innerJoin('backupPlan as p', 'p.id', 'r.plan')
    .where('r.state', '=', 'running')
    .where(sql<boolean>`r.started_at + p.longest_minutes * interval '1 minute' <= ${now}::timestamptz`)
    .leftJoin('alarm as a', (on) =>
      on.on('a.key', '=', sql<string>`'backup:' || r.plan || ':late'`).on('a.state', '<>', 'resolved'),
    )
    .select(['r.id', 'r.plan', 'r.startedAt', 'p.longestMinutes', 'a.key'])
    .execute()
  for (const { id, plan: planId, startedAt, longestMinutes, key } of late) {
    const gone = msOf(startedAt as string) + longestMinutes * minuteMs + dayMs <= msOf(now)
    if (!gone && key === alarmKey(planId, 'late')) continue
    await engine.inTx(system, async (tx) => {
      const plan = await tx.lock(backupPlan, planId)
      const run = await tx.lock(backupRun, id)
      if (run.state !== 'running') return
      if (gone) await endRun(tx, plan, run, { exitCode: null, endedAt: tx.now, totals: [] })
      else
        await tell(tx, plan, 'late', [
          `${run.number} 已超过 ${longestMinutes} 分钟。`,
          `${run.number} has run for more than ${longestMinutes} minutes.`,
        ])
    })
  }
}

/** What was due until this instant is expected; the next look begins there. */
export const advanceBackups = (db: Engine['db'], plan: string, through: string): Promise<unknown> =>
  sql`insert into backup_progress (plan, through) values (${plan}, ${through})
    on conflict (plan) do update set through = excluded.through`.execute(db)
