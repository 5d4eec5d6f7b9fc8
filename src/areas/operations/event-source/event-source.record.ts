import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, role } from '../../../record/rule.ts'
import { type SourceSettings, severitiesSchema, sourceKinds, sourceSchema } from './event-source.settings.ts'

const keeper = role('engineer', 'manager')

/** An event source (事件来源): a monitoring system outside that says what began and what is over. */
export const eventSource = defineRecord('event-source', {
  number: 'EVS',
  plural: 'event-sources',
  label: 'name',
  fields: {
    name: f.text({ max: 80, search: true, sort: true }),
    settings: f.json(sourceSchema),
    kind: f.choice(sourceKinds, { by: 'system', optional: true, filter: true }),
    /** What of an event holds the code of the component that it is about. */
    componentFrom: f.text({ optional: true, max: 200 }),
    /** What its events are about where they name no component that there is. */
    component: f.link('component', { optional: true, filter: true }),
    severities: f.json(severitiesSchema, { default: severitiesSchema.parse({}) }),
    /** It has a token by which it proves itself; only the token's digest is kept. */
    secretSet: f.flag({ by: 'system', default: false }),
  },
  states: ['in-use', 'paused'],
  transitions: {
    pause: { from: 'in-use', to: 'paused', allow: keeper },
    resume: { from: 'paused', to: 'in-use', allow: keeper },
  },
  // It is asked before anybody has looked whether the settings are there.
  derive: ({ settings }) => ({ kind: (settings as SourceSettings | null)?.is ?? null }),
  access: { read: everyone, create: keeper, update: keeper },
})
