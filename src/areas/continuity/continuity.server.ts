import './server/tables.ts'
import type { AreaServer } from '../../platform/area.ts'
import { archiveJobBehaviour } from './archive-job/server/archive-job.behaviour.ts'
import { archiveRunBehaviour } from './archive-run/server/archive-run.behaviour.ts'
import { keepArchives } from './archive-run/server/keep.ts'
import { backupPlanBehaviour } from './backup-plan/server/backup-plan.behaviour.ts'
import { planStanding } from './backup-plan/server/standing.beside.ts'
import { keepBackups } from './backup-run/server/keep.ts'
import { lookForBackups, lookForBackupsCrontab } from './backup-run/server/look.task.ts'
import { backupIntake } from './backup-run/server/report.intake.ts'
import { drillCalendar } from './drill/server/calendar.query.ts'
import { drillCourse } from './drill/server/course.beside.ts'
import { drillBehaviour } from './drill/server/drill.behaviour.ts'
import { drillFaultBehaviour } from './drill-fault/server/drill-fault.behaviour.ts'
import { endFaults, endFaultsCrontab, lendFault, takeFaultBack } from './drill-fault/server/lend.task.ts'
import { printFolder } from './emergency-plan/plan.settings.ts'
import { emergencyPlanBehaviour } from './emergency-plan/server/emergency-plan.behaviour.ts'
import { printPlans, printPlansCrontab } from './emergency-plan/server/print.task.ts'
import { planSet } from './emergency-plan/server/set.download.ts'
import { hearComponents, stalePlans, stalePlansCrontab } from './emergency-plan/server/stale.ts'
import { restoreSettings } from './restore-test/restore-test.settings.ts'
import { restoreTasks } from './restore-test/server/test.task.ts'

/** The server side of being ready, as the composition root takes it. */
export const continuityServer: AreaServer = {
  code: 'continuity',
  behaviours: [
    emergencyPlanBehaviour,
    drillBehaviour,
    drillFaultBehaviour,
    backupPlanBehaviour,
    archiveJobBehaviour,
    archiveRunBehaviour,
  ],
  queries: [drillCalendar],
  besides: [drillCourse, planStanding],
  downloads: [planSet],
  intakes: [backupIntake],
  tasks: {
    'stale-emergency-plans': stalePlans,
    'print-emergency-plans': printPlans,
    'lend-drill-fault': lendFault,
    'take-back-drill-fault': takeFaultBack,
    'end-drill-faults': endFaults,
    'look-for-backups': lookForBackups,
    ...restoreTasks,
  },
  crontab: [stalePlansCrontab, printPlansCrontab, endFaultsCrontab, lookForBackupsCrontab],
  follows: [hearComponents],
  services: [keepBackups, keepArchives],
  settings: [printFolder, ...restoreSettings],
}
