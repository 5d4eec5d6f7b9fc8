import type { Area } from '../../record/registry.ts'
import { drill } from './drill/drill.record.ts'
import { drillWords } from './drill/drill.words.ts'
import { drillFault } from './drill-fault/drill-fault.record.ts'
import { drillFaultWords } from './drill-fault/drill-fault.words.ts'
import { emergencyPlan } from './emergency-plan/emergency-plan.record.ts'
import { emergencyPlanWords } from './emergency-plan/emergency-plan.words.ts'

/** What is ready for the day that something fails. */
export const continuity: Area = {
  code: 'continuity',
  words: ['应急与备份', 'Continuity'],
  records: [
    { record: emergencyPlan, words: emergencyPlanWords },
    { record: drill, words: drillWords },
    { record: drillFault, words: drillFaultWords },
  ],
}
