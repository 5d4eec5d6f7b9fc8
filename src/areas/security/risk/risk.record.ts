import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, inState, nobody, role, self } from '../../../record/rule.ts'
import { shaped } from '../../../record/shape.ts'
import { riskKeepers, riskReaders } from '../risk-parties.rules.ts'
import { categories, treatments } from './risk.rules.ts'

const keeper = any(self('owner'), riskKeepers)
const step = { by: 'system', optional: true, min: 1, max: 7, filter: true } as const
const level = { by: 'system', optional: true, min: 1, max: 6, filter: true, sort: true } as const
const open = ['assessed', 'treating', 'monitored'] as const
const none = { acceptance: null, acceptedUntil: null } as const

/**
 * A risk (风险): what may happen, to what, how likely and how bad it would be without controls, as it is, and as it is to be; who owns it and
 * what is done about it. It is accepted only by whom the matrix allows, for a time.
 */
export const risk = defineRecord('risk', {
  number: 'RSK',
  plural: 'risks',
  label: 'title',
  fields: {
    title: f.text({ max: 160, search: true, sort: true }),
    category: f.choice(categories, { filter: true }),
    /** What may happen. */
    description: f.prose({ max: 4_000, search: true }),
    causes: f.prose({ max: 4_000, optional: true }),
    owner: f.link('person', { filter: true }),
    components: f.links('component', { filter: true }),
    assets: f.links('asset', { filter: true }),
    services: f.links('service', { filter: true }),
    suppliers: f.links('supplier', { filter: true }),
    /** Ids of the rulebook's controls that hold it down. */
    controls: f.json(
      shaped(z.array(z.string().trim().min(1).max(12)).max(20), ['控制项', 'Controls'], { tags: true }),
      { default: [] },
    ),
    /** By which it was rated. */
    matrix: f.link('risk-matrix', { by: 'system', optional: true, filter: true }),
    inherentLikelihood: f.number(step),
    inherentImpact: f.number(step),
    currentLikelihood: f.number(step),
    currentImpact: f.number(step),
    residualLikelihood: f.number(step),
    residualImpact: f.number(step),
    inherentLevel: f.number(level),
    currentLevel: f.number(level),
    residualLevel: f.number(level),
    assessedAt: f.instant({ by: 'system', optional: true, sort: true }),
    treatment: f.choice(treatments, { by: 'system', optional: true, filter: true }),
    plan: f.prose({ by: 'system', optional: true, max: 4_000 }),
    dueOn: f.date({ by: 'system', optional: true, filter: true, sort: true }),
    /** When it is looked at again. */
    reviewOn: f.date({ optional: true, filter: true, sort: true }),
    acceptance: f.link('risk-acceptance', { by: 'system', optional: true, filter: true }),
    acceptedUntil: f.instant({ by: 'system', optional: true, filter: true, sort: true }),
    closeReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    closedAt: f.instant({ by: 'system', optional: true, sort: true }),
  },
  states: ['identified', 'assessed', 'treating', 'monitored', 'accepted', 'closed'],
  transitions: {
    /** Rated on the matrix in force; again, whenever it is no longer as it was. */
    assess: {
      from: ['identified', ...open, 'accepted'],
      to: 'assessed',
      allow: keeper,
      requires: [
        ...(['inherentLikelihood', 'inherentImpact', 'currentLikelihood', 'currentImpact'] as const),
        ...(['residualLikelihood', 'residualImpact'] as const),
      ],
      accepts: ['reviewOn'],
      set: (_row, { now }) => ({ assessedAt: now, ...none }),
    },
    treat: {
      from: open,
      to: 'treating',
      allow: keeper,
      requires: ['treatment', 'plan', 'dueOn'],
    },
    /** What was to be done is done: the risk is now what it was to be. */
    monitor: {
      from: 'treating',
      to: 'monitored',
      allow: keeper,
      requires: ['reviewOn'],
      set: () => ({ dueOn: null }),
    },
    /** By itself, with its acceptance. */
    accept: {
      from: open,
      to: 'accepted',
      allow: nobody,
      requires: ['acceptance', 'acceptedUntil'],
    },
    /** By itself, at the end of its acceptance or when something else was accepted than it now says. */
    'reopen-accepted': { from: 'accepted', to: 'assessed', allow: nobody, set: () => none },
    close: {
      from: [...open, 'accepted'],
      to: 'closed',
      allow: role('manager'),
      requires: ['closeReason'],
      guard: otherThan(['负责人不能关闭自己的风险。', 'The owner of a risk does not close it.'], 'owner'),
      set: (_row, { now }) => ({ closedAt: now, ...none }),
    },
    reopen: {
      from: 'closed',
      to: 'identified',
      allow: keeper,
      set: () => ({ closeReason: null, closedAt: null, treatment: null, plan: null, dueOn: null }),
    },
  },
  access: {
    read: any(riskReaders, self('owner')),
    create: role('operator', 'checker', 'engineer', 'manager', 'auditor'),
    update: all(inState('identified', ...open, 'accepted'), any(keeper, self('createdBy'))),
  },
})
