import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody, role } from '../../../record/rule.ts'
import { keepers } from '../parties.rules.ts'

/**
 * An area of rules (制度领域) that the set of policies is to cover, and audits to come round to. What other records say of it is
 * counted on it, so that it can be judged by itself.
 */
export const ruleArea = defineRecord('rule-area', {
  number: 'RLA',
  plural: 'rule-areas',
  label: 'name',
  fields: {
    /** As policies name it: `assets`. */
    code: f.text({ by: 'system', max: 40, unique: true, search: true }),
    name: f.text({ max: 60, search: true }),
    nameEn: f.text({ max: 80, optional: true, search: true }),
    /** Who answers for it, and so does not audit it. */
    owner: f.link('person', { optional: true, filter: true }),
    /** Policies in effect in it. */
    inForce: f.number({ by: 'system', default: 0, min: 0 }),
    /** The last audit of it that was reported, and when. */
    lastAudit: f.link('audit', { by: 'system', optional: true, filter: true }),
    auditedAt: f.instant({ by: 'system', optional: true, sort: true }),
    leftOutReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['required', 'left-out'],
  transitions: {
    'leave-out': {
      from: 'required',
      to: 'left-out',
      allow: role('manager'),
      requires: ['leftOutReason'],
      sign: true,
    },
    require: {
      from: 'left-out',
      to: 'required',
      allow: role('manager', 'auditor'),
      set: () => ({ leftOutReason: null }),
    },
  },
  access: { read: keepers, create: nobody, update: role('manager', 'admin') },
})
