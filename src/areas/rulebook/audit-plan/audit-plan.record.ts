import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { type AnyRow, defineRecord } from '../../../record/record.ts'
import { all, any, inState, role, self } from '../../../record/rule.ts'
import { areasSchema } from '../areas.schema.rules.ts'
import { keepers } from '../parties.rules.ts'

const notTheAuthor = otherThan(['起草人不能批准自己的审计计划。', 'Who drew it up does not approve it.'], 'createdBy')

/** An audit plan (审计计划): what of the rules is audited in a year and by whom; approved by management, never by its author. */
export const auditPlan = defineRecord('audit-plan', {
  number: 'AUP',
  plural: 'audit-plans',
  label: 'title',
  fields: {
    title: f.text({ max: 120, search: true }),
    titleEn: f.text({ max: 160, optional: true, search: true }),
    year: f.number({ min: 2000, max: 2200, filter: true, sort: true }),
    areas: f.json(areasSchema),
    auditors: f.links('person'),
    purpose: f.prose({ max: 4_000 }),
    returnReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    approvedBy: f.link('person', { by: 'system', optional: true }),
    approvedAt: f.instant({ by: 'system', optional: true }),
    withdrawReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['draft', 'in-review', 'approved', 'closed', 'withdrawn'],
  transitions: {
    submit: { from: 'draft', to: 'in-review', allow: self('createdBy'), set: () => ({ returnReason: null }) },
    return: { from: 'in-review', to: 'draft', allow: role('manager'), requires: ['returnReason'] },
    approve: {
      from: 'in-review',
      to: 'approved',
      allow: role('manager'),
      guard: (row, moment) => notTheAuthor(row as unknown as AnyRow, moment),
      set: (_row, { actor, now }) => ({ approvedBy: personId(actor), approvedAt: now }),
      sign: true,
    },
    close: { from: 'approved', to: 'closed', allow: role('auditor', 'manager') },
    withdraw: {
      from: ['draft', 'in-review'],
      to: 'withdrawn',
      allow: self('createdBy'),
      requires: ['withdrawReason'],
    },
  },
  access: {
    read: keepers,
    create: role('auditor', 'manager'),
    update: all(inState('draft'), any(self('createdBy'), role('auditor'))),
  },
})
