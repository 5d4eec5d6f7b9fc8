import './server/tables.ts'
import type { AreaServer } from '../../platform/area.ts'
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

/** The server side of being ready, as the composition root takes it. */
export const continuityServer: AreaServer = {
  code: 'continuity',
  behaviours: [emergencyPlanBehaviour, drillBehaviour, drillFaultBehaviour],
  queries: [drillCalendar],
  besides: [drillCourse],
  downloads: [planSet],
  tasks: {
    'stale-emergency-plans': stalePlans,
    'print-emergency-plans': printPlans,
    'lend-drill-fault': lendFault,
    'take-back-drill-fault': takeFaultBack,
    'end-drill-faults': endFaults,
  },
  crontab: [stalePlansCrontab, printPlansCrontab, endFaultsCrontab],
  follows: [hearComponents],
  settings: [printFolder],
}
