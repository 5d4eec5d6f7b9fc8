import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody, self } from '../../../record/rule.ts'
import { results, standsOn } from '../audit/audit.rules.ts'
import { keepers } from '../parties.rules.ts'
import { sampleSchema } from './audit-item.rules.ts'

/**
 * A line of an audit's checklist (审计事项): a clause, the control that speaks for it as it stood on the audit's date, a sample of its
 * subjects, and what the auditor makes of it.
 */
export const auditItem = defineRecord('audit-item', {
  number: 'AUI',
  plural: 'audit-items',
  label: 'heading',
  fields: {
    audit: f.link('audit', { by: 'system', filter: true }),
    position: f.number({ by: 'system', min: 1, sort: true }),
    policy: f.link('policy', { by: 'system', filter: true }),
    area: f.text({ by: 'system', max: 40, filter: true }),
    clause: f.text({ by: 'system', max: 12 }),
    heading: f.text({ by: 'system', max: 80, search: true }),
    headingEn: f.text({ by: 'system', optional: true, max: 120, search: true }),
    text: f.prose({ by: 'system', max: 2_000 }),
    textEn: f.prose({ by: 'system', optional: true, max: 3_000 }),
    control: f.text({ by: 'system', optional: true, max: 12, filter: true, search: true }),
    stood: f.choice(standsOn, { by: 'system', filter: true }),
    /** How many of its subjects stood how on that date. */
    kept: f.number({ by: 'system', default: 0, min: 0 }),
    broken: f.number({ by: 'system', default: 0, min: 0 }),
    excepted: f.number({ by: 'system', default: 0, min: 0 }),
    unknown: f.number({ by: 'system', default: 0, min: 0 }),
    sample: f.json(sampleSchema, { by: 'system', default: [] }),
    auditors: f.links('person', { by: 'system' }),
    result: f.choice(results, { by: 'system', optional: true, filter: true }),
    note: f.prose({ by: 'system', optional: true, max: 4_000 }),
    judgedBy: f.link('person', { by: 'system', optional: true, filter: true }),
    judgedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['open', 'judged'],
  transitions: {
    judge: {
      from: ['open', 'judged'],
      to: 'judged',
      allow: self('auditors'),
      requires: ['result'],
      accepts: ['note'],
      set: (_row, { actor, now }) => ({ judgedBy: personId(actor), judgedAt: now }),
    },
  },
  access: { read: keepers, create: nobody, update: nobody },
})
