import { z } from 'zod'
import { conditionSchema } from '../../../record/condition.ts'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, everyone, role, self } from '../../../record/rule.ts'
import { shaped } from '../../../record/shape.ts'
import { whoSchema } from '../../../record/who.ts'

/** Of which record, at which acts, and when all of this holds of the row. */
const ruleSchema = z.strictObject({
  record: shaped(z.string().min(1).max(60), ['记录', 'Record'], { names: 'record' }),
  on: shaped(
    z
      .array(shaped(z.string().min(1).max(60), ['动作', 'Act'], { names: 'act' }))
      .min(1)
      .max(30),
    ['发生', 'When this happens'],
  ),
  when: shaped(z.array(conditionSchema).max(20).default([]), ['条件(须全部满足)', 'When all of this holds']),
})

const keeper = role('manager', 'admin')

/** A notice rule (通知规则): at what happens, who is told and through which channels. Everybody makes their own. */
export const noticeRule = defineRecord('notice-rule', {
  number: 'NTR',
  plural: 'notice-rules',
  label: 'name',
  fields: {
    name: f.text({ max: 80, search: true, sort: true }),
    rule: f.json(ruleSchema),
    /** Nobody named: whoever made it, or the robots and machines alone where it goes to such. */
    to: f.json(z.array(whoSchema).max(20), { default: [] }),
    /** Inside only, where none is chosen. */
    through: f.links('channel'),
    /** Also in quiet hours. */
    urgent: f.flag({ default: false }),
    /** For robots; people are told in their own. */
    lang: f.choice(['zh', 'en'], { default: 'zh' }),
  },
  states: ['in-force', 'stopped'],
  transitions: {
    stop: { from: 'in-force', to: 'stopped', allow: any(self('createdBy'), keeper) },
    resume: { from: 'stopped', to: 'in-force', allow: any(self('createdBy'), keeper) },
  },
  access: {
    read: any(self('createdBy'), role('manager', 'admin', 'auditor')),
    create: everyone,
    update: any(self('createdBy'), keeper),
  },
})
