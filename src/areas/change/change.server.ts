import './server/tables.ts'
import type { AreaServer } from '../../platform/area.ts'
import { backupProofBehaviour } from './backup-proof/server/backup-proof.behaviour.ts'
import { changeSettings } from './change/change.settings.ts'
import { changeCalendar } from './change/server/calendar.query.ts'
import { changeBehaviour } from './change/server/change.behaviour.ts'
import { watchApprovals, watchApprovalsCrontab } from './change/server/late.task.ts'
import { changeOutlook } from './change/server/outlook.query.ts'
import { changeReport } from './change/server/report.query.ts'
import { changeStanding } from './change/server/standing.beside.ts'
import { freezeWindowBehaviour } from './freeze-window/server/freeze-window.behaviour.ts'

/** The server side of changes, as the composition root takes it. */
export const changeServer: AreaServer = {
  code: 'change',
  behaviours: [changeBehaviour, freezeWindowBehaviour, backupProofBehaviour],
  queries: [changeOutlook, changeCalendar, changeReport],
  besides: [changeStanding],
  tasks: { 'watch-change-approvals': watchApprovals },
  crontab: [watchApprovalsCrontab],
  settings: changeSettings,
}
