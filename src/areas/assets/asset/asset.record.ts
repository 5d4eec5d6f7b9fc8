import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, nobody, self } from '../../../record/rule.ts'
import { depreciationMethods } from '../asset-category/asset-category.record.ts'
import { keeper, moneyReaders, staff } from '../keepers.rules.ts'

/** Something the firm owns or answers for (资产): its tag, what it is, where it is, who holds it, what it cost. */
export const asset = defineRecord('asset', {
  number: 'AST',
  plural: 'assets',
  label: 'name',
  beginsAs: 'registeredAs',
  fields: {
    /** On its label, in one form (R1); that of one that is gone is never given again. */
    tag: f.text({ max: 40, by: 'once', unique: true, search: true, sort: true }),
    name: f.text({ max: 120, search: true, sort: true }),
    registeredAs: f.choice(['in-use', 'in-stock', 'ordered'], { by: 'once', default: 'in-use' }),
    category: f.link('asset-category', { filter: true }),
    model: f.link('asset-model', { optional: true, filter: true }),
    serial: f.text({ max: 80, optional: true, search: true, filter: true }),
    location: f.link('location', { optional: true, filter: true }),
    /** The lowest unit of the rack that it takes. */
    rackUnit: f.number({ optional: true, min: 1, max: 60 }),
    /** How many it takes, by its model. */
    rackUnits: f.number({ by: 'system', optional: true }),
    department: f.link('department', { optional: true, filter: true }),
    /** Who answers for it. */
    owner: f.link('person', { optional: true, filter: true }),
    /** Who has it in hand. */
    custodian: f.link('person', { optional: true, filter: true }),
    classification: f.choice(['public', 'internal', 'sensitive', 'secret'], { default: 'internal', filter: true }),
    /** What runs on it. */
    components: f.links('component', { filter: true }),
    hostname: f.text({ max: 253, optional: true, search: true, filter: true }),
    /** As the network knows it: IPv4 or IPv6. */
    address: f.text({ max: 45, optional: true, search: true, filter: true }),
    supplier: f.link('supplier', { optional: true, filter: true }),
    purchasedOn: f.date({ optional: true, filter: true, sort: true }),
    /** Yuan, with tax. */
    cost: f.number({ optional: true, min: 0, max: 1e11, integer: false, secret: moneyReaders, sort: true }),
    /** Depreciation counts from the month after this. */
    inServiceOn: f.date({ optional: true, filter: true, sort: true }),
    /** Where it differs from its category. */
    depreciation: f.choice(depreciationMethods, { optional: true }),
    usefulMonths: f.number({ optional: true, min: 1, max: 600 }),
    warrantyUntil: f.date({ optional: true, filter: true, sort: true }),
    note: f.prose({ optional: true, max: 4_000, search: true }),
    lostHow: f.prose({ optional: true, max: 4_000 }),
    retiredOn: f.instant({ by: 'system', optional: true }),
    /** How it came, where it came by a purchase: the receipt, and its line counted from 1. */
    receipt: f.link('receipt', { by: 'system', optional: true, filter: true }),
    receiptLine: f.number({ by: 'system', optional: true }),
    disposedOn: f.instant({ by: 'system', optional: true }),
  },
  states: ['ordered', 'in-stock', 'in-use', 'in-repair', 'retired', 'disposed', 'lost'],
  transitions: {
    receive: { from: 'ordered', to: 'in-stock', allow: keeper, accepts: ['serial', 'location'] },
    issue: {
      from: 'in-stock',
      to: 'in-use',
      allow: keeper,
      accepts: ['custodian', 'department', 'location', 'rackUnit'],
    },
    'take-back': {
      from: 'in-use',
      to: 'in-stock',
      allow: keeper,
      accepts: ['location'],
      set: () => ({ custodian: null }),
    },
    repair: { from: ['in-use', 'in-stock'], to: 'in-repair', allow: keeper },
    repaired: { from: 'in-repair', to: 'in-use', allow: keeper },
    retire: {
      from: ['in-use', 'in-stock', 'in-repair'],
      to: 'retired',
      allow: keeper,
      set: (_row, { now }) => ({ retiredOn: now }),
    },
    reinstate: { from: 'retired', to: 'in-stock', allow: keeper, set: () => ({ retiredOn: null }) },
    lose: {
      from: ['in-use', 'in-stock', 'in-repair', 'retired'],
      to: 'lost',
      allow: keeper,
      requires: ['lostHow'],
      set: () => ({ rackUnit: null, rackUnits: null }),
    },
    find: { from: 'lost', to: 'in-stock', allow: keeper, accepts: ['location'] },
    /** By its disposal, once that is carried out. */
    dispose: { from: 'retired', to: 'disposed', allow: nobody, set: (_row, { now }) => ({ disposedOn: now }) },
    /** By a return of what was delivered: it was never taken over. */
    'give-back': { from: 'in-stock', to: 'disposed', allow: nobody, set: (_row, { now }) => ({ disposedOn: now }) },
  },
  access: { read: any(staff, self('owner'), self('custodian')), create: keeper, update: keeper },
})
