import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { fault } from '../../../record/problem.ts'
import { type AnyRow, defineRecord } from '../../../record/record.ts'
import { all, any, inState, nobody, role, self } from '../../../record/rule.ts'
import { ruleAreas } from '../areas.rules.ts'
import { clausesSchema } from './clause.rules.ts'

const drafter = role('engineer', 'manager', 'admin')
const keepers = role('engineer', 'manager', 'auditor', 'admin')
const notTheAuthor = otherThan(['起草人不能批准自己的制度。', 'Who drew it up does not approve it.'], 'createdBy')

/** What must be there before others look at it. */
const whole = ({
  clauses,
  effectiveOn,
}: {
  readonly clauses: readonly unknown[]
  readonly effectiveOn: string | null
}) => [
  ...(clauses.length === 0 ? [fault('clauses', 'required', '还没有写任何条款。', 'It has no clauses yet.')] : []),
  ...(effectiveOn === null ? [fault('effectiveOn', 'required', '请填写生效日期。', 'Say when it takes effect.')] : []),
]

/**
 * One edition of a policy (制度): clauses that people read, each with the controls that show whether it is kept. Once approved
 * its text never changes: what is to be said otherwise is said by the next edition.
 */
export const policy = defineRecord('policy', {
  number: 'POL',
  plural: 'policies',
  label: 'title',
  fields: {
    code: f.text({ by: 'once', max: 40, filter: true, sort: true, search: true }),
    edition: f.number({ by: 'system', default: 1, min: 1, sort: true }),
    title: f.text({ max: 120, search: true, sort: true }),
    titleEn: f.text({ max: 160, optional: true, search: true }),
    area: f.choice(ruleAreas, { filter: true }),
    owner: f.link('person', { filter: true }),
    purpose: f.prose({ max: 4_000 }),
    purposeEn: f.prose({ max: 4_000, optional: true }),
    /** What and whom it is about. */
    scope: f.prose({ max: 4_000 }),
    scopeEn: f.prose({ max: 4_000, optional: true }),
    clauses: f.json(clausesSchema, { default: [] }),
    effectiveOn: f.date({ optional: true, filter: true, sort: true }),
    /** In days. */
    reviewEvery: f.number({ default: 365, min: 30, max: 1_095 }),
    reviewOn: f.date({ by: 'system', optional: true, filter: true, sort: true }),
    basedOn: f.link('policy', { by: 'system', optional: true }),
    returnReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    approvedBy: f.link('person', { by: 'system', optional: true }),
    approvedAt: f.instant({ by: 'system', optional: true }),
    /** SHA-256 in hex over what its readers are given, as it was approved. */
    digest: f.text({ by: 'system', optional: true, max: 64 }),
    withdrawReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['draft', 'in-review', 'approved', 'effective', 'superseded', 'withdrawn'],
  transitions: {
    submit: {
      from: 'draft',
      to: 'in-review',
      allow: self('createdBy'),
      guard: whole,
      set: () => ({ returnReason: null }),
    },
    return: { from: 'in-review', to: 'draft', allow: keepers, requires: ['returnReason'] },
    approve: {
      from: 'in-review',
      to: 'approved',
      allow: role('manager'),
      guard: (row, moment) => notTheAuthor(row as unknown as AnyRow, moment),
      set: (_row, { actor, now }) => ({ approvedBy: personId(actor), approvedAt: now }),
      sign: true,
    },
    /** By itself, on the day it says. */
    'take-effect': { from: 'approved', to: 'effective', allow: nobody },
    /** Looked at, and still right. */
    confirm: { from: 'effective', to: 'effective', allow: any(self('owner'), role('manager')) },
    /** By itself, when a later edition takes effect. */
    supersede: { from: 'effective', to: 'superseded', allow: nobody },
    withdraw: {
      from: ['draft', 'in-review', 'approved', 'effective'],
      to: 'withdrawn',
      allow: any(role('manager'), all(inState('draft'), self('createdBy'))),
      requires: ['withdrawReason'],
    },
  },
  access: {
    read: any(inState('effective', 'superseded', 'withdrawn'), keepers, self('createdBy')),
    create: drafter,
    update: all(inState('draft'), self('createdBy')),
    notes: keepers,
  },
})
