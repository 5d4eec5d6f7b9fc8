import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, inState, nobody, role, self } from '../../../record/rule.ts'
import { desk } from '../desk.rules.ts'

const notTheAuthor = otherThan(['复盘由作者以外的人同意。', 'Somebody other than its author agrees.'], 'createdBy')
const byTwo = otherThan(
  ['复盘须由两个人同意,都不是作者。', 'Two people agree, and neither is its author.'],
  'createdBy',
  'firstAgreedBy',
)

/**
 * What was learnt of an incident, major or not (故障复盘): written by one, with the vendor where one was part of it, agreed by two others.
 * Where the same happens again it was not learnt, and the review is open again.
 */
export const review = defineRecord('review', {
  number: 'REV',
  plural: 'reviews',
  label: 'title',
  fields: {
    title: f.text({ max: 200, search: true }),
    major: f.link('major-incident', { by: 'once', optional: true, filter: true }),
    /** Of which incident, where that was no major one. */
    incident: f.link('incident', { by: 'once', optional: true, filter: true }),
    happened: f.prose({ optional: true }),
    causes: f.prose({ optional: true }),
    wentWell: f.prose({ optional: true }),
    toImprove: f.prose({ optional: true }),
    participants: f.links('person'),
    /** Who of the vendor took part, and what they say of it. */
    vendor: f.text({ optional: true, max: 200 }),
    vendorView: f.prose({ optional: true, max: 8_000 }),
    returnReason: f.prose({ optional: true, by: 'system', max: 2_000 }),
    firstAgreedBy: f.link('person', { optional: true, by: 'system' }),
    secondAgreedBy: f.link('person', { optional: true, by: 'system' }),
    agreedAt: f.instant({ optional: true, by: 'system' }),
    reopenReason: f.prose({ optional: true, by: 'system', max: 2_000 }),
  },
  states: ['draft', 'in-review', 'seconded', 'agreed'],
  transitions: {
    submit: {
      from: 'draft',
      to: 'in-review',
      allow: any(self('createdBy'), role('manager')),
      requires: ['happened', 'causes', 'wentWell', 'toImprove'],
      set: () => ({ returnReason: null }),
    },
    return: {
      from: ['in-review', 'seconded'],
      to: 'draft',
      allow: desk,
      requires: ['returnReason'],
      set: () => ({ firstAgreedBy: null }),
    },
    agree: {
      from: 'in-review',
      to: 'seconded',
      allow: desk,
      guard: notTheAuthor,
      set: (_row, { actor }) => ({ firstAgreedBy: actor.kind === 'person' ? actor.id : null }),
      sign: true,
    },
    'agree-too': {
      from: 'seconded',
      to: 'agreed',
      allow: desk,
      guard: byTwo,
      set: (_row, { actor, now }) => ({ secondAgreedBy: actor.kind === 'person' ? actor.id : null, agreedAt: now }),
      sign: true,
    },
    /** By itself, when it happens again. */
    reopen: {
      from: 'agreed',
      to: 'draft',
      allow: nobody,
      requires: ['reopenReason'],
      set: () => ({ firstAgreedBy: null, secondAgreedBy: null, agreedAt: null }),
    },
  },
  access: {
    read: any(desk, role('auditor', 'admin')),
    create: desk,
    update: all(inState('draft'), any(self('createdBy'), role('manager'))),
  },
})
