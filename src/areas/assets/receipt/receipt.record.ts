import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody } from '../../../record/rule.ts'
import { keeper, moneyReaders, staff } from '../keepers.rules.ts'
import { receivedLinesSchema } from './receipt.rules.ts'

/**
 * A receipt (到货单): what of an order came in, or went back to the supplier. What has a category becomes assets. Nothing of it
 * is changed: what was wrong goes back by another.
 */
export const receipt = defineRecord('receipt', {
  number: 'RCV',
  plural: 'receipts',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', max: 120, optional: true, search: true }),
    purchase: f.link('purchase', { by: 'once', filter: true }),
    kind: f.choice(['in', 'return'], { by: 'once', default: 'in', filter: true }),
    /** Of assets that go back nothing is written here: they are named below. */
    lines: f.json(receivedLinesSchema, { by: 'once', default: [] }),
    /** Of what goes back: assets that this purchase made and that are still in stock. */
    assets: f.links('asset', { by: 'once' }),
    receivedOn: f.date({ by: 'once', optional: true, filter: true, sort: true }),
    location: f.link('location', { by: 'once', optional: true, filter: true }),
    deliveryNote: f.text({ by: 'once', max: 60, optional: true, search: true }),
    note: f.prose({ by: 'once', max: 2_000, optional: true }),
    supplier: f.link('supplier', { by: 'system', optional: true, filter: true }),
    department: f.link('department', { by: 'system', optional: true, filter: true }),
    budget: f.link('budget', { by: 'system', optional: true, filter: true }),
    /** Yuan with tax; below nought where it went back. */
    amount: f.number({ by: 'system', default: 0, integer: false, secret: moneyReaders, sort: true }),
  },
  states: ['booked'],
  transitions: {},
  access: { read: staff, create: keeper, update: nobody },
  appendOnly: true,
})
