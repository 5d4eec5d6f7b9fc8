import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, role } from '../../../record/rule.ts'
import { dayKinds, timeOfDay } from './pattern.rules.ts'

const keeper = role('manager', 'admin')

/** A shift pattern (班制): from when to when one is on duty, on which days, at which positions. */
export const shiftPattern = defineRecord('shift-pattern', {
  number: 'PTN',
  plural: 'shift-patterns',
  label: 'name',
  fields: {
    code: f.text({ max: 20, by: 'once', unique: true, sort: true }),
    name: f.text({ max: 40, search: true }),
    nameEn: f.text({ max: 40, optional: true }),
    /** As it stands in a roster's squares. */
    mark: f.text({ max: 4 }),
    startsAt: f.text({ max: 5 }),
    /** At or before `startsAt`: on the next day. */
    endsAt: f.text({ max: 5 }),
    days: f.choice(dayKinds, { default: 'trading-days', filter: true }),
    positions: f.links('duty-position'),
  },
  states: ['in-use', 'retired'],
  transitions: {
    retire: { from: 'in-use', to: 'retired', allow: keeper },
    restore: { from: 'retired', to: 'in-use', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: keeper },
  derive: ({ startsAt, endsAt }) => ({ startsAt: timeOfDay(startsAt), endsAt: timeOfDay(endsAt) }),
})
