import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, inState, role } from '../../../record/rule.ts'
import { askedSchema, questionsSchema } from './questions.rules.ts'

const keepers = role('manager')

/** A survey (满意度调查): what is asked of people, after something of theirs was closed or all at once. */
export const survey = defineRecord('survey', {
  number: 'SVY',
  plural: 'surveys',
  label: 'title',
  fields: {
    title: f.text({ max: 120, search: true }),
    kind: f.choice(['after-closing', 'periodic'], { by: 'once', default: 'after-closing', filter: true }),
    /** Only what concerns this service; anything unless it says. */
    service: f.link('service', { optional: true, filter: true }),
    questions: f.json(questionsSchema),
    /** Of whom a periodic one is asked. */
    to: f.json(askedSchema, { default: [{ is: 'role', code: 'business' }] }),
    naming: f.choice(['named', 'anonymous'], { default: 'anonymous', filter: true }),
    /** How long an invitation stands. */
    openDays: f.number({ default: 14, min: 1, max: 90 }),
    openedAt: f.instant({ by: 'system', optional: true }),
    endedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['draft', 'open', 'ended'],
  transitions: {
    open: { from: 'draft', to: 'open', allow: keepers, set: (_row, { now }) => ({ openedAt: now }) },
    end: { from: 'open', to: 'ended', allow: keepers, set: (_row, { now }) => ({ endedAt: now }) },
  },
  access: {
    read: role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin'),
    create: keepers,
    update: all(inState('draft'), keepers),
  },
})
