import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, role } from '../../../record/rule.ts'

/** A department of the firm; departments form a tree. */
export const department = defineRecord('department', {
  number: 'DEP',
  plural: 'departments',
  label: 'name',
  fields: {
    code: f.text({ max: 40, by: 'once', unique: true, sort: true }),
    name: f.text({ max: 80, search: true }),
    parent: f.link('department', { optional: true, filter: true }),
    head: f.link('person', { optional: true, filter: true }),
    /** Its people are IT staff, of whom more is asked: undertakings, hours of training. */
    technology: f.flag({ default: false, filter: true }),
  },
  states: ['active', 'closed'],
  transitions: {
    close: { from: 'active', to: 'closed', allow: role('admin', 'manager') },
    reopen: { from: 'closed', to: 'active', allow: role('admin', 'manager') },
  },
  access: { read: everyone, create: role('admin', 'manager'), update: role('admin', 'manager') },
})
