import type {} from '../../../platform/tables.ts'
import type { RowOf } from '../../../record/record.ts'
import type { drill } from '../drill/drill.record.ts'
import type { drillFault } from '../drill-fault/drill-fault.record.ts'
import type { emergencyPlan } from '../emergency-plan/emergency-plan.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    drill: RowOf<typeof drill> & Hidden
    drillFault: RowOf<typeof drillFault> & Hidden
    emergencyPlan: RowOf<typeof emergencyPlan> & Hidden
  }
}
