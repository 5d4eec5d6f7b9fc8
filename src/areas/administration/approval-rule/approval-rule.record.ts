import { z } from 'zod'
import { approvalStepsSchema } from '../../../record/approval.ts'
import { conditionSchema } from '../../../record/condition.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, everyone, inState, role, self } from '../../../record/rule.ts'
import { shaped } from '../../../record/shape.ts'

/** The verb of a record that waits, when (all of it must hold of the row), and for whom. */
const ruleSchema = z.strictObject({
  record: shaped(z.string().min(1).max(60), ['记录', 'Record'], { names: 'record' }),
  verb: shaped(z.string().min(1).max(60), ['动作', 'Verb'], { names: 'verb' }),
  when: shaped(z.array(conditionSchema).max(20).default([]), ['条件(须全部满足)', 'When all of this holds']),
  steps: shaped(approvalStepsSchema, ['审批步骤(依次)', 'Steps, in this order']),
})

const keeper = role('manager', 'admin')

const author = otherThan(
  ['规则由编写人以外的人启用。', 'Somebody other than its author puts a rule in force.'],
  'createdBy',
)
const ender = otherThan(
  ['停用由提出人以外的人确认。', 'Somebody other than who asked for it ends a rule.'],
  'endAskedBy',
)

/**
 * An approval rule (审批规则): a verb of a record that waits until others have agreed. It is itself under two pairs of eyes:
 * its author alone may change the draft and may not put it in force; who wants it ended does not end it.
 */
export const approvalRule = defineRecord('approval-rule', {
  number: 'APR',
  plural: 'approval-rules',
  label: 'name',
  fields: {
    name: f.text({ max: 80, search: true }),
    /** Of several rules for a verb the first whose conditions hold decides, by `priority`. */
    rule: f.json(ruleSchema),
    priority: f.number({ default: 100, min: 1, max: 1_000, sort: true }),
    reason: f.prose({ optional: true, max: 2_000 }),
    inForceBy: f.link('person', { by: 'system', optional: true }),
    inForceAt: f.instant({ by: 'system', optional: true }),
    endAskedBy: f.link('person', { by: 'system', optional: true }),
    endedBy: f.link('person', { by: 'system', optional: true }),
  },
  states: ['draft', 'in-force', 'ending', 'retired'],
  transitions: {
    'put-in-force': {
      from: 'draft',
      to: 'in-force',
      allow: keeper,
      guard: (row, moment) => author(row as never, moment),
      set: (_row, { actor, now }) => ({ inForceBy: actor.kind === 'person' ? actor.id : null, inForceAt: now }),
    },
    /** It still applies until somebody else agrees. */
    'ask-end': {
      from: 'in-force',
      to: 'ending',
      allow: keeper,
      set: (_row, { actor }) => ({ endAskedBy: actor.kind === 'person' ? actor.id : null }),
    },
    keep: { from: 'ending', to: 'in-force', allow: keeper, set: () => ({ endAskedBy: null }) },
    retire: {
      from: 'ending',
      to: 'retired',
      allow: keeper,
      guard: (row, moment) => ender(row as never, moment),
      set: (_row, { actor }) => ({ endedBy: actor.kind === 'person' ? actor.id : null }),
    },
    discard: { from: 'draft', to: 'retired', allow: self('createdBy') },
  },
  access: { read: everyone, create: keeper, update: all(inState('draft'), self('createdBy')) },
})
