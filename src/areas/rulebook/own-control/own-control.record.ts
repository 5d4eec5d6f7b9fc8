import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { type AnyRow, defineRecord } from '../../../record/record.ts'
import { all, any, inState, nobody, role, self } from '../../../record/rule.ts'
import { ruleAreas } from '../areas.rules.ts'
import { judgesSchema, ownerSchema, scopeSchema } from './declaration.rules.ts'

const drafter = role('engineer', 'manager', 'auditor', 'admin')
const keepers = role('operator', 'checker', 'engineer', 'manager', 'auditor', 'admin')
const notTheAuthor = otherThan(['起草人不能批准自己的控制项。', 'Who drew it up does not approve it.'], 'createdBy')

/**
 * One edition of a control of the firm's own (自定义控制项): a template with its blanks filled in from what is declared, made without
 * code. Once approved by another it is judged like every control; what is to be judged otherwise is judged by the next edition.
 */
export const ownControl = defineRecord('own-control', {
  number: 'OCT',
  plural: 'own-controls',
  label: 'title',
  fields: {
    /** By which clauses name it: `X-001`. */
    code: f.text({ by: 'once', max: 12, filter: true, sort: true, search: true }),
    edition: f.number({ by: 'system', default: 1, min: 1, sort: true }),
    title: f.text({ max: 120, search: true, sort: true }),
    titleEn: f.text({ max: 160, optional: true, search: true }),
    area: f.choice(ruleAreas, { filter: true }),
    reason: f.prose({ max: 2_000 }),
    /** What would make good whatever breaks it. */
    remedy: f.text({ max: 200 }),
    remedyEn: f.text({ max: 300, optional: true }),
    /** The kind of record of which each one is judged; the same in every edition. */
    record: f.text({ max: 60, names: 'record', filter: true }),
    judges: f.json(judgesSchema),
    scope: f.json(scopeSchema, { default: { states: [], values: [] } }),
    /** The subject's own link to whoever answers for it. */
    owner: f.json(ownerSchema, { optional: true }),
    /** With fewer subjects there is no evidence. */
    minSubjects: f.number({ default: 1, min: 1, max: 100_000 }),
    basedOn: f.link('own-control', { by: 'system', optional: true }),
    returnReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    approvedBy: f.link('person', { by: 'system', optional: true }),
    approvedAt: f.instant({ by: 'system', optional: true }),
    withdrawReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['draft', 'in-review', 'effective', 'superseded', 'withdrawn'],
  transitions: {
    submit: { from: 'draft', to: 'in-review', allow: self('createdBy'), set: () => ({ returnReason: null }) },
    return: { from: 'in-review', to: 'draft', allow: role('manager', 'auditor'), requires: ['returnReason'] },
    approve: {
      from: 'in-review',
      to: 'effective',
      allow: role('manager', 'auditor'),
      guard: (row, moment) => notTheAuthor(row as unknown as AnyRow, moment),
      set: (_row, { actor, now }) => ({ approvedBy: personId(actor), approvedAt: now }),
      sign: true,
    },
    /** By itself, when the next edition takes effect. */
    supersede: { from: 'effective', to: 'superseded', allow: nobody },
    withdraw: {
      from: ['draft', 'in-review', 'effective'],
      to: 'withdrawn',
      allow: any(role('manager', 'auditor'), all(inState('draft'), self('createdBy'))),
      requires: ['withdrawReason'],
    },
  },
  access: { read: keepers, create: drafter, update: all(inState('draft'), self('createdBy')) },
})
