import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, everyone, inState, nobody, role, self } from '../../../record/rule.ts'
import { parametersSchema } from './parameter.rules.ts'
import { notTheAuthor } from './runbook.rules.ts'
import { markSchema, stepsSchema } from './step.rules.ts'

/**
 * One edition of an approved list of steps. Editions of one runbook share `code`; at most one is effective. Only a draft
 * can be changed, and only by its author, so that whoever approves has never had a hand in it.
 */
export const runbook = defineRecord('runbook', {
  number: 'RBK',
  plural: 'runbooks',
  label: 'title',
  fields: {
    code: f.text({ by: 'once', max: 40, filter: true, sort: true, search: true }),
    edition: f.number({ by: 'system', default: 1, min: 1, sort: true }),
    title: f.text({ max: 120, search: true, sort: true }),
    titleEn: f.text({ max: 120, optional: true, search: true }),
    kind: f.choice(['opening', 'closing', 'backup', 'restart', 'upgrade', 'drill', 'other'], { filter: true }),
    purpose: f.prose({ max: 4_000 }),
    steps: f.json(stepsSchema, { default: [] }),
    /** What it asks for before a run begins. */
    parameters: f.json(parametersSchema, { default: [] }),
    /** Code of the runbook that this one does in reverse; then it has no steps of its own. */
    mirrors: f.text({ max: 40, optional: true }),
    schedule: f.choice(['each-trading-day', 'on-demand'], { filter: true, default: 'on-demand' }),
    /** Who begins a run of each trading day: a person, or the clock when it is due. */
    startBy: f.choice(['hand', 'clock'], { filter: true, default: 'hand' }),
    /** When a run of each trading day should have begun. */
    dueAnchor: f.json(markSchema, { optional: true }),
    basedOn: f.link('runbook', { by: 'system', optional: true }),
    returnReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    approvedBy: f.link('person', { by: 'system', optional: true }),
    approvedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['draft', 'in-review', 'effective', 'superseded'],
  transitions: {
    submit: {
      from: 'draft',
      to: 'in-review',
      allow: self('createdBy'),
      set: () => ({ returnReason: null }),
    },
    return: {
      from: 'in-review',
      to: 'draft',
      allow: role('manager', 'checker', 'engineer'),
      requires: ['returnReason'],
    },
    approve: {
      from: 'in-review',
      to: 'effective',
      allow: role('manager'),
      guard: notTheAuthor,
      set: (_row, { actor, now }) => ({ approvedBy: actor.kind === 'person' ? actor.id : null, approvedAt: now }),
      sign: true,
    },
    /** By itself, when a newer edition becomes effective. */
    supersede: { from: 'effective', to: 'superseded', allow: nobody },
  },
  access: {
    read: everyone,
    create: role('engineer', 'manager'),
    update: all(inState('draft'), self('createdBy')),
  },
})
