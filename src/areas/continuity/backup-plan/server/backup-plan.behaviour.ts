import '../../server/tables.ts'
import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import { makeToken } from '../../../../platform/secret.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { recurrenceFaults } from '../../../administration/administration.api.ts'
import type { backupRun } from '../../backup-run/backup-run.record.ts'
import { advanceBackups } from '../../backup-run/server/keep.ts'
import { hands, planner } from '../../parties.rules.ts'
import { askForTest } from '../../restore-test/server/test.task.ts'
import { planIsOver } from '../../server/alarms.ts'
import { backupPlan } from '../backup-plan.record.ts'
import { planFaults } from '../plan.rules.ts'

type Plan = RowOf<typeof backupPlan>

const sound = async (_tx: Tx, row: Plan) => [...planFaults(row), ...recurrenceFaults(row.rule)]

/** From now on it is followed: what would have been due before is none of its runs. */
const fromNow = async (tx: Tx, { id }: Plan): Promise<void> => {
  await advanceBackups(tx.db, id, tx.now)
}
const over = (tx: Tx, { id }: Plan): Promise<void> => planIsOver(tx, id)

export const backupPlanBehaviour = behave(backupPlan, {
  guards: { create: sound, update: sound, approve: sound },
  effects: { approve: fromNow, revise: over, end: over },
  actions: {
    'make-token': makeToken(backupPlan, { prefix: 'tsb_', allow: planner }),
    'test-restore': action(backupPlan, {
      allow: hands,
      summary: 'Has its newest copy, or that of a run of it, restored beside and held against what was saved.',
      input: z.strictObject({ run: z.uuid().optional() }),
      output: z.object({ test: z.string() }),
      async run(tx, plan, { run }) {
        if (plan.state !== 'effective') throw new Refusal('wrong-state', notInForce)
        return { test: (await askForTest(tx, plan, await copyOf(tx, plan.id, run))).number }
      },
    }),
  },
})

async function copyOf(tx: Tx, plan: string, run: string | undefined): Promise<RowOf<typeof backupRun>> {
  const found = await tx.db
    .selectFrom('backupRun')
    .selectAll()
    .where('plan', '=', plan)
    .where('state', '=', 'succeeded')
    .$if(run !== undefined, (query) => query.where('id', '=', run as string))
    .orderBy('startedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!found) throw new Refusal('wrong-state', nothingToRestore)
  return found as RowOf<typeof backupRun>
}

const notInForce = ['备份计划未生效。', 'The plan is not in force.'] as const
const nothingToRestore = ['还没有可以恢复的副本。', 'There is no copy to restore yet.'] as const
