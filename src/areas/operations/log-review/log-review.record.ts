import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody, role } from '../../../record/rule.ts'
import { reviewedSchema } from './figures.rules.ts'

/**
 * A review of the operations log (日志复核): the manager goes through what was written in some weeks, above all what keeps coming back, and
 * signs for what follows from it. Drawn up by itself once its last day is over; what it tells never changes.
 */
export const logReview = defineRecord('log-review', {
  number: 'LRV',
  plural: 'log-reviews',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', max: 200, search: true }),
    titleEn: f.text({ by: 'system', optional: true, max: 200, search: true }),
    /** A Monday, and the Sunday that ends it; the trading days between are reviewed. */
    startsOn: f.date({ by: 'system', filter: true, sort: true }),
    endsOn: f.date({ by: 'system' }),
    dueBy: f.instant({ by: 'system', sort: true }),
    lines: f.number({ by: 'system', min: 0 }),
    /** What is shown: figures, the lines by what proves them, and the seal over them; with the digest of it all. */
    reviewed: f.json(reviewedSchema, { by: 'system' }),
    digest: f.text({ by: 'system', max: 64 }),
    conclusions: f.prose({ by: 'system', optional: true, max: 10_000 }),
    signedBy: f.link('person', { by: 'system', optional: true, filter: true }),
    signedAt: f.instant({ by: 'system', optional: true }),
    late: f.flag({ by: 'system', default: false, filter: true }),
  },
  states: ['due', 'signed'],
  transitions: {
    sign: {
      from: 'due',
      to: 'signed',
      allow: role('manager'),
      requires: ['conclusions'],
      set: ({ dueBy }, { actor, now }) => ({ signedBy: personId(actor), signedAt: now, late: now > dueBy }),
      sign: true,
    },
    /** By itself: nobody has signed it in time. */
    overrun: { from: 'due', to: 'due', allow: nobody, set: () => ({ late: true }) },
  },
  access: {
    read: role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin'),
    create: nobody,
    update: nobody,
  },
})
