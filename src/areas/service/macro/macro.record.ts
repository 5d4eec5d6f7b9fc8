import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { role } from '../../../record/rule.ts'
import { desk } from '../desk.rules.ts'
import { levels } from '../incident/incident.rules.ts'
import { macroFaults } from './macro.rules.ts'

const keeper = role('engineer', 'manager')

/** What is often done to an incident (快捷处理), in one press: a few changes, a step along its way, and words to say. */
export const macro = defineRecord('macro', {
  number: 'MCR',
  plural: 'macros',
  label: 'name',
  fields: {
    name: f.text({ max: 80, search: true, sort: true }),
    /** What is said; `{{number}}` and the like are filled in. With `wait` and `resolve` it is also the reason that they want. */
    reply: f.prose({ optional: true, max: 4_000 }),
    isPrivate: f.flag({ default: false }),
    verb: f.choice(['start', 'wait', 'resume', 'resolve'], { optional: true, filter: true }),
    assignToMe: f.flag({ default: false }),
    team: f.link('team', { optional: true, filter: true }),
    impact: f.choice(levels, { optional: true }),
    urgency: f.choice(levels, { optional: true }),
  },
  states: ['in-use', 'retired'],
  transitions: {
    retire: { from: 'in-use', to: 'retired', allow: keeper },
    restore: { from: 'retired', to: 'in-use', allow: keeper, guard: macroFaults },
  },
  access: { read: desk, create: keeper, update: keeper },
})
