import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, everyone, inState, nobody, role } from '../../../record/rule.ts'
import { rosterKeeper } from '../roster/roster.record.ts'

/** A duty (值班): one person at one position from one instant to another. Planned in a roster, in force once that is published. */
export const duty = defineRecord('duty', {
  number: 'DTY',
  plural: 'duties',
  label: 'title',
  fields: {
    /** When, where and who: as it is named elsewhere. */
    title: f.text({ by: 'system', optional: true, search: true }),
    roster: f.link('roster', { by: 'once', filter: true }),
    person: f.link('person', { filter: true }),
    position: f.link('duty-position', { filter: true }),
    startsAt: f.instant({ filter: true, sort: true }),
    endsAt: f.instant(),
    pattern: f.link('shift-pattern', { optional: true }),
    /** Set by hand: filling a roster leaves it as it is. */
    fixed: f.flag({ default: true }),
    /** The date on which it begins, where the firm is. */
    date: f.date({ by: 'system', optional: true, filter: true, sort: true }),
    /** The trading day its beginning belongs to. */
    dutyDay: f.date({ by: 'system', optional: true, filter: true }),
    cancelReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['planned', 'published', 'cancelled'],
  transitions: {
    publish: { from: 'planned', to: 'published', allow: nobody },
    remove: { from: 'planned', to: 'cancelled', allow: rosterKeeper },
    cancel: { from: 'published', to: 'cancelled', allow: role('manager'), requires: ['cancelReason'] },
  },
  access: { read: everyone, create: rosterKeeper, update: all(inState('planned'), rosterKeeper) },
})
