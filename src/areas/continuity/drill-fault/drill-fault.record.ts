import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, inState, nobody } from '../../../record/rule.ts'
import { hands, planner, staff } from '../parties.rules.ts'

/** How a component may be made to fail: gone, late, unwilling, untrue. */
const kinds = ['stop', 'slow', 'refuse', 'wrong'] as const

/**
 * A fault of a drill (演练故障): planned with it, and lent to a component for so many minutes while it runs. The component itself gives
 * it back when its time is over, whatever has become of this server by then.
 */
export const drillFault = defineRecord('drill-fault', {
  number: 'FLT',
  plural: 'drill-faults',
  label: 'title',
  fields: {
    drill: f.link('drill', { by: 'once', filter: true }),
    component: f.link('component', { filter: true }),
    kind: f.choice(kinds, { filter: true }),
    /** What it is made to fail: the component’s name. */
    title: f.text({ by: 'system', optional: true, max: 160, search: true }),
    minutes: f.number({ min: 0.1, max: 60, integer: false, default: 10 }),
    note: f.prose({ optional: true, max: 2_000 }),
    injectedAt: f.instant({ by: 'system', optional: true }),
    injectedBy: f.link('person', { by: 'system', optional: true }),
    /** When it ends by itself. */
    until: f.instant({ by: 'system', optional: true }),
    endedAt: f.instant({ by: 'system', optional: true }),
    failure: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['planned', 'lasting', 'ended', 'lifted', 'failed', 'dropped'],
  transitions: {
    inject: {
      from: 'planned',
      to: 'lasting',
      allow: planner,
      set: ({ minutes }, { actor, now }) => ({
        injectedAt: now,
        injectedBy: personId(actor),
        until: new Date(Date.parse(now) + minutes * 60_000).toISOString(),
      }),
    },
    /** Before its time. */
    lift: { from: 'lasting', to: 'lifted', allow: hands, set: (_row, { now }) => ({ endedAt: now }) },
    drop: { from: 'planned', to: 'dropped', allow: planner },
    end: { from: 'lasting', to: 'ended', allow: nobody, set: ({ until }) => ({ endedAt: until }) },
    fail: {
      from: 'lasting',
      to: 'failed',
      allow: nobody,
      requires: ['failure'],
      set: (_row, { now }) => ({ endedAt: now }),
    },
  },
  access: { read: any(staff), create: planner, update: all(inState('planned'), planner) },
})
