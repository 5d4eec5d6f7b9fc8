import { f } from '../../../record/field.ts'
import { type OutgoingSettings, outgoingKinds, outgoingSchema } from '../../../record/outgoing.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, nobody, role } from '../../../record/rule.ts'

const keeper = role('admin')

/** A channel (通知渠道): a way out of the house, and by which other one a message goes on when this one fails. */
export const channel = defineRecord('channel', {
  number: 'CHN',
  plural: 'channels',
  label: 'name',
  fields: {
    name: f.text({ max: 80, search: true, sort: true }),
    settings: f.json(outgoingSchema, { secret: keeper }),
    kind: f.choice(outgoingKinds, { by: 'system', optional: true, filter: true }),
    /** Most in any minute; what comes beyond goes out together. Without it, what the other side is known to take. */
    perMinute: f.number({ optional: true, min: 1, max: 10_000 }),
    /** How often one message is tried before it is given up here. */
    tries: f.number({ default: 3, min: 1, max: 10 }),
    /** Where a message goes on that could not be delivered here. */
    fallback: f.link('channel', { optional: true, filter: true }),
    /** A key or password is set; its value is shown to nobody. */
    secretSet: f.flag({ by: 'system', default: false }),
  },
  states: ['in-use', 'stopped'],
  transitions: {
    stop: { from: 'in-use', to: 'stopped', allow: keeper },
    resume: { from: 'stopped', to: 'in-use', allow: keeper },
  },
  // It is asked before anybody has looked whether the settings are there.
  derive: ({ settings }) => ({ kind: (settings as OutgoingSettings | null)?.is ?? null }),
  access: { read: everyone, create: keeper, update: keeper, notes: nobody },
})
