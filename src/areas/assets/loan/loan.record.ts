import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, inState, nobody, self } from '../../../record/rule.ts'
import { keeper, staff } from '../keepers.rules.ts'

/** A loan (借用): an asset of the pool in somebody's hands until a day; one thing is lent to one person at a time. */
export const loan = defineRecord('loan', {
  number: 'LON',
  plural: 'loans',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', max: 120, optional: true, search: true }),
    asset: f.link('asset', { by: 'once', filter: true }),
    borrower: f.link('person', { by: 'once', filter: true }),
    /** Today, unless it says. */
    startsOn: f.date({ by: 'once', optional: true, filter: true, sort: true }),
    dueOn: f.date({ filter: true, sort: true }),
    purpose: f.text({ max: 200, optional: true }),
    extendReason: f.prose({ by: 'system', max: 2_000, optional: true }),
    /** In what state it came back. */
    condition: f.prose({ by: 'system', max: 2_000, optional: true }),
    cancelReason: f.prose({ by: 'system', max: 2_000, optional: true }),
    lentAt: f.instant({ by: 'system', optional: true }),
    returnedAt: f.instant({ by: 'system', optional: true, filter: true, sort: true }),
    /** When the borrower was told that it is due soon. */
    remindedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['reserved', 'lent', 'overdue', 'returned', 'cancelled'],
  transitions: {
    lend: {
      from: 'reserved',
      to: 'lent',
      allow: keeper,
      requires: ['dueOn'],
      set: (_row, { now }) => ({ lentAt: now }),
    },
    /** By themselves, once each. */
    remind: { from: 'lent', to: 'lent', allow: nobody, set: (_row, { now }) => ({ remindedAt: now }) },
    'fall-overdue': { from: 'lent', to: 'overdue', allow: nobody },
    extend: {
      from: ['lent', 'overdue'],
      to: 'lent',
      allow: keeper,
      requires: ['dueOn', 'extendReason'],
      set: () => ({ remindedAt: null }),
    },
    return: {
      from: ['lent', 'overdue'],
      to: 'returned',
      allow: keeper,
      accepts: ['condition'],
      set: (_row, { now }) => ({ returnedAt: now }),
    },
    cancel: {
      from: 'reserved',
      to: 'cancelled',
      allow: any(self('borrower'), keeper),
      requires: ['cancelReason'],
    },
  },
  access: {
    read: any(staff, self('borrower'), self('createdBy')),
    create: any(keeper, self('borrower')),
    update: all(inState('reserved'), any(keeper, self('borrower'))),
  },
})
