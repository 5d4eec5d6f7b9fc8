import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, everyone, inState } from '../../../record/rule.ts'
import { keeper } from '../keepers.rules.ts'

/** A right in a system (权限), under the code by which the system's own account list names it, and the posts that need it. */
export const accessRight = defineRecord('access-right', {
  number: 'ACR',
  plural: 'access-rights',
  label: 'name',
  fields: {
    system: f.link('access-system', { by: 'once', filter: true }),
    /** Once in a system, as its account list has it. */
    code: f.text({ max: 120, filter: true, sort: true, search: true }),
    name: f.text({ max: 80, search: true, sort: true }),
    nameEn: f.text({ max: 80, optional: true, search: true }),
    privileged: f.flag({ default: false, filter: true }),
    /** Whose work needs it: the least that each of these posts is given. */
    posts: f.links('post', { filter: true }),
    note: f.prose({ optional: true, max: 4_000 }),
  },
  states: ['offered', 'withdrawn'],
  transitions: {
    withdraw: { from: 'offered', to: 'withdrawn', allow: keeper },
    offer: { from: 'withdrawn', to: 'offered', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: all(inState('offered'), keeper) },
})
