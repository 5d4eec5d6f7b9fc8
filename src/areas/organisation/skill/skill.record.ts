import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, role } from '../../../record/rule.ts'

/** A skill (技能) that a duty position may ask of whoever stands there. Persons name those they have. */
export const skill = defineRecord('skill', {
  number: 'SKL',
  plural: 'skills',
  label: 'name',
  fields: {
    code: f.text({ max: 40, by: 'once', unique: true, sort: true }),
    name: f.text({ max: 80, search: true }),
    nameEn: f.text({ max: 80, optional: true }),
    description: f.prose({ optional: true, max: 2_000 }),
  },
  states: ['in-use', 'retired'],
  transitions: {
    retire: { from: 'in-use', to: 'retired', allow: role('admin', 'manager') },
    restore: { from: 'retired', to: 'in-use', allow: role('admin', 'manager') },
  },
  access: { read: everyone, create: role('admin', 'manager'), update: role('admin', 'manager') },
})
