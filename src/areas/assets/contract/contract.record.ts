import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, inState, nobody, not, role } from '../../../record/rule.ts'
import { keeper, moneyReaders, staff } from '../keepers.rules.ts'
import { noticeDay, spanFaults } from './contract.rules.ts'

const manager = role('manager')

/** What we have agreed with a supplier (合同): for what, for how long, and by when one must decide about what comes after. */
export const contract = defineRecord('contract', {
  number: 'CON',
  plural: 'contracts',
  label: 'title',
  fields: {
    title: f.text({ max: 160, search: true, sort: true }),
    /** As our own files call it. */
    code: f.text({ max: 60, optional: true, unique: true, search: true, sort: true }),
    supplier: f.link('supplier', { filter: true }),
    kind: f.choice(['purchase', 'maintenance', 'lease', 'line', 'software', 'service'], { filter: true }),
    /** Yuan, with tax, over its whole term. */
    amount: f.number({ optional: true, min: 0, max: 1e11, integer: false, secret: moneyReaders, sort: true }),
    validFrom: f.date({ filter: true, sort: true }),
    /** Its last day; without one it lasts until it is ended. */
    validTo: f.date({ optional: true, filter: true, sort: true }),
    /** So many days before its end one must have decided. */
    noticeDays: f.number({ default: 30, min: 0, max: 730 }),
    /** By so many months it goes on by itself, unless it is ended in time. */
    renewMonths: f.number({ optional: true, min: 1, max: 120 }),
    noticeOn: f.date({ by: 'system', optional: true, filter: true, sort: true }),
    /** Who sees to it, and hears of its end. */
    owner: f.link('person', { filter: true }),
    department: f.link('department', { optional: true, filter: true }),
    /** What it covers. */
    assets: f.links('asset', { filter: true }),
    /** The post whose work it does, where nobody of ours holds that. */
    coversPost: f.link('post', { optional: true, filter: true }),
    /** The contract that it goes on from. */
    follows: f.link('contract', { by: 'once', optional: true, filter: true }),
    note: f.prose({ optional: true, max: 4_000 }),
    endedWhy: f.prose({ optional: true, max: 2_000 }),
  },
  states: ['draft', 'in-force', 'renewed', 'expired', 'ended'],
  transitions: {
    begin: { from: 'draft', to: 'in-force', allow: manager, guard: spanFaults },
    /** By itself, on the day after its last, where another goes on from it; else it has expired. */
    'hand-on': { from: 'in-force', to: 'renewed', allow: nobody },
    expire: { from: 'in-force', to: 'expired', allow: nobody },
    /** By itself, where it was agreed so and nobody ended it in time. */
    prolong: { from: 'in-force', to: 'in-force', allow: nobody },
    end: { from: ['draft', 'in-force'], to: 'ended', allow: manager, requires: ['endedWhy'] },
    restore: {
      from: ['expired', 'ended'],
      to: 'in-force',
      allow: manager,
      accepts: ['validTo'],
      guard: spanFaults,
      set: () => ({ endedWhy: null }),
    },
  },
  derive: (row) => ({ noticeOn: noticeDay(row) }),
  access: { read: staff, create: keeper, update: all(keeper, not(inState('renewed', 'ended'))) },
})
