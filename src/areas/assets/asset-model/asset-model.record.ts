import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone } from '../../../record/rule.ts'
import { keeper } from '../keepers.rules.ts'

/** A model (型号): what all assets of one make have in common. */
export const assetModel = defineRecord('asset-model', {
  number: 'AMD',
  plural: 'asset-models',
  label: 'name',
  fields: {
    /** With its maker, as people say it: 「Dell PowerEdge R750」. */
    name: f.text({ max: 120, unique: true, search: true, sort: true }),
    manufacturer: f.text({ max: 80, optional: true, search: true, filter: true, sort: true }),
    category: f.link('asset-category', { filter: true }),
    partNumber: f.text({ max: 80, optional: true, search: true }),
    /** Rack units that one takes; empty for what is in no rack. */
    height: f.number({ optional: true, min: 1, max: 60 }),
    watts: f.number({ optional: true, min: 0, max: 1_000_000 }),
    /** The last day on which its maker helps. */
    supportUntil: f.date({ optional: true, filter: true, sort: true }),
    /** From and to which day it stands in the list of what may be bought; without an end it still does. */
    standardFrom: f.date({ optional: true }),
    standardTo: f.date({ optional: true }),
    note: f.prose({ optional: true, max: 4_000 }),
  },
  states: ['active', 'retired'],
  transitions: {
    retire: { from: 'active', to: 'retired', allow: keeper },
    restore: { from: 'retired', to: 'active', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: keeper },
})
