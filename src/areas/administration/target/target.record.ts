import { z } from 'zod'
import { conditionSchema } from '../../../record/condition.ts'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, role } from '../../../record/rule.ts'
import { shaped } from '../../../record/shape.ts'
import { whoSchema } from '../../../record/who.ts'

/** Which clock of which record, and where several targets fit, for which of them. */
const ruleSchema = z.strictObject({
  record: shaped(z.string().min(1).max(60), ['记录', 'Record'], { names: 'record' }),
  clock: shaped(z.string().min(1).max(60), ['时限', 'Clock'], { names: 'clock' }),
  when: shaped(z.array(conditionSchema).max(20).default([]), ['条件(须全部满足)', 'When all of this holds']),
})

const escalationSchema = z
  .array(
    z.strictObject({
      at: shaped(z.number().min(0).max(100), ['用去时限的几倍(1 为到期)', 'Share of the time used (1: due)']),
      to: shaped(z.array(whoSchema).min(1).max(20), ['告知', 'Tell']),
    }),
  )
  .max(20)

const keeper = role('manager', 'admin')

/**
 * A target (时限目标): how many minutes on a calendar a clock of a record may run, when to warn and whom to tell as it runs
 * out. Of several that fit a record, the one with most conditions applies.
 */
export const target = defineRecord('target', {
  number: 'TGT',
  plural: 'targets',
  label: 'name',
  fields: {
    name: f.text({ max: 80, search: true }),
    rule: f.json(ruleSchema),
    minutes: f.number({ min: 1, max: 10_000_000, sort: true }),
    calendar: f.link('working-calendar', { filter: true }),
    warnAt: f.number({ min: 0, max: 1, integer: false, optional: true, default: 0.75 }),
    escalation: f.json(escalationSchema, { default: [] }),
    reason: f.prose({ optional: true, max: 2_000 }),
  },
  states: ['in-force', 'retired'],
  transitions: {
    retire: { from: 'in-force', to: 'retired', allow: keeper },
    restore: { from: 'retired', to: 'in-force', allow: keeper },
  },
  access: { read: everyone, create: keeper, update: keeper },
})
