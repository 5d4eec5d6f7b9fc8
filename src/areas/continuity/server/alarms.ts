import type { Tx } from '../../../platform/tx.ts'
import type { RowOf } from '../../../record/record.ts'
import type { Words } from '../../../record/words.ts'
import { raiseAlarm, resolveAlarm } from '../../operations/operations.api.ts'
import { archiveJob } from '../archive-job/archive-job.record.ts'
import { backupPlan } from '../backup-plan/backup-plan.record.ts'

type Plan = Pick<RowOf<typeof backupPlan>, 'id' | 'name' | 'component' | 'state'>

/** What may be wrong with a plan, each an alarm of its own. None is critical: that is what a component's outages are counted by. */
const kinds = {
  missing: ['备份缺失', 'Backup missing'],
  late: ['备份超时未完成', 'Backup takes too long'],
  failed: ['备份失败', 'Backup failed'],
  size: ['备份大小异常', 'Backup of an unusual size'],
  unchanged: ['备份没有变化', 'Backup unchanged'],
  restore: ['恢复测试未通过', 'Restore test failed'],
  untested: ['恢复测试逾期', 'Restore test overdue'],
} as const satisfies Record<string, Words>
export type Wrong = keyof typeof kinds

const ofRuns = ['missing', 'late', 'failed', 'size', 'unchanged'] as const satisfies readonly Wrong[]
const ofTests = ['restore', 'untested'] as const satisfies readonly Wrong[]

export const alarmKey = (plan: string, wrong: Wrong): string => `backup:${plan}:${wrong}`

/** Only a plan in force is anybody's to act on. */
export async function tell(tx: Tx, plan: Plan, wrong: Wrong, text: Words): Promise<void> {
  if (plan.state !== 'effective') return
  const words = kinds[wrong]
  await raiseAlarm(tx, {
    key: alarmKey(plan.id, wrong),
    severity: 'warning',
    title: [
      `${words[0]}:${plan.name}。${text[0]}`.slice(0, 200),
      `${words[1]}: ${plan.name}. ${text[1]}`.slice(0, 200),
    ],
    component: plan.component,
    about: { record: backupPlan.name, id: plan.id },
  })
}

const over = async (tx: Tx, plan: string, which: readonly Wrong[], note: Words): Promise<void> => {
  for (const wrong of which) await resolveAlarm(tx, alarmKey(plan, wrong), note)
}

export const runIsGood = (tx: Tx, plan: string) =>
  over(tx, plan, ofRuns, ['之后的备份正常。', 'A good backup has been made since.'])
export const testIsGood = (tx: Tx, plan: string) =>
  over(tx, plan, ofTests, ['恢复测试通过。', 'A copy has been proven since.'])
export const runIsOver = (tx: Tx, plan: string) => over(tx, plan, ['late'], ['已结束。', 'It is over.'])
export const planIsOver = (tx: Tx, plan: string) =>
  over(tx, plan, [...ofRuns, ...ofTests], ['备份计划已不生效。', 'The plan is no longer in force.'])

const archiveKey = (job: string): string => `archive:${job}`

/** A job that takes history away and cannot prove it is stopped, and somebody must look. */
export const tellOfArchive = (
  tx: Tx,
  job: Pick<RowOf<typeof archiveJob>, 'id' | 'name' | 'component'>,
  [zh, en]: Words,
): Promise<unknown> =>
  raiseAlarm(tx, {
    key: archiveKey(job.id),
    severity: 'warning',
    title: [`归档失败:${job.name}。${zh}`.slice(0, 200), `Archiving failed: ${job.name}. ${en}`.slice(0, 200)],
    component: job.component,
    about: { record: archiveJob.name, id: job.id },
  })
export const archiveIsGood = (tx: Tx, job: string) =>
  resolveAlarm(tx, archiveKey(job), ['之后的归档完成。', 'It has been done since.'])
