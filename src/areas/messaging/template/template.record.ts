import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, role } from '../../../record/rule.ts'

const keeper = role('manager', 'admin')

/**
 * A message template (消息模板): how messages about a record, or at an act, read in both languages. Where several fit, the one that
 * names most; without any, the house's own wording.
 */
export const template = defineRecord('template', {
  number: 'TPL',
  plural: 'templates',
  label: 'name',
  fields: {
    name: f.text({ max: 80, search: true, sort: true }),
    record: f.text({ max: 60, optional: true, names: 'record', filter: true }),
    /** A verb, or why one is told: `assigned`, `mention`, `approval` … */
    act: f.text({ max: 60, optional: true, filter: true }),
    subjectZh: f.text({ max: 200 }),
    textZh: f.prose({ max: 5_000 }),
    subjectEn: f.text({ max: 200 }),
    textEn: f.prose({ max: 5_000 }),
  },
  states: ['draft', 'in-use', 'stopped'],
  transitions: {
    use: { from: ['draft', 'stopped'], to: 'in-use', allow: keeper },
    stop: { from: 'in-use', to: 'stopped', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: keeper },
})
