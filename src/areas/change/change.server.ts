import './server/tables.ts'
import type { AreaServer } from '../../platform/area.ts'
import { advisoryItemBehaviour } from './advisory-item/server/advisory-item.behaviour.ts'
import { adviceFrom } from './advisory-meeting/advisory-meeting.settings.ts'
import { advisoryMeetingBehaviour } from './advisory-meeting/server/advisory-meeting.behaviour.ts'
import { meetingAgenda } from './advisory-meeting/server/agenda.beside.ts'
import { meetingInvitation } from './advisory-meeting/server/invitation.download.ts'
import { bulletinFeedBehaviour } from './bulletin-feed/server/bulletin-feed.behaviour.ts'
import { readFeeds, readFeedsCrontab } from './bulletin-feed/server/read.task.ts'
import { changeSettings } from './change/change.settings.ts'
import { changeCalendar } from './change/server/calendar.query.ts'
import { changeBehaviour } from './change/server/change.behaviour.ts'
import { watchApprovals, watchApprovalsCrontab } from './change/server/late.task.ts'
import { changeOutlook } from './change/server/outlook.query.ts'
import { changeReport } from './change/server/report.query.ts'
import { changeStanding } from './change/server/standing.beside.ts'
import { configurationCrontab, configurationTasks } from './config-check/server/check.task.ts'
import { configComparison } from './config-check/server/compare.query.ts'
import { configCheckBehaviour } from './config-check/server/config-check.behaviour.ts'
import { configChecklistBehaviour } from './config-checklist/server/config-checklist.behaviour.ts'
import { checklistMatrix } from './config-checklist/server/matrix.beside.ts'
import { freezeWindowBehaviour } from './freeze-window/server/freeze-window.behaviour.ts'
import { packageFiles } from './upgrade-package/server/fitting.beside.ts'
import { upgradePackageBehaviour } from './upgrade-package/server/upgrade-package.behaviour.ts'
import { watchBulletins, watchBulletinsCrontab } from './vendor-bulletin/server/unread.task.ts'
import { vendorBulletinBehaviour } from './vendor-bulletin/server/vendor-bulletin.behaviour.ts'
import { bulletinReadHours } from './vendor-bulletin/vendor-bulletin.settings.ts'

/** The server side of changes, as the composition root takes it. */
export const changeServer: AreaServer = {
  code: 'change',
  behaviours: [
    changeBehaviour,
    advisoryMeetingBehaviour,
    advisoryItemBehaviour,
    freezeWindowBehaviour,
    upgradePackageBehaviour,
    vendorBulletinBehaviour,
    bulletinFeedBehaviour,
    configChecklistBehaviour,
    configCheckBehaviour,
  ],
  queries: [changeOutlook, changeCalendar, changeReport, configComparison],
  besides: [changeStanding, meetingAgenda, packageFiles, checklistMatrix],
  downloads: [meetingInvitation],
  tasks: {
    'watch-change-approvals': watchApprovals,
    'watch-vendor-bulletins': watchBulletins,
    'read-bulletin-feeds': readFeeds,
    ...configurationTasks,
  },
  crontab: [watchApprovalsCrontab, watchBulletinsCrontab, readFeedsCrontab, configurationCrontab],
  settings: [...changeSettings, bulletinReadHours, adviceFrom],
}
