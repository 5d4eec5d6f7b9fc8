import type {} from '../../../platform/tables.ts'
import type { RowOf } from '../../../record/record.ts'
import type { backupPlan } from '../backup-plan/backup-plan.record.ts'
import type { backupRun } from '../backup-run/backup-run.record.ts'
import type { drill } from '../drill/drill.record.ts'
import type { drillFault } from '../drill-fault/drill-fault.record.ts'
import type { emergencyPlan } from '../emergency-plan/emergency-plan.record.ts'
import type { restoreTest } from '../restore-test/restore-test.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    backupPlan: RowOf<typeof backupPlan> & Hidden
    backupRun: RowOf<typeof backupRun> & Hidden
    drill: RowOf<typeof drill> & Hidden
    drillFault: RowOf<typeof drillFault> & Hidden
    emergencyPlan: RowOf<typeof emergencyPlan> & Hidden
    restoreTest: RowOf<typeof restoreTest> & Hidden
    /** Until when the runs of a plan have been looked for. */
    backupProgress: { plan: string; through: string }
  }
}
