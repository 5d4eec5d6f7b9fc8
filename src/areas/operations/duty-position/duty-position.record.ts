import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, role } from '../../../record/rule.ts'
import { parts } from './position.rules.ts'

const keeper = role('manager', 'admin')

/** A duty position (值班位置): who may stand there, how many are wanted, and from when to when around which sessions. */
export const dutyPosition = defineRecord('duty-position', {
  number: 'DPS',
  plural: 'duty-positions',
  label: 'name',
  fields: {
    code: f.text({ max: 40, by: 'once', unique: true, sort: true }),
    name: f.text({ max: 60, search: true }),
    nameEn: f.text({ max: 60, optional: true }),
    part: f.choice(parts, { default: 'other', filter: true }),
    /** Holders of any of these may stand there; of none named, everybody. */
    posts: f.links('post'),
    /** Whoever stands there has all of these. */
    skills: f.links('skill'),
    people: f.number({ min: 1, max: 20, default: 1 }),
    /** With a night, a morning, an afternoon session of the exchange: by the sessions' codes. Empty: with all. */
    sessions: f.text({ max: 120, optional: true }),
    minutesBefore: f.number({ min: 0, max: 480, default: 0 }),
    minutesAfter: f.number({ min: 0, max: 480, default: 0 }),
  },
  states: ['in-use', 'retired'],
  transitions: {
    retire: { from: 'in-use', to: 'retired', allow: keeper },
    restore: { from: 'retired', to: 'in-use', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: keeper },
})
