import { f } from '../../../record/field.ts'
import { fault } from '../../../record/problem.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, everyone, inState, nobody, role } from '../../../record/rule.ts'

const keeper = role('operator', 'engineer', 'manager')

/** A maintenance window (维护窗口): while it stands, failures of its components are held back; what is still bad at its end alarms then. */
export const maintenanceWindow = defineRecord('maintenance-window', {
  number: 'MWN',
  plural: 'maintenance-windows',
  label: 'title',
  fields: {
    title: f.text({ max: 120, search: true }),
    components: f.links('component', { filter: true }),
    startsAt: f.instant({ sort: true }),
    endsAt: f.instant({ sort: true }),
    /** What stands on them is expected to fail along with them. */
    dependents: f.flag({ default: true }),
    owner: f.link('person', { filter: true }),
    reason: f.prose({ max: 2_000 }),
    /** When it was over, by time or by hand. */
    endedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['planned', 'under-way', 'ended', 'cancelled'],
  transitions: {
    /** By time. */
    begin: { from: 'planned', to: 'under-way', allow: nobody },
    /** The work takes longer. */
    extend: { from: 'under-way', to: 'under-way', allow: keeper, requires: ['endsAt'] },
    /** The work is done sooner. */
    end: { from: 'under-way', to: 'ended', allow: keeper, set: (_row, { now }) => ({ endedAt: now }) },
    cancel: {
      from: 'planned',
      to: 'cancelled',
      allow: keeper,
      guard: ({ startsAt }, { now }) => (startsAt > now ? [] : [alreadyBegun]),
    },
    /** By time; one that no server saw begin is over all the same. */
    close: {
      from: ['planned', 'under-way'],
      to: 'ended',
      allow: nobody,
      set: ({ endsAt }) => ({ endedAt: endsAt }),
    },
  },
  access: { read: everyone, create: keeper, update: all(inState('planned'), keeper) },
})

const alreadyBegun = fault(
  'startsAt',
  'begun',
  '窗口已开始,请用「提前结束」。',
  'The window has begun: end it early instead.',
)
