import type { Area } from '../../record/registry.ts'
import { approvalRule } from './approval-rule/approval-rule.record.ts'
import { approvalRuleWords } from './approval-rule/approval-rule.words.ts'
import { customField } from './custom-field/custom-field.record.ts'
import { customFieldWords } from './custom-field/custom-field.words.ts'
import { houseSetting } from './house-setting/house-setting.record.ts'
import { houseSettingWords } from './house-setting/house-setting.words.ts'
import { schedule } from './schedule/schedule.record.ts'
import { scheduleWords } from './schedule/schedule.words.ts'
import { target } from './target/target.record.ts'
import { targetWords } from './target/target.words.ts'
import { view } from './view/view.record.ts'
import { viewWords } from './view/view.words.ts'
import { workingCalendar } from './working-calendar/working-calendar.record.ts'
import { workingCalendarWords } from './working-calendar/working-calendar.words.ts'

/** Settings that people make and change: each kind is a record, so it has its list, form, journal and access as all others. */
export const administration: Area = {
  code: 'administration',
  words: ['系统管理', 'Administration'],
  records: [
    { record: approvalRule, words: approvalRuleWords },
    { record: view, words: viewWords },
    { record: customField, words: customFieldWords },
    { record: target, words: targetWords },
    { record: schedule, words: scheduleWords },
    { record: workingCalendar, words: workingCalendarWords },
    { record: houseSetting, words: houseSettingWords },
  ],
}
