import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, everyone, inState, self } from '../../../record/rule.ts'
import { keeper } from '../keepers.rules.ts'

/** How the accounts of a system are read: from a list that is exported, from a directory, by an agent, or in the product itself. */
export const accountSources = ['csv', 'directory', 'agent', 'own'] as const

/** A system to which access is granted (受控系统): who answers for it, what it stands on, and how often its access is looked through. */
export const accessSystem = defineRecord('access-system', {
  number: 'ACS',
  plural: 'access-systems',
  label: 'name',
  fields: {
    code: f.text({ by: 'once', max: 40, unique: true, filter: true, sort: true, search: true }),
    name: f.text({ max: 80, search: true, sort: true }),
    nameEn: f.text({ max: 80, optional: true, search: true }),
    owner: f.link('person', { filter: true }),
    components: f.links('component', { filter: true }),
    important: f.flag({ default: false, filter: true }),
    /** Its access is looked through this often, and that of privileged rights more often. */
    reviewDays: f.number({ min: 7, max: 400, default: 180 }),
    privilegedReviewDays: f.number({ min: 7, max: 400, default: 90 }),
    accountsFrom: f.choice(accountSources, { default: 'csv', filter: true }),
    /** Programs may hand in its accounts. */
    secretSet: f.flag({ by: 'system', default: false }),
    note: f.prose({ optional: true, max: 4_000 }),
  },
  states: ['in-use', 'retired'],
  transitions: {
    retire: { from: 'in-use', to: 'retired', allow: any(self('owner'), keeper) },
    'take-up': { from: 'retired', to: 'in-use', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: all(inState('in-use'), any(self('owner'), keeper)) },
})
