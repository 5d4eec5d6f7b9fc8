import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, self } from '../../../record/rule.ts'
import { keeper, staff } from '../keepers.rules.ts'

/** So much of a licence that somebody or something has (许可分配), until it is withdrawn. */
export const allocation = defineRecord('allocation', {
  number: 'ALC',
  plural: 'allocations',
  label: 'note',
  fields: {
    licence: f.link('licence', { by: 'once', filter: true }),
    person: f.link('person', { by: 'once', optional: true, filter: true }),
    asset: f.link('asset', { by: 'once', optional: true, filter: true }),
    /** One, or so many cores. */
    quantity: f.number({ by: 'once', default: 1, min: 1, max: 100_000 }),
    note: f.text({ max: 200, optional: true }),
    withdrawnAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['held', 'withdrawn'],
  transitions: {
    withdraw: {
      from: 'held',
      to: 'withdrawn',
      allow: any(keeper, self('person')),
      set: (_row, { now }) => ({ withdrawnAt: now }),
    },
  },
  access: { read: any(staff, self('person')), create: keeper, update: keeper },
})
