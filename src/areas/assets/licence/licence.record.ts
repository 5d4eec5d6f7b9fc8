import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { keeper, staff } from '../keepers.rules.ts'

/** By what a licence counts: seats of people or devices, devices, people, or the cores of devices. */
export const metrics = ['seat', 'user', 'device', 'core'] as const

/** What we may use of somebody's software (许可): counted by its metric, held as entitlements, given out as allocations. */
export const licence = defineRecord('licence', {
  number: 'LIC',
  plural: 'licences',
  label: 'name',
  fields: {
    name: f.text({ max: 120, unique: true, search: true, sort: true }),
    /** What of it is found installed needs one. */
    software: f.links('software', { filter: true }),
    supplier: f.link('supplier', { optional: true, filter: true }),
    metric: f.choice(metrics, { by: 'once', filter: true }),
    /** Whether more may be given out than there is. What expires may leave less than is used in either case. */
    overuse: f.choice(['block', 'warn'], { default: 'block', filter: true }),
    /** Who sees to it, and hears of its end and of what is over-used. */
    owner: f.link('person', { filter: true }),
    note: f.prose({ optional: true, max: 4_000 }),
    /** As of today: kept at each change and every night. */
    entitled: f.number({ by: 'system', default: 0, sort: true }),
    used: f.number({ by: 'system', default: 0, sort: true }),
    free: f.number({ by: 'system', default: 0, filter: true, sort: true }),
    /** The last day of what ends first. */
    endsOn: f.date({ by: 'system', optional: true, filter: true, sort: true }),
  },
  states: ['active', 'retired'],
  transitions: {
    retire: { from: 'active', to: 'retired', allow: keeper },
    restore: { from: 'retired', to: 'active', allow: keeper },
  },
  access: { read: staff, create: keeper, update: keeper },
})
