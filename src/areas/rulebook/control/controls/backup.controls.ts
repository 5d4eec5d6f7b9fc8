import { archiveJob } from '../../../continuity/archive-job/archive-job.record.ts'
import { archiveRun } from '../../../continuity/archive-run/archive-run.record.ts'
import { backupPlan } from '../../../continuity/backup-plan/backup-plan.record.ts'
import { backupRun } from '../../../continuity/backup-run/backup-run.record.ts'
import { restoreTest } from '../../../continuity/restore-test/restore-test.record.ts'
import { component } from '../../../operations/component/component.record.ts'
import { bad, control, days, ok, proofOf, reads, those } from '../control.rules.ts'
import { countWithin } from '../templates.rules.ts'
import { daysAfter, daysBetween, minutesAfter } from '../time.rules.ts'

export const backupControls = [
  control({
    id: 'B-01',
    version: 1,
    area: 'continuity',
    title: ['生产数据库都有备份计划', 'Every database in production has a backup plan'],
    remedy: ['为它制定备份计划并经他人批准。', 'Draw up a plan for it and have another approve it.'],
    subject: reads(component, 'kind', 'environment', 'name'),
    with: { plans: those(backupPlan, 'component', 'name') },
    inScope: ({ state, kind, environment }) =>
      state === 'in-service' && kind === 'database' && environment === 'production',
    judge: (_component, { plans }) => {
      const inForce = plans.filter(({ state }) => state === 'effective')
      return countWithin(inForce.length, {
        least: 1,
        what: ['生效的备份计划', 'backup plans in force'],
        proof: inForce.map((one) => proofOf(backupPlan, one)),
      })
    },
  }),
  control({
    id: 'B-02',
    version: 1,
    area: 'continuity',
    title: ['备份按时成功', 'Backups are made in time'],
    remedy: ['查明最近一次为何缺失或异常,补做备份。', 'Find out why the newest is missing or odd, and make it again.'],
    subject: reads(backupPlan, 'name', 'owner', 'rpoMinutes', 'graceMinutes', 'lastGoodAt', 'approvedAt', 'standing'),
    with: { runs: those(backupRun, 'plan', 'finding', 'dueAt', 'startedAt') },
    owner: 'owner',
    inScope: ({ state }) => state === 'effective',
    judge: ({ rpoMinutes, graceMinutes, lastGoodAt, approvedAt, standing }, { now, runs }) => {
      const over = runs.filter(({ state }) => state === 'succeeded' || state === 'failed' || state === 'missed')
      const newest = over.reduce<(typeof over)[number] | undefined>(
        (last, one) => (!last || timeOf(one) >= timeOf(last) ? one : last),
        undefined,
      )
      const proof = newest ? [proofOf(backupRun, newest)] : []
      if (standing !== 'none' && standing !== 'good')
        return bad('最近一次备份缺失、失败或异常。', 'The newest backup is missing, failed or odd.', { proof })
      const until = minutesAfter(lastGoodAt ?? approvedAt ?? now, rpoMinutes + graceMinutes)
      if (until <= now)
        return bad('超过恢复点目标没有正常的备份。', 'No good copy for longer than the recovery point allows.', {
          proof,
        })
      return lastGoodAt === null
        ? ok('刚生效,第一次备份尚在时限内。', 'Just in force; its first copy is still in time.', { until })
        : ok('最近一次备份正常。', 'The newest backup is good.', { proof, until })
    },
  }),
  control({
    id: 'B-03',
    version: 1,
    area: 'continuity',
    title: ['备份经恢复验证', 'Backups are proven by restoring'],
    remedy: [
      '恢复最近的副本并核对;查明未通过的原因。',
      'Restore the newest copy and compare; find out why a test failed.',
    ],
    subject: reads(backupPlan, 'name', 'owner', 'testEveryDays', 'rtoMinutes', 'approvedAt'),
    with: { tests: those(restoreTest, 'plan', 'endedAt', 'seconds') },
    params: { within: days(['验证期限', 'Proven within'], { default: 180, min: 7, max: 366 }) },
    owner: 'owner',
    inScope: ({ state }) => state === 'effective',
    judge: ({ testEveryDays, rtoMinutes, approvedAt }, { now, p, tests }) => {
      const done = tests.filter(({ state }) => state === 'proven' || state === 'failed')
      const last = done.at(-1)
      // A day is left for the test itself.
      const within = Math.min(testEveryDays + 1, p.within)
      if (last?.state === 'failed')
        return bad('最近一次恢复测试未通过。', 'The last restore test failed.', { proof: [proofOf(restoreTest, last)] })
      const since = last?.endedAt ?? approvedAt ?? now
      const until = daysAfter(since, within)
      if (until <= now)
        return bad(`已 ${daysBetween(since, now)} 天没有恢复验证。`, `Not proven for ${daysBetween(since, now)} days.`)
      if (!last)
        return ok('刚生效,第一次验证尚在时限内。', 'Just in force; its first proof is still in time.', { until })
      const proof = [proofOf(restoreTest, last)]
      return (last.seconds ?? 0) <= rtoMinutes * 60
        ? ok('已恢复验证,用时在目标之内。', 'Proven by restoring, within the recovery time.', { proof, until })
        : bad('恢复用时超过目标。', 'It took longer than the recovery time allows.', { proof, until })
    },
  }),
  control({
    id: 'B-07',
    version: 1,
    area: 'continuity',
    title: ['历史数据按计划归档', 'History is archived as planned'],
    remedy: [
      '查明归档为何失败或逾期,处理后重新执行。',
      'Find out why archiving failed or is overdue, mend it and run it again.',
    ],
    subject: reads(archiveJob, 'name', 'owner', 'everyDays', 'activeSince', 'lastDoneAt', 'standing'),
    with: { runs: those(archiveRun, 'job', 'dry', 'endedAt') },
    owner: 'owner',
    inScope: ({ state }) => state === 'active',
    judge: ({ everyDays, activeSince, lastDoneAt, standing }, { now, runs }) => {
      const over = runs.filter(({ state, dry }) => !dry && (state === 'done' || state === 'failed'))
      const proof = over.slice(-1).map((one) => proofOf(archiveRun, one))
      // A run that was done has proven each batch the same at both places; one that could not has failed.
      if (standing === 'failed') return bad('最近一次归档失败。', 'The newest run failed.', { proof })
      // A day is left for its hours.
      const until = daysAfter(lastDoneAt ?? activeSince ?? now, everyDays + 1)
      if (until <= now) return bad('超过周期没有完成归档。', 'Not done for longer than its period.', { proof })
      return lastDoneAt === null
        ? ok('刚启用,第一次归档尚在期限内。', 'Just active; its first run is still in time.', { until })
        : ok('归档按期完成,两边核对一致。', 'Done in time, and proven the same at both places.', { proof, until })
    },
  }),
]

const timeOf = ({ startedAt, dueAt }: { readonly startedAt: string | null; readonly dueAt: string | null }): string =>
  startedAt ?? dueAt ?? ''
