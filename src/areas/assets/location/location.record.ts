import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone } from '../../../record/rule.ts'
import { keeper } from '../keepers.rules.ts'

/** From the widest to the narrowest; a unit in a rack is a number on the asset. */
export const locationKinds = ['site', 'building', 'room', 'rack', 'cabinet', 'desk'] as const

/** A place where assets stand (位置); places form a tree. */
export const location = defineRecord('location', {
  number: 'LOC',
  plural: 'locations',
  label: 'name',
  fields: {
    code: f.text({ max: 60, unique: true, search: true, sort: true }),
    name: f.text({ max: 120, search: true, sort: true }),
    kind: f.choice(locationKinds, { filter: true }),
    parent: f.link('location', { optional: true, filter: true }),
    /** Units of a rack. */
    height: f.number({ optional: true, min: 1, max: 60 }),
    /** When a stocktake that covers it was last approved. */
    countedAt: f.instant({ by: 'system', optional: true, sort: true }),
    note: f.prose({ optional: true, max: 4_000 }),
  },
  states: ['active', 'closed'],
  transitions: {
    close: { from: 'active', to: 'closed', allow: keeper },
    reopen: { from: 'closed', to: 'active', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: keeper },
})
