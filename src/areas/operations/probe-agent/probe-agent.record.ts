import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, nobody, role } from '../../../record/rule.ts'

const keeper = role('admin')

/** A probe agent (探测代理): the same program on another machine, which runs the probes that name it and reports what they found. */
export const probeAgent = defineRecord('probe-agent', {
  number: 'PAG',
  plural: 'probe-agents',
  label: 'name',
  fields: {
    name: f.text({ max: 80, unique: true, search: true, sort: true }),
    location: f.link('location', { optional: true, filter: true }),
    /** What it can always reach while its own network is well; see `references.rules.ts`. */
    referenceTargets: f.text({ optional: true, max: 400 }),
    /** Whether it is heard of, and whether its own network is well. */
    presence: f.choice(['never', 'present', 'cut-off', 'missing'], { by: 'system', default: 'never', filter: true }),
    presenceSince: f.instant({ by: 'system', optional: true }),
    /** Until when its one-time token may be used. */
    invitedUntil: f.instant({ by: 'system', optional: true }),
    /** There is a one-time token, or a credential of its own; only the digest is kept. */
    secretSet: f.flag({ by: 'system', default: false }),
  },
  states: ['awaited', 'joined', 'retired'],
  transitions: {
    /** By the agent itself, with its one-time token. */
    join: { from: 'awaited', to: 'joined', allow: nobody, set: () => ({ invitedUntil: null }) },
    /** Its credential counts no more: the machine is lost, or is set up anew. */
    expel: { from: 'joined', to: 'awaited', allow: keeper },
    retire: { from: ['awaited', 'joined'], to: 'retired', allow: keeper, set: () => ({ invitedUntil: null }) },
  },
  access: { read: everyone, create: keeper, update: keeper },
})
