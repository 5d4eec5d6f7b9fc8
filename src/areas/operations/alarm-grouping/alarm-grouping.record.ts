import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, role } from '../../../record/rule.ts'

const keeper = role('engineer', 'manager', 'admin')

/**
 * A grouping of alarms (告警归组): those of one component, of one part of the graph, or of one source, that come within a time
 * are told as one message with their number. Each stays an alarm of its own.
 */
export const alarmGrouping = defineRecord('alarm-grouping', {
  number: 'AGR',
  plural: 'alarm-groupings',
  label: 'name',
  fields: {
    name: f.text({ max: 80, search: true }),
    /** Of several that fit an alarm the first decides. */
    priority: f.number({ default: 100, min: 1, max: 1_000, sort: true }),
    by: f.choice(['component', 'subtree', 'source'], { filter: true }),
    /** This one alone; of a part of the graph, what all of it stands on. */
    component: f.link('component', { optional: true, filter: true }),
    source: f.link('event-source', { optional: true, filter: true }),
    minutes: f.number({ default: 5, min: 1, max: 120 }),
    /** The first is told at once, and the rest together; otherwise all of them together. */
    firstAtOnce: f.flag({ default: true }),
  },
  states: ['in-force', 'stopped'],
  transitions: {
    stop: { from: 'in-force', to: 'stopped', allow: keeper },
    resume: { from: 'stopped', to: 'in-force', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: keeper },
})
