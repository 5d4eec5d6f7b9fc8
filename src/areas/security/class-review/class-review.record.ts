import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { type AnyRow, defineRecord } from '../../../record/record.ts'
import { any, nobody, role, self } from '../../../record/rule.ts'
import { levels } from '../data-class/data-class.record.ts'
import { staff } from '../parties.rules.ts'

const another = otherThan(['由提出人以外的人同意。', 'Somebody other than who proposed it agrees.'], 'proposedBy')

/**
 * Whether an asset that holds data is still classified as it should be (分级复核): asked of whoever answers for it once a year; another
 * agrees, and the asset is what was agreed.
 */
export const classReview = defineRecord('class-review', {
  number: 'DCR',
  plural: 'class-reviews',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', optional: true, max: 200, search: true }),
    asset: f.link('asset', { by: 'once', filter: true }),
    reviewer: f.link('person', { filter: true }),
    dueOn: f.date({ filter: true, sort: true }),
    /** As it was when it was looked at. */
    was: f.choice(levels, { by: 'system', optional: true }),
    level: f.choice(levels, { by: 'system', optional: true }),
    reason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    proposedBy: f.link('person', { by: 'system', optional: true }),
    agreedBy: f.link('person', { by: 'system', optional: true }),
    agreedAt: f.instant({ by: 'system', optional: true, sort: true }),
  },
  states: ['due', 'proposed', 'agreed', 'lapsed'],
  transitions: {
    propose: {
      from: 'due',
      to: 'proposed',
      allow: any(self('reviewer'), role('manager', 'admin')),
      requires: ['level', 'reason'],
      set: (_row, { actor }) => ({ proposedBy: personId(actor) }),
    },
    agree: {
      from: 'proposed',
      to: 'agreed',
      allow: role('manager', 'admin'),
      guard: (row, moment) => another(row as unknown as AnyRow, moment),
      set: (_row, { actor, now }) => ({ agreedBy: personId(actor), agreedAt: now }),
      sign: true,
    },
    return: { from: 'proposed', to: 'due', allow: role('manager', 'admin'), set: () => ({ proposedBy: null }) },
    /** By itself, when the asset has left. */
    lapse: { from: ['due', 'proposed'], to: 'lapsed', allow: nobody },
  },
  access: { read: any(staff, self('reviewer')), create: role('manager', 'admin'), update: role('manager', 'admin') },
})
