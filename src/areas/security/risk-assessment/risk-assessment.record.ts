import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, inState, role, self } from '../../../record/rule.ts'
import { riskKeepers, riskReaders } from '../risk-parties.rules.ts'

const author = any(self('createdBy'), riskKeepers)

/**
 * A risk assessment (风险评估): important systems looked at by a method on a day, the risks that were found, and what follows; approved by
 * somebody other than its author.
 */
export const riskAssessment = defineRecord('risk-assessment', {
  number: 'RAS',
  plural: 'risk-assessments',
  label: 'title',
  fields: {
    title: f.text({ max: 160, search: true, sort: true }),
    components: f.links('component', { filter: true }),
    scope: f.prose({ optional: true, max: 2_000 }),
    method: f.prose({ max: 2_000 }),
    heldOn: f.date({ filter: true, sort: true }),
    risks: f.links('risk', { filter: true }),
    conclusion: f.prose({ max: 8_000 }),
    /** The one in force as it was approved. */
    matrix: f.link('risk-matrix', { by: 'system', optional: true }),
    approvedBy: f.link('person', { by: 'system', optional: true, filter: true }),
    approvedAt: f.instant({ by: 'system', optional: true, filter: true, sort: true }),
    returnReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['draft', 'in-review', 'approved', 'dropped'],
  transitions: {
    submit: { from: 'draft', to: 'in-review', allow: author, requires: ['components'] },
    approve: {
      from: 'in-review',
      to: 'approved',
      allow: role('manager'),
      guard: otherThan(
        ['评估报告由编写人以外的人批准。', 'Somebody other than its author approves an assessment.'],
        'createdBy',
      ),
      set: (_row, { actor, now }) => ({ approvedBy: personId(actor), approvedAt: now, returnReason: null }),
      sign: true,
    },
    return: { from: 'in-review', to: 'draft', allow: role('manager'), requires: ['returnReason'] },
    drop: { from: 'draft', to: 'dropped', allow: author },
  },
  access: {
    read: riskReaders,
    create: role('engineer', 'manager', 'auditor'),
    update: all(inState('draft'), author),
  },
})
