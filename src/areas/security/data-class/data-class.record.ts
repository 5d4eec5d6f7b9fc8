import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, everyone, inState, role, self } from '../../../record/rule.ts'

/** How secret something is, from the least: as assets are classified. */
export const levels = ['public', 'internal', 'sensitive', 'secret'] as const

const rule = () => f.prose({ max: 1_000 })

/**
 * How data of a level is handled (数据分级): where it may be kept, how it is sent, printed and destroyed, who may have it. Dated, and
 * approved by another than who wrote it; of a level the one holds that took effect last.
 */
export const dataClass = defineRecord('data-class', {
  number: 'DCL',
  plural: 'data-classes',
  label: 'name',
  fields: {
    name: f.text({ max: 80, search: true }),
    nameEn: f.text({ max: 80, optional: true }),
    level: f.choice(levels, { filter: true }),
    examples: f.text({ max: 400 }),
    store: rule(),
    send: rule(),
    print: rule(),
    destroy: rule(),
    who: rule(),
    effectiveOn: f.date({ filter: true, sort: true }),
    approvedBy: f.link('person', { by: 'system', optional: true }),
    approvedAt: f.instant({ by: 'system', optional: true }),
    withdrawReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['draft', 'approved', 'withdrawn'],
  transitions: {
    approve: {
      from: 'draft',
      to: 'approved',
      allow: role('manager', 'admin'),
      guard: otherThan(['由起草人以外的人批准。', 'Somebody other than who wrote it approves it.'], 'createdBy'),
      set: (_row, { actor, now }) => ({ approvedBy: personId(actor), approvedAt: now }),
      sign: true,
    },
    withdraw: {
      from: ['draft', 'approved'],
      to: 'withdrawn',
      allow: role('manager', 'admin'),
      requires: ['withdrawReason'],
    },
  },
  access: {
    read: everyone,
    create: role('engineer', 'manager', 'admin'),
    update: all(inState('draft'), self('createdBy')),
  },
})
