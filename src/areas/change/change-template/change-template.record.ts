import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import { defineRecord, type Moment } from '../../../record/record.ts'
import { all, inState, role } from '../../../record/rule.ts'
import { answersSchema, testsSchema } from '../change/plan.rules.ts'
import { planner, staff } from '../parties.rules.ts'

/** A change template (变更模板): a kind of change that is approved before, for these components and until a date. */
export const changeTemplate = defineRecord('change-template', {
  number: 'CHT',
  plural: 'change-templates',
  label: 'name',
  fields: {
    name: f.text({ max: 120, search: true, sort: true }),
    purpose: f.prose({ max: 4_000 }),
    /** What it may be used for. */
    components: f.links('component', { filter: true }),
    runbook: f.link('runbook', { filter: true }),
    rollbackRunbook: f.link('runbook', { optional: true }),
    rollbackSteps: f.prose({ optional: true, max: 8_000 }),
    answers: f.json(answersSchema, { optional: true }),
    tests: f.json(testsSchema, { default: [] }),
    backupHours: f.number({ min: 1, max: 720, default: 24 }),
    noBackupReason: f.prose({ optional: true, max: 2_000 }),
    watchHours: f.number({ min: 0, max: 720, default: 24 }),
    /** Its approval ends with this day. */
    validUntil: f.date({ filter: true, sort: true }),
    approvedBy: f.link('person', { by: 'system', optional: true }),
    approvedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['draft', 'in-force', 'retired'],
  transitions: {
    approve: {
      from: 'draft',
      to: 'in-force',
      allow: role('manager'),
      guard: notTheAuthor,
      set: (_row, { actor, now }) => ({ approvedBy: personId(actor), approvedAt: now }),
      sign: true,
    },
    retire: { from: ['draft', 'in-force'], to: 'retired', allow: planner },
  },
  access: { read: staff, create: planner, update: all(inState('draft'), planner) },
})

function notTheAuthor({ createdBy }: { readonly createdBy: string | null }, { actor }: Moment): Fault[] {
  const me = personId(actor)
  return me === null || me !== createdBy
    ? []
    : [fault('', 'same-person', '模板须由起草人以外的人批准。', 'Somebody other than its author approves a template.')]
}
