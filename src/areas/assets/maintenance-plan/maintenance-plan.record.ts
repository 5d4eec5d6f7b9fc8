import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { keeper, staff } from '../keepers.rules.ts'
import { plannedKinds } from '../maintenance-order/maintenance-order.rules.ts'

/** An order is made no longer ahead than this. */
export const mostLeadDays = 90

/**
 * A maintenance plan (维保计划): what is done again every so many months to some assets, or to all of a category that are in use. Its
 * orders are made some days ahead, by themselves, once each.
 */
export const maintenancePlan = defineRecord('maintenance-plan', {
  number: 'MPL',
  plural: 'maintenance-plans',
  label: 'name',
  fields: {
    name: f.text({ max: 120, search: true }),
    kind: f.choice(plannedKinds, { default: 'inspection', filter: true }),
    assets: f.links('asset', { filter: true }),
    /** All of it, where no asset is named. */
    category: f.link('asset-category', { optional: true, filter: true }),
    everyMonths: f.number({ min: 1, max: 120, default: 3 }),
    startsOn: f.date(),
    /** How many days ahead its order is made. */
    leadDays: f.number({ min: 0, max: mostLeadDays, default: 14 }),
    nextOn: f.date({ by: 'system', optional: true, filter: true, sort: true }),
    supplier: f.link('supplier', { optional: true, filter: true }),
    owner: f.link('person', { filter: true }),
    instructions: f.prose({ optional: true, max: 8_000 }),
  },
  states: ['active', 'paused', 'ended'],
  transitions: {
    pause: { from: 'active', to: 'paused', allow: keeper },
    resume: { from: 'paused', to: 'active', allow: keeper },
    end: { from: ['active', 'paused'], to: 'ended', allow: keeper, set: () => ({ nextOn: null }) },
  },
  access: { read: staff, create: keeper, update: keeper },
})
