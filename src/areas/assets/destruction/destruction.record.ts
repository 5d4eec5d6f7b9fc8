import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, inState } from '../../../record/rule.ts'
import { keeper, staff } from '../keepers.rules.ts'
import { media, methodOf, methods, techniques } from './sanitise.rules.ts'

const byAnother = otherThan(
  ['见证人须是操作人以外的人。', 'Whoever did it does not witness it.'],
  'operator',
  'createdBy',
)

/**
 * The data of one medium made unreadable (数据销毁), before its asset leaves: done by one person, witnessed and signed by another. One of
 * every asset that holds data is there as soon as its disposal is approved; further media are added to it.
 */
export const destruction = defineRecord('destruction', {
  number: 'DST',
  plural: 'destructions',
  label: 'label',
  fields: {
    /** The asset's tag and the medium's serial, to be told apart by. */
    label: f.text({ by: 'system', optional: true, max: 200, search: true }),
    disposal: f.link('disposal', { by: 'once', filter: true }),
    asset: f.link('asset', { by: 'once', filter: true }),
    medium: f.choice(media, { optional: true }),
    /** As it is printed on the medium itself. */
    serial: f.text({ max: 80, optional: true, search: true }),
    technique: f.choice(techniques, { optional: true }),
    method: f.choice(methods, { by: 'system', optional: true, filter: true }),
    /** How it was made sure that nothing can be read any more. */
    verification: f.prose({ optional: true, max: 2_000 }),
    /** Who did it for us, where it was not done in the house. */
    contractor: f.link('supplier', { optional: true, filter: true }),
    performedAt: f.instant({ optional: true, sort: true }),
    operator: f.link('person', { by: 'system', optional: true, filter: true }),
    witness: f.link('person', { by: 'system', optional: true, filter: true }),
    witnessedAt: f.instant({ by: 'system', optional: true }),
    voidReason: f.prose({ optional: true, max: 2_000 }),
  },
  states: ['due', 'done', 'witnessed', 'void'],
  transitions: {
    destroy: {
      from: 'due',
      to: 'done',
      allow: keeper,
      requires: ['medium', 'serial', 'technique', 'verification'],
      accepts: ['performedAt', 'contractor'],
      set: ({ performedAt }, { actor, now }) => ({ operator: personId(actor), performedAt: performedAt ?? now }),
    },
    /** It turned out not to be so: it is to be done anew. */
    'do-again': {
      from: 'done',
      to: 'due',
      allow: keeper,
      set: () => ({ operator: null, performedAt: null, technique: null }),
    },
    witness: {
      from: 'done',
      to: 'witnessed',
      allow: staff,
      guard: byAnother,
      set: (_row, { actor, now }) => ({ witness: personId(actor), witnessedAt: now }),
      sign: true,
    },
    /** There is no such medium after all. */
    void: { from: ['due', 'done'], to: 'void', allow: keeper, requires: ['voidReason'] },
  },
  access: { read: staff, create: keeper, update: all(inState('due'), keeper) },
  derive: ({ technique }) => ({ method: technique && methodOf(technique) }),
})
