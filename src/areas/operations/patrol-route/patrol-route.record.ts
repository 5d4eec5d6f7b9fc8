import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, role } from '../../../record/rule.ts'

const keeper = role('engineer', 'manager')

/** A patrol route (巡检路线): checkpoints in the order in which they are walked. When it is walked a periodic duty says. */
export const patrolRoute = defineRecord('patrol-route', {
  number: 'PTR',
  plural: 'patrol-routes',
  label: 'name',
  fields: {
    name: f.text({ max: 120, search: true, sort: true }),
    nameEn: f.text({ max: 120, optional: true }),
    place: f.link('location', { optional: true, filter: true }),
    instructions: f.prose({ max: 4_000, optional: true }),
  },
  states: ['in-use', 'retired'],
  transitions: {
    retire: { from: 'in-use', to: 'retired', allow: keeper },
    'take-up': { from: 'retired', to: 'in-use', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: keeper },
})
