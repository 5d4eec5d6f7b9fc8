import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, inState, nobody, role } from '../../../record/rule.ts'
import { riskReaders } from '../risk-parties.rules.ts'
import { gridSchema, levelsSchema, scaleSchema } from './matrix.rules.ts'

const keeper = role('engineer', 'manager', 'admin')
const anotherApproves = otherThan(
  ['编制人不能批准自己的矩阵。', 'Who drew up a matrix does not approve it.'],
  'createdBy',
)

/**
 * A risk matrix (风险矩阵): what likelihood and impact mean here, which level their pairs are, and who may accept a risk of each level.
 * One is in force; a risk keeps the one by which it was rated until it is rated again.
 */
export const riskMatrix = defineRecord('risk-matrix', {
  number: 'RMX',
  plural: 'risk-matrices',
  label: 'title',
  fields: {
    title: f.text({ max: 120, search: true, sort: true }),
    titleEn: f.text({ max: 120, optional: true, search: true }),
    likelihoods: f.json(scaleSchema),
    impacts: f.json(scaleSchema),
    levels: f.json(levelsSchema),
    grid: f.json(gridSchema),
    /** What it rests on, and why it is otherwise than the one before. */
    reason: f.prose({ max: 2_000 }),
    /** Counted from 1 as they come into force. */
    edition: f.number({ by: 'system', optional: true, sort: true }),
    approvedBy: f.link('person', { by: 'system', optional: true }),
    inForceFrom: f.instant({ by: 'system', optional: true, sort: true }),
    inForceTo: f.instant({ by: 'system', optional: true }),
  },
  states: ['draft', 'in-force', 'superseded', 'dropped'],
  transitions: {
    approve: {
      from: 'draft',
      to: 'in-force',
      allow: role('manager', 'admin'),
      guard: anotherApproves,
      set: (_row, { actor, now }) => ({ approvedBy: personId(actor), inForceFrom: now }),
      sign: true,
    },
    /** By itself, with the one that comes after it. */
    supersede: { from: 'in-force', to: 'superseded', allow: nobody, set: (_row, { now }) => ({ inForceTo: now }) },
    drop: { from: 'draft', to: 'dropped', allow: keeper },
  },
  access: { read: riskReaders, create: keeper, update: all(inState('draft'), keeper) },
})
