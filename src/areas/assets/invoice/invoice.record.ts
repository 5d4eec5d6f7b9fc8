import { z } from 'zod'
import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody, role } from '../../../record/rule.ts'
import { keeper, moneyReaders } from '../keepers.rules.ts'
import { sumYuan } from '../money.rules.ts'
import { type Difference, differenceSchema, type Invoiced, invoicedLinesSchema } from './match.rules.ts'

const another = otherThan(
  ['发票由登记人以外的人认可和付款。', 'Somebody other than who entered an invoice accepts and pays it.'],
  'createdBy',
)

/**
 * A supplier's invoice (发票) for a purchase. It agrees by itself once the order, what came in and what is asked for agree; a
 * difference is named, and accepted by a second person or sent back.
 */
export const invoice = defineRecord('invoice', {
  number: 'INV',
  plural: 'invoices',
  label: 'code',
  fields: {
    /** As the supplier numbers it: nobody pays one twice. */
    code: f.text({ by: 'once', max: 40, unique: true, search: true, sort: true }),
    purchase: f.link('purchase', { by: 'once', filter: true }),
    lines: f.json(invoicedLinesSchema, { by: 'once' }),
    invoicedOn: f.date({ by: 'once', filter: true, sort: true }),
    note: f.prose({ optional: true, max: 2_000 }),
    /** Yuan, with tax. */
    amount: f.number({ by: 'system', default: 0, min: 0, integer: false, sort: true }),
    supplier: f.link('supplier', { by: 'system', optional: true, filter: true }),
    budget: f.link('budget', { by: 'system', optional: true, filter: true }),
    differences: f.json(z.array(differenceSchema).max(150), { by: 'system', default: [] }),
    acceptReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    acceptedBy: f.link('person', { by: 'system', optional: true }),
    paidOn: f.date({ by: 'system', optional: true, filter: true, sort: true }),
    paidBy: f.link('person', { by: 'system', optional: true }),
    returnReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['entered', 'matched', 'paid', 'returned'],
  transitions: {
    /** By itself, as it is entered or as what it asks for comes in. */
    match: { from: 'entered', to: 'matched', allow: nobody, set: () => ({ differences: [] as Difference[] }) },
    /** Somebody else agrees to it as it is. */
    accept: {
      from: 'entered',
      to: 'matched',
      allow: role('manager'),
      requires: ['acceptReason'],
      guard: (row, moment) => another(row, moment),
      set: (_row, { actor }) => ({ acceptedBy: personId(actor) }),
    },
    pay: {
      from: 'matched',
      to: 'paid',
      allow: role('manager'),
      requires: ['paidOn'],
      guard: (row, moment) => another(row, moment),
      set: (_row, { actor }) => ({ paidBy: personId(actor) }),
    },
    return: { from: ['entered', 'matched'], to: 'returned', allow: keeper, requires: ['returnReason'] },
  },
  derive: ({ lines }) => ({ amount: sumYuan((lines ?? []).map(({ amount }: Invoiced) => amount)) }),
  access: { read: moneyReaders, create: keeper, update: keeper },
})
