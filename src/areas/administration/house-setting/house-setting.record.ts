import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { role } from '../../../record/rule.ts'

const keeper = role('admin')

/**
 * A setting of the house that somebody has set (系统设置): one row for each, from its first change on; what nobody has set
 * has no row and is as it comes. What may be set, and within what bounds, is declared where it is used (`record/setting.ts`).
 */
export const houseSetting = defineRecord('house-setting', {
  number: 'SET',
  plural: 'house-settings',
  label: 'key',
  fields: {
    key: f.text({ max: 60, by: 'once', unique: true, sort: true }),
    /** As text, whatever its kind: in the form that its setting reads. */
    value: f.text({ max: 400 }),
    /** Why it was changed the last time. */
    reason: f.prose({ max: 1000 }),
  },
  states: ['set'],
  transitions: {},
  access: { read: role('admin', 'manager', 'auditor'), create: keeper, update: keeper },
})
