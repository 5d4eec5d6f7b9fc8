import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, nobody, self } from '../../../record/rule.ts'
import { keeper, staff } from '../keepers.rules.ts'
import { decisions, kinds, unfitting } from './decision.rules.ts'

const decides = any(keeper, self('leader'))

/** A difference that a stocktake found (盘点差异), what is proposed to be done about it, and what came of that. */
export const stocktakeDifference = defineRecord('stocktake-difference', {
  number: 'STD',
  plural: 'stocktake-differences',
  label: 'label',
  fields: {
    label: f.text({ by: 'system', max: 220, search: true }),
    stocktake: f.link('stocktake', { by: 'system', filter: true }),
    leader: f.link('person', { by: 'system' }),
    kind: f.choice(kinds, { by: 'system', filter: true }),
    asset: f.link('asset', { by: 'system', optional: true, filter: true }),
    tag: f.text({ by: 'system', max: 80, search: true, sort: true }),
    /** As frozen; of what was not expected, as the register said when counting ended. */
    expectedPlace: f.link('location', { by: 'system', optional: true, filter: true }),
    expectedHolder: f.link('person', { by: 'system', optional: true }),
    expectedState: f.text({ by: 'system', optional: true, max: 20 }),
    foundPlace: f.link('location', { by: 'system', optional: true, filter: true }),
    foundHolder: f.link('person', { by: 'system', optional: true }),
    /** The count that stands, and how many there were. */
    count: f.link('stocktake-count', { by: 'system', optional: true }),
    counts: f.number({ by: 'system', default: 0, min: 0 }),
    /** The register was changed between the freeze and the end of counting. */
    moved: f.flag({ by: 'system', default: false, filter: true }),
    proposal: f.choice(decisions, { by: 'system', optional: true, filter: true }),
    decision: f.choice(decisions, { by: 'system', optional: true, filter: true }),
    reason: f.prose({ by: 'system', optional: true, max: 1_000 }),
    newName: f.text({ by: 'system', optional: true, max: 120 }),
    newCategory: f.link('asset-category', { by: 'system', optional: true }),
    whyNot: f.prose({ by: 'system', optional: true, max: 1_000 }),
    whyNotEn: f.prose({ by: 'system', optional: true, max: 1_000 }),
  },
  states: ['open', 'decided', 'done', 'not-done', 'withdrawn'],
  transitions: {
    decide: {
      from: ['open', 'decided'],
      to: 'decided',
      allow: decides,
      requires: ['decision'],
      accepts: ['reason', 'newName', 'newCategory'],
      guard: unfitting,
    },
    /** Carried out as it was approved. */
    'carry-out': { from: 'decided', to: 'done', allow: nobody },
    /** The register says something else by now, or refuses it. */
    'leave-out': { from: 'decided', to: 'not-done', allow: nobody, accepts: ['whyNot', 'whyNotEn'] },
    /** Counted on, and it is none any more. */
    withdraw: { from: ['open', 'decided'], to: 'withdrawn', allow: nobody },
  },
  access: { read: any(staff, self('leader')), create: nobody, update: nobody },
})
