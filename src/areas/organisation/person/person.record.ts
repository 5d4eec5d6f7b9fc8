import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, everyone, role, self } from '../../../record/rule.ts'

/** How to reach somebody is theirs, and of those who call people in. */
const ownOrKeepers = any(self('id'), role('admin', 'manager', 'operator'))

/**
 * A person of the firm. Sign-in accounts belong to a person and are kept apart: whoever has two accounts is still one
 * person, also where two people are wanted.
 */
export const person = defineRecord('person', {
  number: 'PER',
  plural: 'people',
  label: 'name',
  fields: {
    name: f.text({ max: 80, search: true, sort: true }),
    employeeNo: f.text({ max: 40, unique: true, search: true }),
    email: f.text({ max: 200, optional: true, secret: ownOrKeepers }),
    phone: f.text({ max: 40, optional: true, secret: ownOrKeepers }),
    department: f.link('department', { optional: true, filter: true }),
    team: f.link('team', { optional: true, filter: true }),
    posts: f.links('post', { filter: true }),
    skills: f.links('skill', { filter: true }),
    roles: f.links('role', { filter: true }),
    lang: f.choice(['zh', 'en'], { default: 'zh' }),
  },
  states: ['active', 'left'],
  transitions: {
    leave: { from: 'active', to: 'left', allow: role('admin') },
    return: { from: 'left', to: 'active', allow: role('admin') },
  },
  access: { read: everyone, create: role('admin'), update: role('admin') },
})
