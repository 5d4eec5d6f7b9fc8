import type { RowOf } from '../../../record/record.ts'
import type { approvalRule } from '../approval-rule/approval-rule.record.ts'
import type { customField } from '../custom-field/custom-field.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    approvalRule: RowOf<typeof approvalRule> & Hidden
    customField: RowOf<typeof customField> & Hidden
  }
}
