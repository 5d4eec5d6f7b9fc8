import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody } from '../../../record/rule.ts'
import { keeper, staff } from '../keepers.rules.ts'

/**
 * What was found and is not registered so (发现差异): a machine that nobody registered, one field that reads otherwise, or a machine
 * that is no longer heard of. Nothing follows until somebody accepts it.
 */
export const discoveryDifference = defineRecord('discovery-difference', {
  number: 'DDF',
  plural: 'discovery-differences',
  label: 'machine',
  fields: {
    machine: f.text({ max: 253, by: 'system', search: true, sort: true }),
    discovery: f.link('discovery', { by: 'system', filter: true }),
    kind: f.choice(['new', 'changed', 'vanished'], { by: 'system', filter: true }),
    /** Which of the asset's fields reads otherwise; `custom.cpu` is one of the firm's own. */
    field: f.text({ max: 60, by: 'system', optional: true, filter: true }),
    registered: f.text({ max: 300, by: 'system', optional: true }),
    found: f.text({ max: 300, by: 'system', optional: true }),
    /** What it is about; of a machine that nobody registered: the asset that it is, or becomes. */
    asset: f.link('asset', { optional: true, filter: true }),
    /** For the asset that is made: proposed, and corrected as it is accepted. */
    category: f.link('asset-category', { optional: true }),
    tag: f.text({ max: 40, optional: true }),
    /** Where the asset that is no longer heard of has gone. */
    outcome: f.choice(['in-stock', 'retired', 'lost'], { optional: true }),
    reason: f.prose({ optional: true, max: 1_000 }),
  },
  states: ['open', 'accepted', 'dismissed', 'settled'],
  transitions: {
    accept: { from: 'open', to: 'accepted', allow: keeper, accepts: ['asset', 'category', 'tag', 'outcome'] },
    dismiss: { from: 'open', to: 'dismissed', allow: keeper, requires: ['reason'] },
    reopen: { from: 'dismissed', to: 'open', allow: keeper },
    /** By itself: register and machine agree again. */
    settle: { from: 'open', to: 'settled', allow: nobody },
  },
  access: { read: staff, create: nobody, update: nobody },
})
