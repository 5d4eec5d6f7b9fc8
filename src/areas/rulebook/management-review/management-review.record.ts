import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { type AnyRow, defineRecord } from '../../../record/record.ts'
import { all, any, inState, role, self } from '../../../record/rule.ts'
import { keepers } from '../parties.rules.ts'
import { figuresSchema } from './management-review.rules.ts'

const prepares = any(self('createdBy'), self('chair'), role('manager', 'auditor'))
const notTheAuthor = otherThan(
  ['整理评审材料的人不能代管理层签字。', 'Who prepared it does not sign for management.'],
  'createdBy',
)

/**
 * A management review (管理评审): what the figures of a period say of the rules, what management made of them, and what it decided. The
 * figures are compiled, never typed, and stand as they were when it was held.
 */
export const managementReview = defineRecord('management-review', {
  number: 'MRV',
  plural: 'management-reviews',
  label: 'title',
  fields: {
    title: f.text({ max: 120, search: true }),
    titleEn: f.text({ max: 160, optional: true, search: true }),
    startsOn: f.date({ filter: true, sort: true }),
    endsOn: f.date({ filter: true, sort: true }),
    chair: f.link('person', { filter: true }),
    participants: f.links('person', { filter: true }),
    agenda: f.prose({ optional: true, max: 4_000 }),
    figures: f.json(figuresSchema, { by: 'system', optional: true }),
    compiledAt: f.instant({ by: 'system', optional: true }),
    heldOn: f.date({ by: 'system', optional: true, filter: true, sort: true }),
    minutes: f.prose({ by: 'system', optional: true, max: 20_000 }),
    /** SHA-256 in hex over figures and minutes, as it was held. */
    digest: f.text({ by: 'system', optional: true, max: 64 }),
    signedBy: f.link('person', { by: 'system', optional: true }),
    signedAt: f.instant({ by: 'system', optional: true }),
    closedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['draft', 'compiled', 'held', 'signed', 'closed'],
  transitions: {
    /** Again as often as one likes until it is held. */
    compile: {
      from: ['draft', 'compiled'],
      to: 'compiled',
      allow: prepares,
      set: (_row, { now }) => ({ compiledAt: now }),
    },
    hold: { from: 'compiled', to: 'held', allow: prepares, requires: ['heldOn', 'minutes'] },
    sign: {
      from: 'held',
      to: 'signed',
      allow: role('manager'),
      guard: (row, moment) => notTheAuthor(row as unknown as AnyRow, moment),
      set: (_row, { actor, now }) => ({ signedBy: personId(actor), signedAt: now }),
      sign: true,
    },
    close: { from: 'signed', to: 'closed', allow: prepares, set: (_row, { now }) => ({ closedAt: now }) },
  },
  access: {
    read: any(keepers, self('participants'), self('chair')),
    create: role('manager', 'auditor', 'engineer'),
    update: all(inState('draft', 'compiled'), prepares),
  },
})
