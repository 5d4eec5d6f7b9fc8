import '../../server/tables.ts'
import type { Task } from '../../../../platform/area.ts'
import { livingCopies } from '../../../../platform/copies.ts'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { minuteMs } from '../../../../record/time.ts'
import type { Words } from '../../../../record/words.ts'
import { backupPlan } from '../../backup-plan/backup-plan.record.ts'
import type { backupRun } from '../../backup-run/backup-run.record.ts'
import { tell, testIsGood } from '../../server/alarms.ts'
import { type Outcome, restoreCopy } from '../restore/restore.ts'
import { restoreTest } from '../restore-test.record.ts'
import { restoreLimitMinutes, restoreScratchFolder } from '../restore-test.settings.ts'

type Plan = RowOf<typeof backupPlan>
type Test = RowOf<typeof restoreTest>

const taskName = 'restore-backup'

/** Asks for a copy to be restored; of a plan one at a time. It begins once this transaction commits. */
export async function askForTest(tx: Tx, plan: Plan, run: RowOf<typeof backupRun>): Promise<Test> {
  await tx.lock(backupPlan, plan.id)
  const open = await tx.db
    .selectFrom('restoreTest')
    .select('number')
    .where('plan', '=', plan.id)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst()
  if (open) throw new Refusal('wrong-state', [`${open.number} 正在进行。`, `${open.number} is going on.`])
  if (run.state !== 'succeeded' || run.startedAt === null)
    throw new Refusal('wrong-state', ['这次备份没有成功的副本。', 'This run left no copy.'])
  const test = await tx.as('restore-tests').create(restoreTest, {
    ...{ title: run.title, plan: plan.id, run: run.id, component: plan.component, takenAt: run.startedAt },
  })
  await tx.job(taskName, { id: test.id }, { key: `${taskName} ${test.id}` })
  return test
}

/**
 * Does a test that waits. That it has begun is committed before anything is restored: one that is found begun was left by a server
 * that died, and nobody knows what came of it.
 */
const doTest: Task = async (engine, { id }: { id: string }) => {
  const begun = await engine.inTx(system, async (tx) => {
    const { state, copy } = await tx.lock(restoreTest, id)
    if (state === 'waiting') return tx.act(restoreTest, id, 'begin', { startedAt: tx.now, copy: engine.copy })
    if (state === 'running' && !(await livingCopies(tx.db)).includes(copy as number)) await fail(tx, id, lost)
    return null
  })
  if (!begun) return
  const plan = await engine.db
    .selectFrom('backupPlan')
    .selectAll()
    .where('id', '=', begun.plan)
    .executeTakeFirstOrThrow()
  const run = await engine.db.selectFrom('backupRun').selectAll().where('id', '=', begun.run).executeTakeFirstOrThrow()
  const outcome = await restoreCopy({
    plan: plan as Plan,
    run: { ...(run as RowOf<typeof backupRun>), startedAt: begun.takenAt },
    programs: engine.programs,
    beneath: engine.settings.get(restoreScratchFolder),
    limitMs: engine.settings.get(restoreLimitMinutes) * minuteMs,
  }).catch((error): Words => {
    engine.log.error({ err: error, test: begun.number }, 'A restore test could not be carried out')
    const { message } = error as Error
    return [`未能完成,结果不明:${message}`, `It could not be carried out, so nothing is known: ${message}`]
  })
  await engine.inTx(system, (tx) => settle(tx, id, outcome))
}

/** What came of it, unless it was given up meanwhile. */
async function settle(tx: Tx, id: string, outcome: Outcome | Words): Promise<void> {
  if ((await tx.lock(restoreTest, id)).state !== 'running') return
  if (!('steps' in outcome)) return fail(tx, id, outcome)
  const { wrong, steps, compared, seconds, lossMinutes } = outcome
  const found = { endedAt: tx.now, steps, compared, seconds, lossMinutes }
  if (wrong) return fail(tx, id, wrong, found)
  const { plan } = await tx.act(restoreTest, id, 'prove', found)
  await tx.update(backupPlan, plan, { provenAt: tx.now, proof: 'proven' })
  await testIsGood(tx, plan)
}

async function fail(tx: Tx, id: string, [why, whyEn]: Words, found: object = { endedAt: tx.now }): Promise<void> {
  const { plan, number } = await tx.act(restoreTest, id, 'fail', { ...found, why, whyEn })
  await tell(tx, await tx.update(backupPlan, plan, { proof: 'failed' }), 'restore', [
    `${number} ${why}`,
    `${number}: ${whyEn}`,
  ])
}

/** Those whose server died in the middle end as failed: whoever does not know has proven nothing. */
export async function settleLost(engine: Engine): Promise<void> {
  const running = await engine.db
    .selectFrom('restoreTest')
    .select(['id', 'copy'])
    .where('state', '=', 'running')
    .execute()
  if (running.length === 0) return
  const living = await livingCopies(engine.db)
  for (const { id, copy } of running)
    if (!living.includes(copy as number))
      await engine.inTx(system, async (tx) => {
        if ((await tx.lock(restoreTest, id)).state === 'running') await fail(tx, id, lost)
      })
}

const system = asSystem('restore-tests')
const lost: Words = [
  '执行它的服务器中途停止,结果不明,不算通过。',
  'The server that did it stopped in the middle: nothing is known, so nothing is proven.',
]

export const restoreTasks = { [taskName]: doTest }
