import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, role } from '../../../record/rule.ts'
import { readingsSchema } from './reading.settings.ts'

const keeper = role('engineer', 'manager')

/** A checkpoint of a patrol route (巡检点): where one stops, and what is read there. Its label bears its address. */
export const checkpoint = defineRecord('checkpoint', {
  number: 'CKP',
  plural: 'checkpoints',
  label: 'name',
  fields: {
    route: f.link('patrol-route', { by: 'once', filter: true }),
    position: f.number({ min: 1, max: 999, default: 1, sort: true }),
    name: f.text({ max: 120, search: true }),
    nameEn: f.text({ max: 120, optional: true }),
    place: f.link('location', { optional: true, filter: true }),
    /** What alarms of its readings are about. */
    component: f.link('component', { optional: true, filter: true }),
    instructions: f.prose({ max: 2_000, optional: true }),
    readings: f.json(readingsSchema, { default: [] }),
    photo: f.flag({ default: false }),
  },
  states: ['in-use', 'retired'],
  transitions: {
    retire: { from: 'in-use', to: 'retired', allow: keeper },
    'take-up': { from: 'retired', to: 'in-use', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: keeper },
})
