import type { Area } from '../../record/registry.ts'
import { archiveJob } from './archive-job/archive-job.record.ts'
import { archiveJobWords } from './archive-job/archive-job.words.ts'
import { archiveRun } from './archive-run/archive-run.record.ts'
import { archiveRunWords } from './archive-run/archive-run.words.ts'
import { backupPlan } from './backup-plan/backup-plan.record.ts'
import { backupPlanWords } from './backup-plan/backup-plan.words.ts'
import { backupRun } from './backup-run/backup-run.record.ts'
import { backupRunWords } from './backup-run/backup-run.words.ts'
import { drill } from './drill/drill.record.ts'
import { drillWords } from './drill/drill.words.ts'
import { drillFault } from './drill-fault/drill-fault.record.ts'
import { drillFaultWords } from './drill-fault/drill-fault.words.ts'
import { emergencyPlan } from './emergency-plan/emergency-plan.record.ts'
import { emergencyPlanWords } from './emergency-plan/emergency-plan.words.ts'
import { restoreTest } from './restore-test/restore-test.record.ts'
import { restoreTestWords } from './restore-test/restore-test.words.ts'

/** What is ready for the day that something fails or is lost: plans that are rehearsed, copies that are proven. */
export const continuity: Area = {
  code: 'continuity',
  words: ['应急与备份', 'Continuity'],
  records: [
    { record: emergencyPlan, words: emergencyPlanWords },
    { record: drill, words: drillWords },
    { record: drillFault, words: drillFaultWords },
    { record: backupPlan, words: backupPlanWords },
    { record: backupRun, words: backupRunWords },
    { record: restoreTest, words: restoreTestWords },
    { record: archiveJob, words: archiveJobWords },
    { record: archiveRun, words: archiveRunWords },
  ],
}
