import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { defineRecord, type Moment } from '../../../record/record.ts'
import { any, everyone, nobody, post, role } from '../../../record/rule.ts'
import { stillOpen } from './duty-task.rules.ts'

const doneNow = ({ dueBy }: { readonly dueBy: string }, { actor, now }: Moment) => ({
  doneBy: personId(actor),
  doneAt: now,
  late: now > dueBy,
})

/** One time that a periodic duty fell due (例行任务): done, signed where the duty says so, or missed. */
export const dutyTask = defineRecord('duty-task', {
  number: 'DTK',
  plural: 'duty-tasks',
  label: 'title',
  fields: {
    duty: f.link('periodic-duty', { by: 'system', filter: true }),
    /** The day, week or month it stands for; with its duty there once. */
    key: f.text({ by: 'system', max: 40 }),
    title: f.text({ by: 'system', search: true }),
    titleEn: f.text({ by: 'system', optional: true }),
    post: f.link('post', { by: 'system', filter: true }),
    /** Of a patrol: the route that is walked. */
    route: f.link('patrol-route', { by: 'system', optional: true, filter: true }),
    asks: f.choice(['due', 'to-sign'], { by: 'once', default: 'due' }),
    /** As the duty said it when this fell due. */
    statement: f.prose({ by: 'system', optional: true, max: 1_000 }),
    dueOn: f.date({ by: 'system', filter: true, sort: true }),
    opensAt: f.instant({ by: 'system' }),
    dueBy: f.instant({ by: 'system', sort: true }),
    closesAt: f.instant({ by: 'system' }),
    note: f.prose({ by: 'system', optional: true, max: 4_000 }),
    doneBy: f.link('person', { by: 'system', optional: true, filter: true }),
    doneAt: f.instant({ by: 'system', optional: true }),
    late: f.flag({ by: 'system', default: false, filter: true }),
    missedReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    explainedBy: f.link('person', { by: 'system', optional: true }),
    tradingDay: f.tradingDay(),
  },
  states: ['due', 'to-sign', 'done', 'missed'],
  beginsAs: 'asks',
  transitions: {
    done: {
      from: 'due',
      to: 'done',
      allow: post('post'),
      accepts: ['note'],
      guard: stillOpen,
      set: doneNow,
    },
    attest: {
      from: 'to-sign',
      to: 'done',
      allow: post('post'),
      accepts: ['note'],
      guard: stillOpen,
      set: doneNow,
      sign: true,
    },
    /** By itself, when its window has closed. */
    miss: { from: ['due', 'to-sign'], to: 'missed', allow: nobody },
    /** By itself: a round that was walked in time and whose visits came in after its window. */
    complete: {
      from: ['due', 'missed'],
      to: 'done',
      allow: nobody,
      accepts: ['doneBy', 'doneAt'],
      set: ({ doneAt, dueBy }) => ({ late: doneAt !== null && doneAt > dueBy }),
    },
    /** It stays missed; why is said. */
    explain: {
      from: 'missed',
      to: 'missed',
      allow: any(post('post'), role('manager')),
      requires: ['missedReason'],
      set: (_row, { actor }) => ({ explainedBy: personId(actor) }),
    },
  },
  access: { read: everyone, create: nobody, update: nobody },
})
