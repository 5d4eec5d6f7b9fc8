import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { type AnyRow, defineRecord } from '../../../record/record.ts'
import { all, any, inState, role, self } from '../../../record/rule.ts'
import { topics } from '../training-course/training-course.record.ts'

const keeper = role('engineer', 'manager', 'admin')
const notTheirs = otherThan(['参训人不能确认自己的培训。', 'Nobody confirms their own training.'], 'person')
const byAnother = (row: object, moment: Parameters<typeof notTheirs>[1]) => notTheirs(row as AnyRow, moment)

/** That a person attended a course (培训记录), with hours and mark; it counts once another has confirmed it by its proof. */
export const trainingRecord = defineRecord('training-record', {
  number: 'TRR',
  plural: 'training-records',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', optional: true, max: 200, search: true }),
    course: f.link('training-course', { filter: true }),
    person: f.link('person', { filter: true }),
    heldOn: f.date({ filter: true, sort: true }),
    /** The course's, unless it says. */
    hours: f.number({ optional: true, min: 0.5, max: 400, integer: false }),
    score: f.number({ optional: true, min: 0, max: 100, integer: false }),
    /** Where the proof is: a sheet of signatures, a certificate; or it hangs here as a file. */
    proof: f.text({ optional: true, max: 200 }),
    topic: f.choice(topics, { by: 'system', optional: true, filter: true }),
    passed: f.flag({ by: 'system', default: false, filter: true }),
    validUntil: f.date({ by: 'system', optional: true, filter: true, sort: true }),
    confirmedBy: f.link('person', { by: 'system', optional: true }),
    confirmedAt: f.instant({ by: 'system', optional: true }),
    rejectReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['entered', 'confirmed', 'rejected'],
  transitions: {
    confirm: {
      from: 'entered',
      to: 'confirmed',
      allow: keeper,
      guard: byAnother,
      set: (_row, { actor, now }) => ({ confirmedBy: personId(actor), confirmedAt: now }),
    },
    reject: {
      from: ['entered', 'confirmed'],
      to: 'rejected',
      allow: keeper,
      requires: ['rejectReason'],
      guard: byAnother,
      set: () => ({ confirmedBy: null, confirmedAt: null }),
    },
  },
  access: {
    read: any(self('person'), self('createdBy'), keeper, role('auditor')),
    create: any(keeper, self('person')),
    update: all(inState('entered'), any(keeper, self('createdBy'))),
  },
})
