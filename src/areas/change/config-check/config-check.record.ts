import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody, role } from '../../../record/rule.ts'
import { foundSchema } from '../config-checklist/items.rules.ts'
import { planner, staff } from '../parties.rules.ts'

const notWhoAsked = otherThan(
  ['由提出人以外的人签署基线。', 'Somebody other than who asked signs the baseline.'],
  'baselineAskedBy',
)

/** A check of one component's configuration by one checklist (配置核对): what was found of each item; signed by two it is the baseline. */
export const configCheck = defineRecord('config-check', {
  number: 'CFK',
  plural: 'config-checks',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', search: true }),
    checklist: f.link('config-checklist', { by: 'system', filter: true }),
    component: f.link('component', { by: 'system', filter: true }),
    why: f.choice(['install', 'hand', 'change', 'schedule'], { by: 'system', filter: true }),
    /** After which it was asked for. */
    change: f.link('change', { by: 'system', optional: true, filter: true }),
    /** Of its component by its checklist none is newer. */
    newest: f.flag({ by: 'system', filter: true, default: false }),
    edition: f.number({ by: 'system', min: 1 }),
    checkedAt: f.instant({ by: 'system', optional: true, sort: true, filter: true }),
    found: f.json(foundSchema, { by: 'system', default: [] }),
    drifted: f.number({ by: 'system', default: 0 }),
    unread: f.number({ by: 'system', default: 0 }),
    /** Since when checks of it have found drift, one after the other. */
    driftSince: f.instant({ by: 'system', optional: true, filter: true }),
    /** What it was held against beside the checklist. */
    baseline: f.link('config-check', { by: 'system', optional: true }),
    baselineReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    baselineAskedBy: f.link('person', { by: 'system', optional: true }),
    baselineBy: f.link('person', { by: 'system', optional: true }),
    baselineAt: f.instant({ by: 'system', optional: true, sort: true }),
    declineReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['waiting', 'matches', 'drifts', 'unclear', 'baseline-asked', 'baseline', 'declined', 'dropped'],
  transitions: {
    match: { from: 'waiting', to: 'matches', allow: nobody, accepts: ['found', 'checkedAt'] },
    drift: { from: 'waiting', to: 'drifts', allow: nobody, accepts: ['found', 'checkedAt'] },
    'stay-unclear': { from: 'waiting', to: 'unclear', allow: nobody, accepts: ['found', 'checkedAt'] },
    /** Nobody asks any more: the checklist is no longer in force. */
    drop: { from: 'waiting', to: 'dropped', allow: nobody },
    /** What was found is to count as right from now on. */
    'ask-baseline': {
      from: ['matches', 'drifts', 'unclear', 'declined'],
      to: 'baseline-asked',
      allow: planner,
      requires: ['baselineReason'],
      set: (_row, { actor }) => ({ baselineAskedBy: personId(actor), declineReason: null }),
    },
    'sign-baseline': {
      from: 'baseline-asked',
      to: 'baseline',
      allow: role('checker', 'engineer', 'manager'),
      guard: notWhoAsked,
      set: (_row, { actor, now }) => ({ baselineBy: personId(actor), baselineAt: now }),
      sign: true,
    },
    decline: {
      from: 'baseline-asked',
      to: 'declined',
      allow: role('checker', 'engineer', 'manager'),
      requires: ['declineReason'],
    },
  },
  access: { read: staff, create: nobody, update: nobody },
  derive: ({ found }) => ({
    drifted: found.filter(({ is }) => is === 'drift').length,
    unread: found.filter(({ is }) => is === 'unknown').length,
  }),
})
