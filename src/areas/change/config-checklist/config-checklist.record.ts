import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, inState, role } from '../../../record/rule.ts'
import { planner, staff } from '../parties.rules.ts'
import { itemsSchema } from './items.rules.ts'

const notWhoWrote = otherThan(['由起草人以外的人批准。', 'Somebody other than who wrote it approves it.'], 'draftedBy')

/**
 * A configuration checklist (安装配置表): which settings components of one kind must have, and where each is read. It is checked when it
 * comes into force, after every change of its components, by schedule and by hand; what it asks for changes with a reason, by two people.
 */
export const configChecklist = defineRecord('config-checklist', {
  number: 'CKL',
  plural: 'config-checklists',
  label: 'title',
  fields: {
    title: f.text({ max: 120, search: true, sort: true }),
    titleEn: f.text({ max: 120, optional: true, search: true }),
    components: f.links('component', { filter: true }),
    owner: f.link('person', { filter: true }),
    /** Between two checks by schedule; without it nothing is checked by schedule. */
    everyDays: f.number({ min: 1, max: 365, optional: true }),
    items: f.json(itemsSchema),
    edition: f.number({ by: 'system', min: 1, default: 1 }),
    reviseReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    /** Whose hand was the last on it before it was approved. */
    draftedBy: f.link('person', { by: 'system', optional: true }),
    approvedBy: f.link('person', { by: 'system', optional: true }),
    approvedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['draft', 'in-force', 'retired'],
  transitions: {
    approve: {
      from: 'draft',
      to: 'in-force',
      allow: role('engineer', 'manager'),
      guard: notWhoWrote,
      set: (_row, { actor, now }) => ({ approvedBy: personId(actor), approvedAt: now }),
      sign: true,
    },
    revise: {
      from: 'in-force',
      to: 'draft',
      allow: planner,
      requires: ['reviseReason'],
      set: ({ edition }, { actor }) => ({ edition: edition + 1, draftedBy: personId(actor) }),
    },
    retire: { from: ['draft', 'in-force'], to: 'retired', allow: planner },
  },
  access: { read: staff, create: planner, update: all(inState('draft'), planner) },
})
