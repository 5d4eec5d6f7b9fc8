import type { AreaPart } from '../../../platform/area.ts'
import { loanReminderDays } from '../loan/loan.settings.ts'
import { loanBehaviour } from '../loan/server/loan.behaviour.ts'
import { remindLoans, remindLoansCrontab } from '../loan/server/remind.task.ts'
import { handoverBehaviour } from './server/handover.behaviour.ts'

/** Hand-overs and loans: who has what in hand. */
export const handoversServer: AreaPart = {
  behaviours: [handoverBehaviour, loanBehaviour],
  tasks: { 'remind-loans': remindLoans },
  crontab: [remindLoansCrontab],
  settings: [loanReminderDays],
}
