import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import { defineRecord, type Moment } from '../../../record/record.ts'
import { all, any, inState, role, self } from '../../../record/rule.ts'
import { areasSchema } from '../areas.schema.rules.ts'
import { keepers } from '../parties.rules.ts'
import { auditorsOf, reportSchema } from './audit.rules.ts'

const leads = self('lead')
const audits = any(self('auditors'), self('lead'))

/** None of the auditors answers for management. */
const notAnAuditor = ({ auditors }: { readonly auditors: readonly string[] }, { actor }: Moment): Fault[] =>
  auditors.includes(personId(actor) ?? '')
    ? [fault('', 'same-person', '审计人员不能代管理层答复。', 'None of the auditors answers for management.')]
    : []

/**
 * An audit (审计) of areas of rules as of a date: its checklist is drawn from the controls as they stood on that date, with a sample
 * that anybody can draw again from its seed; none of its auditors owns what is audited.
 */
export const audit = defineRecord('audit', {
  number: 'AUD',
  plural: 'audits',
  label: 'title',
  fields: {
    title: f.text({ max: 120, search: true }),
    titleEn: f.text({ max: 160, optional: true, search: true }),
    plan: f.link('audit-plan', { optional: true, filter: true }),
    areas: f.json(areasSchema),
    /** Only these policies of those areas; all of them where it names none. */
    policies: f.links('policy'),
    /** The date on whose evening the rules are looked at. */
    asOf: f.date({ filter: true, sort: true }),
    startsOn: f.date({ filter: true, sort: true }),
    endsOn: f.date({}),
    lead: f.link('person', { filter: true }),
    team: f.links('person'),
    /** The lead and the team. */
    auditors: f.links('person', { by: 'system', filter: true }),
    scope: f.prose({ optional: true, max: 4_000 }),
    /** Subjects of each control; as the house has it where it says nothing. */
    sampleSize: f.number({ optional: true, min: 1, max: 60 }),
    /** A sample is those whose SHA-256 of seed and number comes first. */
    seed: f.text({ by: 'system', optional: true, max: 64 }),
    openedAt: f.instant({ by: 'system', optional: true }),
    conclusion: f.prose({ by: 'system', optional: true, max: 8_000 }),
    reportedAt: f.instant({ by: 'system', optional: true, sort: true }),
    reportedBy: f.link('person', { by: 'system', optional: true }),
    /** What its report says, as it was signed. */
    report: f.json(reportSchema, { by: 'system', optional: true }),
    /** SHA-256 in hex over the report. */
    digest: f.text({ by: 'system', optional: true, max: 64 }),
    response: f.prose({ by: 'system', optional: true, max: 8_000 }),
    respondedBy: f.link('person', { by: 'system', optional: true }),
    respondedAt: f.instant({ by: 'system', optional: true }),
    cancelReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['planned', 'in-preparation', 'fieldwork', 'reporting', 'reported', 'closed', 'cancelled'],
  transitions: {
    prepare: { from: 'planned', to: 'in-preparation', allow: audits },
    /** From here on the checklist stands. */
    'open-fieldwork': {
      from: 'in-preparation',
      to: 'fieldwork',
      allow: leads,
      set: (_row, { now }) => ({ openedAt: now }),
    },
    'end-fieldwork': { from: 'fieldwork', to: 'reporting', allow: leads },
    resume: { from: 'reporting', to: 'fieldwork', allow: leads },
    issue: {
      from: 'reporting',
      to: 'reported',
      allow: leads,
      requires: ['conclusion'],
      set: (_row, { actor, now }) => ({ reportedBy: personId(actor), reportedAt: now }),
      sign: true,
    },
    respond: {
      from: 'reported',
      to: 'closed',
      allow: role('manager'),
      requires: ['response'],
      guard: notAnAuditor,
      set: (_row, { actor, now }) => ({ respondedBy: personId(actor), respondedAt: now }),
      sign: true,
    },
    cancel: {
      from: ['planned', 'in-preparation', 'fieldwork', 'reporting'],
      to: 'cancelled',
      allow: any(leads, role('manager')),
      requires: ['cancelReason'],
    },
  },
  access: {
    read: keepers,
    create: role('auditor', 'manager'),
    update: all(inState('planned', 'in-preparation'), any(self('createdBy'), leads, role('auditor'))),
  },
  derive: (row) => ({ auditors: auditorsOf(row) }),
})
