import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { recurrenceSchema } from '../../../record/recurrence.ts'
import { everyone, role } from '../../../record/rule.ts'

const keeper = role('engineer', 'manager')

/**
 * A periodic duty (例行工作): what a post must do every so often, and attest. Each time it falls due it is a task of its own,
 * done within its window or missed.
 */
export const periodicDuty = defineRecord('periodic-duty', {
  number: 'PDU',
  plural: 'periodic-duties',
  label: 'name',
  fields: {
    name: f.text({ max: 120, search: true, sort: true }),
    nameEn: f.text({ max: 120, optional: true }),
    post: f.link('post', { filter: true }),
    instructions: f.prose({ max: 4_000 }),
    /** What whoever does it says by it; it is what they sign where it is signed. */
    statement: f.prose({ max: 1_000, optional: true }),
    signed: f.flag({ default: false, filter: true }),
    /** The round that it is, where it is a patrol. */
    route: f.link('patrol-route', { optional: true, filter: true }),
    rule: f.json(recurrenceSchema),
    calendar: f.link('working-calendar', { filter: true }),
    /** By when it is to be done: 'HH:MM' on the calendar's clock. */
    at: f.text({ max: 5, default: '09:00' }),
    /** Its window: so many minutes before that time it appears, and so many after it has been missed. */
    opensBefore: f.number({ min: 0, max: 1_440, default: 60 }),
    closesAfter: f.number({ min: 1, max: 10_080, default: 120 }),
    startsOn: f.date(),
    endsOn: f.date({ optional: true }),
  },
  states: ['active', 'paused', 'ended'],
  transitions: {
    pause: { from: 'active', to: 'paused', allow: keeper },
    resume: { from: 'paused', to: 'active', allow: keeper },
    end: { from: ['active', 'paused'], to: 'ended', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: keeper },
})
