import type {} from '../../../platform/tables.ts'
import type { RowOf } from '../../../record/record.ts'
import type { advisoryItem } from '../advisory-item/advisory-item.record.ts'
import type { advisoryMeeting } from '../advisory-meeting/advisory-meeting.record.ts'
import type { bulletinFeed } from '../bulletin-feed/bulletin-feed.record.ts'
import type { change } from '../change/change.record.ts'
import type { changeTemplate } from '../change-template/change-template.record.ts'
import type { configCheck } from '../config-check/config-check.record.ts'
import type { configChecklist } from '../config-checklist/config-checklist.record.ts'
import type { freezeWindow } from '../freeze-window/freeze-window.record.ts'
import type { upgradePackage } from '../upgrade-package/upgrade-package.record.ts'
import type { vendorBulletin } from '../vendor-bulletin/vendor-bulletin.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    advisoryItem: RowOf<typeof advisoryItem> & Hidden
    advisoryMeeting: RowOf<typeof advisoryMeeting> & Hidden
    bulletinFeed: RowOf<typeof bulletinFeed> & Hidden
    change: RowOf<typeof change> & Hidden
    changeTemplate: RowOf<typeof changeTemplate> & Hidden
    configCheck: RowOf<typeof configCheck> & Hidden
    configChecklist: RowOf<typeof configChecklist> & Hidden
    freezeWindow: RowOf<typeof freezeWindow> & Hidden
    upgradePackage: RowOf<typeof upgradePackage> & Hidden
    vendorBulletin: RowOf<typeof vendorBulletin> & Hidden
  }
}
