import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, role } from '../../../record/rule.ts'

const keeper = role('manager')

/** A service (服务): what IT does for those who use it, with somebody who answers for it and the components it stands on. */
export const service = defineRecord('service', {
  number: 'SVC',
  plural: 'services',
  label: 'name',
  fields: {
    code: f.text({ max: 40, unique: true, search: true, sort: true }),
    name: f.text({ max: 80, search: true, sort: true }),
    description: f.prose({ optional: true, max: 4_000 }),
    owner: f.link('person', { filter: true }),
    team: f.link('team', { filter: true }),
    /** Who uses it; everybody where none is named. */
    users: f.links('department'),
    /** When it is served; round the clock where none is named. */
    hours: f.link('working-calendar', { optional: true, filter: true }),
    components: f.links('component'),
    affectsTrading: f.flag({ default: false, filter: true }),
  },
  states: ['draft', 'offered', 'retired'],
  transitions: {
    offer: { from: ['draft', 'retired'], to: 'offered', allow: keeper },
    retire: { from: ['draft', 'offered'], to: 'retired', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: keeper },
})
