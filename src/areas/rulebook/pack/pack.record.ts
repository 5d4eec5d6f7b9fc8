import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, nobody, role } from '../../../record/rule.ts'

/** How it binds whom it applies to, and whether what we say of it was read at its source. */
export const bindings = ['law', 'rule', 'recommended', 'internal'] as const
export const verifications = ['yes', 'partly', 'no'] as const

const keeper = role('manager', 'auditor', 'admin')

/** A law, rule or standard (外部要求), as dated data that comes with the product: off until the firm says that it keeps to it. */
export const pack = defineRecord('pack', {
  number: 'RPK',
  plural: 'packs',
  label: 'title',
  fields: {
    code: f.text({ by: 'system', max: 40, unique: true, search: true, sort: true }),
    title: f.text({ by: 'system', max: 200, search: true }),
    titleEn: f.text({ by: 'system', max: 240, optional: true, search: true }),
    binding: f.choice(bindings, { by: 'system', filter: true }),
    appliesTo: f.prose({ by: 'system', max: 2_000 }),
    appliesToEn: f.prose({ by: 'system', optional: true, max: 2_000 }),
    source: f.prose({ by: 'system', max: 2_000 }),
    verified: f.choice(verifications, { by: 'system', filter: true }),
    verifiedOn: f.date({ by: 'system', optional: true }),
    /** Why the firm keeps to it, or does not. */
    reason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['off', 'on'],
  transitions: {
    'switch-on': { from: 'off', to: 'on', allow: keeper, requires: ['reason'] },
    'switch-off': { from: 'on', to: 'off', allow: keeper, requires: ['reason'] },
  },
  access: { read: everyone, create: nobody, update: nobody },
})
