import type {} from '../../../platform/tables.ts'
import type { RowOf } from '../../../record/record.ts'
import type { archiveJob } from '../archive-job/archive-job.record.ts'
import type { archiveRun, Phase } from '../archive-run/archive-run.record.ts'
import type { Part } from '../archive-run/store/partitions.ts'
import type { backupPlan } from '../backup-plan/backup-plan.record.ts'
import type { backupRun } from '../backup-run/backup-run.record.ts'
import type { drill } from '../drill/drill.record.ts'
import type { drillFault } from '../drill-fault/drill-fault.record.ts'
import type { emergencyPlan } from '../emergency-plan/emergency-plan.record.ts'
import type { restoreTest } from '../restore-test/restore-test.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    archiveJob: RowOf<typeof archiveJob> & Hidden
    archiveRun: RowOf<typeof archiveRun> & Hidden
    backupPlan: RowOf<typeof backupPlan> & Hidden
    backupRun: RowOf<typeof backupRun> & Hidden
    drill: RowOf<typeof drill> & Hidden
    drillFault: RowOf<typeof drillFault> & Hidden
    emergencyPlan: RowOf<typeof emergencyPlan> & Hidden
    restoreTest: RowOf<typeof restoreTest> & Hidden
    /** Until when the runs of a plan have been looked for. */
    backupProgress: { plan: string; through: string }
    /** The batches of archive runs. Of a job one is open: its keys say what may be at both places. */
    archiveBatch: {
      job: string
      run: string
      n: number
      phase: Phase
      keys: string[][]
      /** Of these, what had changed before it left. */
      kept: string[][]
      rows: number
      removed: number
      digest: string | null
      /** By column: what the source added up to and, once it is proven, the copy. */
      sums: Record<string, (string | null)[]>
      /** A whole partition of the source, where that is what moves. */
      part: Part | null
      at: string
    }
  }
}
