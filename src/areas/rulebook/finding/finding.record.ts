import { z } from 'zod'
import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { type AnyRow, defineRecord } from '../../../record/record.ts'
import { all, any, inState, not, role, self } from '../../../record/rule.ts'
import { shaped } from '../../../record/shape.ts'
import { ruleAreas } from '../areas.rules.ts'
import { grades } from '../audit/audit.rules.ts'
import { keepers } from '../parties.rules.ts'

const answers = any(self('owner'), role('manager'))
const verifies = role('checker', 'engineer', 'manager', 'auditor')
const byAnother = otherThan(
  ['整改由负责人和完成人以外的人验证。', 'Neither its owner nor whoever did it verifies it.'],
  'owner',
  'doneBy',
)

/**
 * A finding (审计发现): what an audit, a broken control or a person found wrong. It gets a cause, a corrective action and a date; what was
 * done is verified by somebody else, on evidence; and it is open again where the same is wrong again soon after.
 */
export const finding = defineRecord('finding', {
  number: 'FND',
  plural: 'findings',
  label: 'title',
  fields: {
    title: f.text({ max: 160, search: true }),
    description: f.prose({ max: 8_000 }),
    grade: f.choice(grades, { default: 'minor', filter: true, sort: true }),
    source: f.choice(['hand', 'audit', 'control'], { by: 'system', default: 'hand', filter: true }),
    audit: f.link('audit', { by: 'once', optional: true, filter: true }),
    item: f.link('audit-item', { by: 'once', optional: true, filter: true }),
    /** Of that control: `A-01`. */
    control: f.text({ by: 'once', optional: true, max: 12, filter: true, search: true }),
    /** What is wrong, by its numbers, where the control is not broken as a whole. */
    subjects: f.json(z.array(shaped(z.string().trim().toUpperCase().min(3).max(40), ['编号', 'Number'])).max(100), {
      by: 'once',
      default: [],
    }),
    subjectIds: f.json(z.array(z.uuid()), { by: 'system', default: [] }),
    area: f.choice(ruleAreas, { optional: true, filter: true }),
    policy: f.link('policy', { by: 'once', optional: true, filter: true }),
    clause: f.text({ by: 'once', optional: true, max: 12 }),
    owner: f.link('person', { filter: true }),
    /** By when there is to be a corrective action. */
    answerBy: f.date({ by: 'system', optional: true, filter: true, sort: true }),
    cause: f.prose({ optional: true, max: 4_000 }),
    correctiveAction: f.prose({ optional: true, max: 4_000 }),
    due: f.date({ optional: true, filter: true, sort: true }),
    outcome: f.prose({ by: 'system', optional: true, max: 4_000 }),
    doneBy: f.link('person', { by: 'system', optional: true }),
    doneAt: f.instant({ by: 'system', optional: true }),
    returnReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    /** How whoever verified it saw that it is so. */
    verification: f.prose({ by: 'system', optional: true, max: 4_000 }),
    verifiedBy: f.link('person', { by: 'system', optional: true, filter: true }),
    verifiedAt: f.instant({ by: 'system', optional: true }),
    closedAt: f.instant({ by: 'system', optional: true, sort: true }),
    closedBy: f.link('person', { by: 'system', optional: true }),
    /** The last one before it about the same rule. */
    repeatOf: f.link('finding', { by: 'system', optional: true, filter: true }),
    reopened: f.number({ by: 'system', default: 0, min: 0, filter: true }),
    reopenReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['open', 'corrective-action', 'done', 'verified', 'closed'],
  transitions: {
    answer: {
      from: 'open',
      to: 'corrective-action',
      allow: answers,
      requires: ['cause', 'correctiveAction', 'due'],
      set: () => ({ returnReason: null }),
    },
    finish: {
      from: 'corrective-action',
      to: 'done',
      allow: answers,
      requires: ['outcome'],
      set: (_row, { actor, now }) => ({ doneBy: personId(actor), doneAt: now, returnReason: null }),
    },
    verify: {
      from: 'done',
      to: 'verified',
      allow: verifies,
      requires: ['verification'],
      guard: (row, moment) => byAnother(row as unknown as AnyRow, moment),
      set: (_row, { actor, now }) => ({ verifiedBy: personId(actor), verifiedAt: now }),
      sign: true,
    },
    'send-back': {
      from: 'done',
      to: 'corrective-action',
      allow: verifies,
      requires: ['returnReason'],
      set: () => ({ doneBy: null, doneAt: null }),
    },
    close: {
      from: 'verified',
      to: 'closed',
      allow: role('auditor', 'manager'),
      guard: (row, moment) => byAnother(row as unknown as AnyRow, moment),
      set: (_row, { actor, now }) => ({ closedBy: personId(actor), closedAt: now }),
    },
    /** By a person, or by itself where the same is wrong again. */
    reopen: {
      from: ['verified', 'closed'],
      to: 'open',
      allow: role('auditor', 'manager'),
      requires: ['reopenReason'],
      set: ({ reopened }) => ({
        ...{ reopened: reopened + 1, due: null, outcome: null, doneBy: null, doneAt: null, verification: null },
        ...{ verifiedBy: null, verifiedAt: null, closedBy: null, closedAt: null },
      }),
    },
  },
  access: {
    read: any(keepers, self('owner')),
    create: keepers,
    update: all(not(inState('verified', 'closed')), any(self('createdBy'), role('auditor', 'manager'))),
    notes: any(keepers, self('owner')),
  },
})
