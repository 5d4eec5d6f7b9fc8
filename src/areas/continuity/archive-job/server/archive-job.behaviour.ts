import '../../server/tables.ts'
import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { personId } from '../../../../record/actor.ts'
import { type Fault, fault, Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { askForRun, mayMove } from '../../archive-run/server/run.ts'
import { planner } from '../../parties.rules.ts'
import { archiveIsGood } from '../../server/alarms.ts'
import { archiveJob, sameAuthor } from '../archive-job.record.ts'
import { jobFaults } from '../archive-job.rules.ts'

type Job = RowOf<typeof archiveJob>

const sound = async (_tx: Tx, row: Job) => jobFaults(row)
const answer = z.object({ run: z.string() })

export const archiveJobBehaviour = behave(archiveJob, {
  guards: {
    create: sound,
    approve: async (tx, row) => [...jobFaults(row), ...(await lastChanged(tx, row.id))],
    update: async (tx, row) => [...jobFaults(row), ...(await movedElsewhere(tx, row))],
    end: async (tx, row) => ((await isHalfWay(tx, row.id)) ? [fault('', 'half-way', ...halfWay)] : []),
  },
  effects: { end: async (tx, { id }) => void (await archiveIsGood(tx, id)) },
  actions: {
    'dry-run': action(archiveJob, {
      allow: planner,
      summary:
        'Looks what the job would move now: how many rows, from when to when, about how many bytes. Nothing is changed.',
      input: z.strictObject({}),
      output: answer,
      async run(tx, job) {
        if (job.state === 'ended') throw new Refusal('wrong-state', ['归档任务已终止。', 'The job is over.'])
        return { run: await begin(tx, job, true) }
      },
    }),
    'run-now': action(archiveJob, {
      allow: planner,
      summary: 'Begins a run at once, within the job’s hours and outside of trading sessions.',
      input: z.strictObject({}),
      output: answer,
      async run(tx, job, _input, engine) {
        if (job.state !== 'active') throw new Refusal('wrong-state', ['归档任务未启用。', 'The job is not active.'])
        if (!(await mayMove(engine, job)))
          throw new Refusal('wrong-state', [
            '不在允许时段,或正在交易。',
            'It is outside its hours, or a session goes on.',
          ])
        return { run: await begin(tx, job, false) }
      },
    }),
  },
})

async function begin(tx: Tx, job: Job, dry: boolean): Promise<string> {
  const open = await tx.db
    .selectFrom('archiveRun')
    .select('number')
    .where('job', '=', job.id)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst()
  if (open) throw new Refusal('wrong-state', [`${open.number} 正在进行。`, `${open.number} is going on.`])
  return (await askForRun(tx, job, dry)).number
}

const isHalfWay = async (tx: Tx, job: string): Promise<boolean> =>
  (await tx.db
    .selectFrom('archiveBatch')
    .select('n')
    .where('job', '=', job)
    .where('phase', '<>', 'removed')
    .executeTakeFirst()) !== undefined

/** It takes away what the firm has: whoever changed it last does not let it go either. */
async function lastChanged(tx: Tx, id: string): Promise<Fault[]> {
  const { updatedBy } = await tx.db
    .selectFrom('archiveJob')
    .select('updatedBy')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return updatedBy !== null && updatedBy === personId(tx.actor) ? [sameAuthor] : []
}

/** While a batch is at both places the job must still know where they are. */
async function movedElsewhere(tx: Tx, row: Job): Promise<Fault[]> {
  if (!(await isHalfWay(tx, row.id))) return []
  const before = await tx.db.selectFrom('archiveJob').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow()
  return (['source', 'target', 'table', 'column', 'columnIs'] as const)
    .filter((field) => row[field] !== before[field])
    .map((field) => fault(field, 'half-way', ...halfWay))
}

const halfWay = ['有一批数据尚未完成,须先完成。', 'A batch is half way: it must be finished first.'] as const
