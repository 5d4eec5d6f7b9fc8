import type { ColumnType } from 'kysely'
import type { RowOf } from '../../../record/record.ts'
import type { approvalRule } from '../approval-rule/approval-rule.record.ts'
import type { customField } from '../custom-field/custom-field.record.ts'
import type { houseSetting } from '../house-setting/house-setting.record.ts'
import type { schedule } from '../schedule/schedule.record.ts'
import type { target } from '../target/target.record.ts'
import type { workingCalendar } from '../working-calendar/working-calendar.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    approvalRule: RowOf<typeof approvalRule> & Hidden
    customField: RowOf<typeof customField> & Hidden
    workingCalendar: RowOf<typeof workingCalendar> & Hidden
    target: RowOf<typeof target> & Hidden
    houseSetting: RowOf<typeof houseSetting> & Hidden
    schedule: RowOf<typeof schedule> & Hidden
    scheduleProgress: { schedule: string; through: string }
    occurrence: {
      schedule: string
      key: string
      at: string
      settledAt: string
      state: 'made' | 'caught-up' | 'by-hand' | 'missed' | 'skipped' | 'refused'
      recordId: string | null
      /** What the record refused, in both languages. */
      text: ColumnType<[zh: string, en: string] | null, string | null>
    }
  }
}
