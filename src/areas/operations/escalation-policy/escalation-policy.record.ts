import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, role } from '../../../record/rule.ts'
import { shaped } from '../../../record/shape.ts'
import { whoSchema } from '../../../record/who.ts'

const onDuty = shaped(
  z.strictObject({
    is: z.literal('on-duty'),
    post: shaped(z.uuid().toLowerCase(), ['岗位', 'Post'], { to: 'post' }),
  }),
  ['此刻当班者', 'Whoever is on duty now'],
)

/** Whom a step tells: somebody named by what they are, or whoever is on duty for a post at that moment. */
const toldSchema = z.discriminatedUnion('is', [...whoSchema.options, onDuty])

export type Told = z.output<typeof toldSchema>

const stepSchema = z.strictObject({
  who: shaped(z.array(toldSchema).min(1).max(10), ['告知', 'Tells']),
  wait: shaped(z.int().min(1).max(1_440), ['等待确认(分钟)', 'Waits for an answer (minutes)']),
})

export type EscalationStep = z.output<typeof stepSchema>

const keeper = role('manager', 'admin')

/**
 * An escalation policy (升级策略): who is told of an alarm, in which order, until somebody acknowledges it. The first whose
 * conditions hold decides; after its last step the manager is told, always.
 */
export const escalationPolicy = defineRecord('escalation-policy', {
  number: 'ESC',
  plural: 'escalation-policies',
  label: 'name',
  fields: {
    name: f.text({ max: 80, search: true }),
    priority: f.number({ default: 100, min: 1, max: 1_000, sort: true }),
    criticality: f.choice(['trading', 'important', 'ordinary'], { optional: true, filter: true }),
    component: f.link('component', { optional: true, filter: true }),
    source: f.link('event-source', { optional: true, filter: true }),
    /** At least so severe. */
    level: f.choice(['warning', 'critical'], { default: 'critical', filter: true }),
    steps: f.json(z.array(stepSchema).max(8), { default: [] }),
    /** Also in quiet hours. */
    urgent: f.flag({ default: true }),
  },
  states: ['in-force', 'stopped'],
  transitions: {
    stop: { from: 'in-force', to: 'stopped', allow: keeper },
    resume: { from: 'stopped', to: 'in-force', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: keeper },
})
