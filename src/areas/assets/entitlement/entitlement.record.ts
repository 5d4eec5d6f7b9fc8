import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { spanFaults } from '../contract/contract.rules.ts'
import { keeper, moneyReaders, staff } from '../keepers.rules.ts'

/** So much of a licence that was bought (授权): for good, or for a time; what has expired does not count. */
export const entitlement = defineRecord('entitlement', {
  number: 'ENT',
  plural: 'entitlements',
  label: 'reference',
  fields: {
    licence: f.link('licence', { by: 'once', filter: true }),
    quantity: f.number({ min: 1, max: 10_000_000, sort: true }),
    validFrom: f.date({ filter: true, sort: true }),
    /** Its last day; without one it is perpetual. */
    validTo: f.date({ optional: true, filter: true, sort: true }),
    /** The vendor's own number of the order or certificate. */
    reference: f.text({ max: 120, optional: true, search: true }),
    contract: f.link('contract', { optional: true, filter: true }),
    /** Yuan, with tax. */
    cost: f.number({ optional: true, min: 0, max: 1e11, integer: false, secret: moneyReaders }),
    note: f.prose({ optional: true, max: 2_000 }),
    withdrawnAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['standing', 'withdrawn'],
  transitions: {
    withdraw: {
      from: 'standing',
      to: 'withdrawn',
      allow: keeper,
      set: (_row, { now }) => ({ withdrawnAt: now }),
    },
    restore: {
      from: 'withdrawn',
      to: 'standing',
      allow: keeper,
      guard: spanFaults,
      set: () => ({ withdrawnAt: null }),
    },
  },
  access: { read: staff, create: keeper, update: keeper },
})
