import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, everyone, inState } from '../../../record/rule.ts'
import { keeper } from '../keepers.rules.ts'

/** A separation of duties (职责分离规则): nobody holds a right of the one set together with one of the other. */
export const dutySeparation = defineRecord('duty-separation', {
  number: 'SOD',
  plural: 'duty-separations',
  label: 'title',
  fields: {
    title: f.text({ max: 120, search: true, sort: true }),
    titleEn: f.text({ max: 120, optional: true, search: true }),
    first: f.links('access-right', { filter: true }),
    second: f.links('access-right', { filter: true }),
    /** What harm one person could do who has both. */
    reason: f.prose({ max: 2_000 }),
    severity: f.choice(['high', 'medium', 'low'], { default: 'high', filter: true, sort: true }),
  },
  states: ['active', 'withdrawn'],
  transitions: {
    withdraw: { from: 'active', to: 'withdrawn', allow: keeper },
    reinstate: { from: 'withdrawn', to: 'active', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: all(inState('active'), keeper) },
})
