import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, inState, nobody, role, self } from '../../../record/rule.ts'
import { planner, staff } from '../parties.rules.ts'
import { notYetDecided, onlyWhoPlanned } from './drill.rules.ts'

const leads = any(self('lead'), role('manager'))
const mark = () => f.number({ by: 'system', optional: true, min: 1, max: 5 })
/** Minutes to a tenth. */
const took = () => f.number({ by: 'system', optional: true, min: 0, max: 1_000_000, integer: false })

/**
 * A drill (演练): an emergency plan rehearsed, with faults that are planned, lent and given back. Its times are taken from what really
 * happened: alarms, decisions, steps; nobody types them.
 */
export const drill = defineRecord('drill', {
  number: 'DRL',
  plural: 'drills',
  label: 'title',
  fields: {
    title: f.text({ max: 160, search: true }),
    plan: f.link('emergency-plan', { by: 'once', filter: true }),
    kind: f.choice(['live', 'tabletop'], { default: 'live', filter: true }),
    plannedStart: f.instant({ filter: true, sort: true }),
    plannedEnd: f.instant(),
    lead: f.link('person', { filter: true }),
    observers: f.links('person'),
    scope: f.prose({ max: 4_000 }),
    /** Which components may be touched; the plan's, unless it says. */
    components: f.links('component', { filter: true }),
    /** How those who work are kept from harm, and at what the drill is broken off. */
    safety: f.prose({ max: 4_000 }),
    /** It reaches what trades in earnest: two people say so. */
    production: f.flag({ default: false, filter: true }),
    decider: f.link('person', { by: 'system', optional: true }),
    deputy: f.link('person', { by: 'system', optional: true }),
    detectMinutes: f.number({ by: 'system', optional: true }),
    decideMinutes: f.number({ by: 'system', optional: true }),
    restoreMinutes: f.number({ by: 'system', optional: true }),
    lossMinutes: f.number({ by: 'system', optional: true }),
    approvedAt: f.instant({ by: 'system', optional: true }),
    startedAt: f.instant({ by: 'system', optional: true, sort: true }),
    startedBy: f.link('person', { by: 'system', optional: true }),
    decidedAt: f.instant({ by: 'system', optional: true }),
    decidedBy: f.link('person', { by: 'system', optional: true }),
    run: f.link('run', { by: 'system', optional: true, filter: true }),
    finishedAt: f.instant({ by: 'system', optional: true, filter: true, sort: true }),
    /** The firm’s day on which it was held. */
    heldOn: f.date({ by: 'system', optional: true, filter: true, sort: true }),
    zeroAt: f.instant({ by: 'system', optional: true }),
    detectedAt: f.instant({ by: 'system', optional: true }),
    restoredAt: f.instant({ by: 'system', optional: true }),
    detectTook: took(),
    decideTook: took(),
    restoreTook: took(),
    /** How much data was lost, minutes, where it was looked at. */
    loss: took(),
    outcome: f.choice(['met', 'missed'], { by: 'system', optional: true, filter: true }),
    alertScore: mark(),
    commandScore: mark(),
    handsScore: mark(),
    speechScore: mark(),
    planScore: mark(),
    score: f.number({ by: 'system', optional: true, sort: true }),
    conclusion: f.prose({ by: 'system', optional: true, max: 4_000 }),
    rejectReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    cancelReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['planned', 'approved', 'running', 'finished', 'closed', 'cancelled'],
  transitions: {
    /** Waits for others; where production is in reach, for two of them. */
    approve: {
      from: 'planned',
      to: 'approved',
      allow: self('createdBy'),
      guard: onlyWhoPlanned,
      set: (_row, { now }) => ({ approvedAt: now, rejectReason: null }),
    },
    start: {
      from: 'approved',
      to: 'running',
      allow: leads,
      set: (_row, { actor, now }) => ({ startedAt: now, startedBy: personId(actor) }),
      sign: true,
    },
    /** The plan is put into effect: its runbook begins. */
    decide: {
      from: 'running',
      to: 'running',
      allow: any(self('decider'), self('deputy')),
      guard: notYetDecided,
      set: (_row, { actor, now }) => ({ decidedAt: now, decidedBy: personId(actor) }),
    },
    finish: {
      from: 'running',
      to: 'finished',
      allow: leads,
      accepts: ['loss'],
      set: (_row, { now }) => ({ finishedAt: now }),
    },
    close: {
      from: 'finished',
      to: 'closed',
      allow: leads,
      requires: ['alertScore', 'commandScore', 'handsScore', 'speechScore', 'planScore', 'conclusion'],
      sign: true,
    },
    revise: {
      from: 'approved',
      to: 'planned',
      allow: any(self('createdBy'), leads),
      set: () => ({ approvedAt: null }),
    },
    /** By itself, where those who were asked do not agree. */
    reject: { from: 'planned', to: 'planned', allow: nobody, requires: ['rejectReason'] },
    cancel: { from: ['planned', 'approved', 'running'], to: 'cancelled', allow: leads, requires: ['cancelReason'] },
  },
  access: {
    read: staff,
    create: planner,
    update: all(inState('planned'), any(self('createdBy'), self('lead'), role('manager'))),
  },
})
