import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, role } from '../../../record/rule.ts'

/** A post (岗位): its duties, and the duty positions its holders may fill. Runbook steps name posts, not persons. */
export const post = defineRecord('post', {
  number: 'PST',
  plural: 'posts',
  label: 'name',
  fields: {
    code: f.text({ max: 40, by: 'once', unique: true, filter: true, sort: true }),
    name: f.text({ max: 80, search: true }),
    nameEn: f.text({ max: 80, optional: true }),
    department: f.link('department', { optional: true, filter: true }),
    duties: f.prose(),
    skills: f.prose({ optional: true }),
    duty: f.choice(['maker', 'checker', 'both', 'none'], { default: 'none', filter: true }),
  },
  states: ['active', 'closed'],
  transitions: {
    close: { from: 'active', to: 'closed', allow: role('admin', 'manager') },
    reopen: { from: 'closed', to: 'active', allow: role('admin', 'manager') },
  },
  access: { read: everyone, create: role('admin', 'manager'), update: role('admin', 'manager') },
})
