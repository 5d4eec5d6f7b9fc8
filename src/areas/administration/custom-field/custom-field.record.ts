import { z } from 'zod'
import { conditionSchema } from '../../../record/condition.ts'
import { customKinds } from '../../../record/custom.ts'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, role } from '../../../record/rule.ts'
import { shaped } from '../../../record/shape.ts'

const choiceSchema = z.strictObject({
  value: shaped(z.string().trim().min(1).max(60), ['代码', 'Code']),
  words: shaped(z.tuple([z.string().trim().min(1).max(60), z.string().trim().min(1).max(60)]), ['名称', 'Name']),
})

const keeper = role('manager', 'admin')

/**
 * A custom field (自定义项): what a firm asks of a record beside its declaration, of all its rows or of those of some category.
 * What it is and where it belongs stays as it was made; values remain when it is retired.
 */
export const customField = defineRecord('custom-field', {
  number: 'CUS',
  plural: 'custom-fields',
  label: 'name',
  fields: {
    name: f.text({ max: 60, search: true }),
    nameEn: f.text({ max: 60 }),
    record: f.text({ max: 60, by: 'once', names: 'record', filter: true }),
    key: f.text({ max: 40, by: 'once' }),
    kind: f.choice(customKinds, { by: 'once', filter: true }),
    choices: f.json(z.array(choiceSchema).max(200), { default: [] }),
    /** The category it belongs to: what must hold of a row for it to be asked; nothing means all rows. */
    when: f.json(z.array(conditionSchema).max(10), { default: [] }),
    required: f.flag({ default: false }),
    position: f.number({ default: 100, min: 0, max: 10_000, sort: true }),
  },
  states: ['draft', 'active', 'retired'],
  transitions: {
    activate: { from: ['draft', 'retired'], to: 'active', allow: keeper },
    retire: { from: ['draft', 'active'], to: 'retired', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: keeper },
})
