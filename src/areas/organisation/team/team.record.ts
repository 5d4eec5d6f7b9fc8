import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, everyone, role, self } from '../../../record/rule.ts'

/** People who take work together, across departments where need be. */
export const team = defineRecord('team', {
  number: 'TEM',
  plural: 'teams',
  label: 'name',
  fields: {
    code: f.text({ max: 40, by: 'once', unique: true, sort: true }),
    name: f.text({ max: 80, search: true }),
    department: f.link('department', { optional: true, filter: true }),
    lead: f.link('person', { optional: true, filter: true }),
    purpose: f.prose({ optional: true }),
  },
  states: ['active', 'closed'],
  transitions: {
    close: { from: 'active', to: 'closed', allow: role('admin', 'manager') },
    reopen: { from: 'closed', to: 'active', allow: role('admin', 'manager') },
  },
  access: { read: everyone, create: role('admin', 'manager'), update: any(self('lead'), role('admin', 'manager')) },
})
