import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, role } from '../../../record/rule.ts'
import { desk } from '../desk.rules.ts'
import { incident } from '../incident/incident.record.ts'
import { levels } from '../incident/incident.rules.ts'

const keeper = role('engineer', 'manager')

/** What an incident of a frequent kind is filled in with (故障模板); whoever reports one still changes what they like. */
export const incidentTemplate = defineRecord('incident-template', {
  number: 'ITP',
  plural: 'incident-templates',
  label: 'name',
  fields: {
    name: f.text({ max: 80, search: true, sort: true }),
    title: f.text({ max: 200 }),
    description: f.prose({ optional: true }),
    impact: f.choice(levels, { default: 'medium' }),
    urgency: f.choice(levels, { default: 'medium' }),
    affectsTrading: f.flag({ default: false }),
    channel: f.choice(incident.fields.channel.choices, { default: 'desk' }),
    component: f.link('component', { optional: true }),
    service: f.link('service', { optional: true }),
    team: f.link('team', { optional: true }),
  },
  states: ['in-use', 'retired'],
  transitions: {
    retire: { from: 'in-use', to: 'retired', allow: keeper },
    restore: { from: 'retired', to: 'in-use', allow: keeper },
  },
  access: { read: any(desk, role('auditor', 'admin')), create: keeper, update: keeper },
})

/** What a template gives to an incident. */
export const filledIn = [
  'title',
  'description',
  'impact',
  'urgency',
  'affectsTrading',
  'channel',
  'component',
  'service',
  'team',
] as const
