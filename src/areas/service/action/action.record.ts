import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, role, self } from '../../../record/rule.ts'
import { desk } from '../desk.rules.ts'

/** Something that was decided to be done so that it does not happen again (改进措施): done by its owner, verified by another. */
export const action = defineRecord('action', {
  number: 'ACT',
  plural: 'actions',
  label: 'title',
  fields: {
    title: f.text({ max: 200, search: true }),
    detail: f.prose({ optional: true, max: 4_000 }),
    owner: f.link('person', { filter: true }),
    due: f.date({ filter: true, sort: true }),
    review: f.link('review', { by: 'once', optional: true, filter: true }),
    /** What it was found in, where that was a drill. */
    drill: f.link('drill', { by: 'once', optional: true, filter: true }),
    /** In which it was decided, where that was a review by management. */
    managementReview: f.link('management-review', { by: 'once', optional: true, filter: true }),
    outcome: f.prose({ optional: true, max: 4_000 }),
    finding: f.prose({ optional: true, max: 4_000 }),
    doneAt: f.instant({ optional: true, by: 'system' }),
    doneBy: f.link('person', { optional: true, by: 'system' }),
    verifiedBy: f.link('person', { optional: true, by: 'system' }),
  },
  states: ['open', 'done', 'verified'],
  transitions: {
    finish: {
      from: 'open',
      to: 'done',
      allow: any(self('owner'), role('manager')),
      requires: ['outcome'],
      set: (_row, { actor, now }) => ({ doneAt: now, doneBy: actor.kind === 'person' ? actor.id : null }),
    },
    verify: {
      from: 'done',
      to: 'verified',
      allow: any(desk, role('auditor')),
      guard: otherThan(['措施由负责人以外的人验证。', 'Somebody other than its owner verifies it.'], 'owner', 'doneBy'),
      set: (_row, { actor }) => ({ verifiedBy: actor.kind === 'person' ? actor.id : null }),
    },
    'send-back': {
      from: 'done',
      to: 'open',
      allow: any(desk, role('auditor')),
      requires: ['finding'],
      set: () => ({ doneAt: null, doneBy: null }),
    },
  },
  access: {
    read: any(desk, self('owner'), role('auditor', 'admin')),
    create: desk,
    update: any(self('createdBy'), role('manager')),
  },
})
