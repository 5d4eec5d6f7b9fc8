import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, role } from '../../../record/rule.ts'
import { kindWords } from './kinds/kind.words.ts'
import { flapSettings, hysteresisSettings, probeSettings } from './probe.settings.ts'

type Kind = keyof typeof kindWords
const kinds = Object.keys(kindWords) as [Kind, ...Kind[]]

/** Addresses, queries and paths are for those who work with them. */
const staff = role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin')

/** One question asked of a component again and again: is it up? */
export const probe = defineRecord('probe', {
  number: 'PRB',
  plural: 'probes',
  label: 'name',
  fields: {
    name: f.text({ max: 120, search: true, sort: true }),
    component: f.link('component', { filter: true }),
    /** Target, time limit and thresholds, by kind. */
    settings: f.json(probeSettings, { secret: staff }),
    kind: f.choice(kinds, { by: 'system', filter: true }),
    /** Who runs it; without one the server does. */
    agent: f.link('probe-agent', { optional: true, filter: true }),
    intervalSeconds: f.number({ min: 1, max: 86_400, default: 10 }),
    hysteresis: f.json(hysteresisSettings, { default: hysteresisSettings.parse({}) }),
    /** What to do when it fails, where that differs from the component's. */
    runbook: f.link('runbook', { optional: true }),
    flap: f.json(flapSettings, { default: flapSettings.parse({}) }),
  },
  states: ['active', 'paused', 'retired'],
  transitions: {
    pause: { from: 'active', to: 'paused', allow: role('operator', 'engineer', 'manager') },
    resume: { from: 'paused', to: 'active', allow: role('operator', 'engineer', 'manager') },
    retire: { from: ['active', 'paused'], to: 'retired', allow: role('engineer', 'manager') },
  },
  access: { read: everyone, create: role('engineer', 'manager'), update: role('engineer', 'manager') },
  derive: (row) => ({ kind: row.settings.kind }),
})
