import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone } from '../../../record/rule.ts'
import { keeper } from '../keepers.rules.ts'

/** How value goes with time: evenly, by twice the even rate of what is left, or not at all. */
export const depreciationMethods = ['straight-line', 'declining', 'none'] as const

/** A category of assets (资产类别): what is asked of them beside the common fields is custom fields under a condition on it. */
export const assetCategory = defineRecord('asset-category', {
  number: 'ACY',
  plural: 'asset-categories',
  label: 'name',
  fields: {
    code: f.text({ max: 20, by: 'once', unique: true, sort: true }),
    name: f.text({ max: 60, search: true, sort: true }),
    nameEn: f.text({ max: 60, search: true }),
    kind: f.choice(['hardware', 'network', 'software', 'database', 'document', 'facility'], { filter: true }),
    /** What tags made for it begin with. */
    tagPrefix: f.text({ max: 12, optional: true }),
    /** Holds data, so that it leaves only after that was destroyed. */
    storage: f.flag({ default: false, filter: true }),
    depreciation: f.choice(depreciationMethods, { default: 'straight-line' }),
    usefulMonths: f.number({ default: 60, min: 1, max: 600 }),
    /** Percent of the cost that is left at the end. */
    residual: f.number({ default: 5, min: 0, max: 100, integer: false }),
  },
  states: ['active', 'retired'],
  transitions: {
    retire: { from: 'active', to: 'retired', allow: keeper },
    restore: { from: 'retired', to: 'active', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: keeper },
})
