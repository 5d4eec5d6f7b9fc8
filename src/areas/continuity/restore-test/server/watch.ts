import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import { asSystem } from '../../../../record/actor.ts'
import { Refusal } from '../../../../record/problem.ts'
import { backupPlan } from '../../backup-plan/backup-plan.record.ts'
import { backupRun } from '../../backup-run/backup-run.record.ts'
import { tell } from '../../server/alarms.ts'
import { isTrading } from '../../server/trading.ts'
import { askForTest } from './test.task.ts'

const system = asSystem('restore-tests')

/** Begins the tests that are due, outside of trading sessions, and tells of plans whose proof is too old. */
export async function watchTests(engine: Engine): Promise<void> {
  const now = engine.clock.now()
  // A restore takes the machine's strength.
  if (!(await isTrading(engine, now)))
    for (const { plan, run } of await due(engine, now))
      await engine
        .inTx(system, async (tx) => askForTest(tx, await tx.lock(backupPlan, plan), await tx.lock(backupRun, run)))
        // Somebody has asked for it in the same second.
        .catch((error) => {
          if (!(error instanceof Refusal)) throw error
        })
  for (const id of await overdue(engine, now))
    await engine.inTx(system, async (tx) => {
      const plan = await tx.lock(backupPlan, id)
      await tell(tx, plan, 'untested', [
        `超过 ${plan.testEveryDays} 天没有通过恢复测试。`,
        `No copy has been proven for more than ${plan.testEveryDays} days.`,
      ])
    })
}

/** The newest good copy of each plan whose last test is a period ago, or failed and there is a newer copy. */
async function due({ db }: Engine, now: string): Promise<{ plan: string; run: string }[]> {
  const { rows } = await sql<{ plan: string; run: string }>`
    select p.id as plan, r.id as run from backup_plan p
    join lateral (select id, started_at from backup_run where plan = p.id and finding = 'good'
      order by started_at desc limit 1) r on true
    left join lateral (select state, taken_at, created_at from restore_test where plan = p.id
      order by id desc limit 1) t on true
    where p.state = 'effective' and (t.state is null or r.started_at > t.taken_at and (
      t.state = 'failed' or t.state = 'proven' and t.created_at + p.test_every_days * interval '1 day' <= ${now}::timestamptz))
  `.execute(db)
  return rows
}

/** A day is left for the test itself. */
async function overdue({ db }: Engine, now: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from backup_plan p left join alarm a on a.key = 'backup:' || p.id || ':untested' and a.state <> 'resolved'
    where p.state = 'effective' and a.key is null
      and coalesce(p.proven_at, p.approved_at) + (p.test_every_days + 1) * interval '1 day' <= ${now}::timestamptz
  `.execute(db)
  return rows.map(({ id }) => id)
}
