import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, everyone, nobody, role, self } from '../../../record/rule.ts'

const ended = (_row: unknown, { now }: { readonly now: string }) => ({ endedAt: now })

/** A silence (静默): alarms that it means are raised and shown, and tell nobody; what still fires when it ends is told then. */
export const silence = defineRecord('silence', {
  number: 'SIL',
  plural: 'silences',
  label: 'title',
  fields: {
    title: f.text({ by: 'once', max: 200, search: true }),
    component: f.link('component', { by: 'once', optional: true, filter: true }),
    source: f.link('event-source', { by: 'once', optional: true, filter: true }),
    /** Of an alarm's key; `*` stands for anything. */
    keyPattern: f.text({ by: 'once', optional: true, max: 200 }),
    /** At most so severe: what is worse is told. */
    level: f.choice(['warning', 'critical'], { by: 'once', filter: true, default: 'warning' }),
    reason: f.prose({ by: 'once', max: 2_000 }),
    owner: f.link('person', { by: 'once', filter: true }),
    until: f.instant({ by: 'once', sort: true }),
    endedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['in-force', 'ended'],
  transitions: {
    end: {
      from: 'in-force',
      to: 'ended',
      allow: any(self('owner'), self('createdBy'), role('manager')),
      set: ended,
    },
    /** By time. */
    expire: { from: 'in-force', to: 'ended', allow: nobody, set: ended },
  },
  access: { read: everyone, create: role('operator', 'checker', 'engineer', 'manager'), update: nobody },
})
