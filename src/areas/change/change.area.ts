import type { Area } from '../../record/registry.ts'
import { advisoryItem } from './advisory-item/advisory-item.record.ts'
import { advisoryItemWords } from './advisory-item/advisory-item.words.ts'
import { advisoryMeeting } from './advisory-meeting/advisory-meeting.record.ts'
import { advisoryMeetingWords } from './advisory-meeting/advisory-meeting.words.ts'
import { bulletinFeed } from './bulletin-feed/bulletin-feed.record.ts'
import { bulletinFeedWords } from './bulletin-feed/bulletin-feed.words.ts'
import { change as changeRecord } from './change/change.record.ts'
import { changeWords } from './change/change.words.ts'
import { changeTemplate } from './change-template/change-template.record.ts'
import { changeTemplateWords } from './change-template/change-template.words.ts'
import { configCheck } from './config-check/config-check.record.ts'
import { configCheckWords } from './config-check/config-check.words.ts'
import { configChecklist } from './config-checklist/config-checklist.record.ts'
import { configChecklistWords } from './config-checklist/config-checklist.words.ts'
import { freezeWindow } from './freeze-window/freeze-window.record.ts'
import { freezeWindowWords } from './freeze-window/freeze-window.words.ts'
import { upgradePackage } from './upgrade-package/upgrade-package.record.ts'
import { upgradePackageWords } from './upgrade-package/upgrade-package.words.ts'
import { vendorBulletin } from './vendor-bulletin/vendor-bulletin.record.ts'
import { vendorBulletinWords } from './vendor-bulletin/vendor-bulletin.words.ts'

/** What is altered on the systems: planned, agreed to, carried out by two, tested, and undone where it must be. */
export const change: Area = {
  code: 'change',
  words: ['变更', 'Change'],
  records: [
    { record: changeRecord, words: changeWords },
    { record: advisoryMeeting, words: advisoryMeetingWords },
    { record: advisoryItem, words: advisoryItemWords },
    { record: changeTemplate, words: changeTemplateWords },
    { record: freezeWindow, words: freezeWindowWords },
    { record: upgradePackage, words: upgradePackageWords },
    { record: vendorBulletin, words: vendorBulletinWords },
    { record: configChecklist, words: configChecklistWords },
    { record: configCheck, words: configCheckWords },
    { record: bulletinFeed, words: bulletinFeedWords },
  ],
}
