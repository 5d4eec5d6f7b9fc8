import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { defineRecord, type Moment } from '../../../record/record.ts'
import { all, any, inState, nobody, role, self } from '../../../record/rule.ts'
import { hands, planner, staff } from '../parties.rules.ts'
import {
  afterwards,
  isOfKind,
  notWhoBegan,
  notWhoRolledBack,
  onlyWhoProposed,
  resultsStand,
  watched,
} from './change.rules.ts'
import {
  answersSchema,
  formerSchema,
  foundSchema,
  kinds,
  resultsSchema,
  risks,
  testsSchema,
  versionsSchema,
} from './plan.rules.ts'

const owns = any(self('owner'), self('createdBy'))
const window = ['plannedStart', 'plannedEnd'] as const
const approvedNow = (_row: object, { actor, now }: Moment) => ({
  approvedAt: now,
  approvedBy: [personId(actor)].filter((one): one is string => one !== null),
})

/**
 * A change (变更): what is to be altered, when, by which runbook and how it is undone. It starts only when all of its gates hold, two
 * people carry it out, and whatever it does to a component's version it writes itself.
 */
export const change = defineRecord('change', {
  number: 'CHG',
  plural: 'changes',
  label: 'title',
  fields: {
    title: f.text({ max: 160, search: true }),
    kind: f.choice(kinds, { filter: true, default: 'normal' }),
    template: f.link('change-template', { optional: true, filter: true }),
    reason: f.prose({ max: 4_000 }),
    components: f.links('component', { filter: true }),
    owner: f.link('person', { optional: true, filter: true }),
    team: f.link('team', { optional: true, filter: true }),
    /** Whose product it is, where a vendor has a part in it. */
    supplier: f.link('supplier', { optional: true, filter: true }),
    /** What is put in place by it. */
    package: f.link('upgrade-package', { optional: true, filter: true }),
    bulletin: f.link('vendor-bulletin', { optional: true, filter: true }),
    /** The problem that it removes for good. */
    problem: f.link('problem', { optional: true, filter: true }),
    plannedStart: f.instant({ optional: true, filter: true, sort: true }),
    plannedEnd: f.instant({ optional: true }),
    answers: f.json(answersSchema, { optional: true }),
    risk: f.choice(risks, { by: 'system', optional: true, filter: true }),
    runbook: f.link('runbook', { optional: true, filter: true }),
    rollbackRunbook: f.link('runbook', { optional: true }),
    rollbackSteps: f.prose({ optional: true, max: 8_000 }),
    tests: f.json(testsSchema, { default: [] }),
    versions: f.json(versionsSchema, { default: [] }),
    /** Of which a proven backup must be there before it starts, and how old that may be, hours. */
    backupOf: f.links('component'),
    backupHours: f.number({ min: 1, max: 720, default: 24 }),
    noBackupReason: f.prose({ optional: true, max: 2_000 }),
    /** How long it is watched before it may be closed. */
    watchHours: f.number({ min: 0, max: 720, default: 24 }),
    freezeReason: f.prose({ optional: true, max: 2_000 }),
    clashReason: f.prose({ optional: true, max: 2_000 }),
    /** Why an emergency does not wait for a backup. */
    backupWaiver: f.prose({ optional: true, max: 2_000 }),
    rejectReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    withdrawReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    approvedAt: f.instant({ by: 'system', optional: true }),
    /** Who agreed to it; nobody did to what its template was approved for. */
    approvedBy: f.links('person', { by: 'system' }),
    /** By when an emergency must have been approved afterwards. */
    approvalDueAt: f.instant({ by: 'system', optional: true, filter: true }),
    startedAt: f.instant({ by: 'system', optional: true, sort: true }),
    startedBy: f.link('person', { by: 'system', optional: true }),
    /** What was found of package and backups as the work began. */
    foundAtStart: f.json(foundSchema, { by: 'system', optional: true }),
    run: f.link('run', { by: 'system', optional: true, filter: true }),
    /** While it is carried out its components are being worked on: what fails there then is held back. */
    maintenance: f.link('maintenance-window', { by: 'system', optional: true }),
    results: f.json(resultsSchema, { by: 'system', default: [] }),
    former: f.json(formerSchema, { by: 'system', default: [] }),
    verifiedAt: f.instant({ by: 'system', optional: true }),
    verifiedBy: f.link('person', { by: 'system', optional: true }),
    watchUntil: f.instant({ by: 'system', optional: true }),
    rollbackReason: f.prose({ by: 'system', optional: true, max: 4_000 }),
    rollbackBy: f.link('person', { by: 'system', optional: true }),
    rollbackRun: f.link('run', { by: 'system', optional: true, filter: true }),
    rollbackResult: f.prose({ by: 'system', optional: true, max: 4_000 }),
    /** When the work was over, whichever way. */
    endedAt: f.instant({ by: 'system', optional: true, filter: true, sort: true }),
    /** Whether a freeze stood while it was worked on; unknown where the trading calendar does not reach. */
    workedIn: f.choice(['free', 'freeze', 'unknown'], { by: 'system', optional: true, filter: true }),
    review: f.prose({ by: 'system', optional: true, max: 4_000 }),
  },
  states: [
    'draft',
    'assessed',
    'approved',
    'scheduled',
    'in-progress',
    'verified',
    'closed',
    'rolling-back',
    'rolled-back',
    'rejected',
    'withdrawn',
  ],
  transitions: {
    assess: { from: 'draft', to: 'assessed', allow: planner, guard: isOfKind('standard', 'normal') },
    /** Waits for others, unless its template was approved before: whoever planned it asks, and so does not agree. */
    approve: {
      from: 'assessed',
      to: 'approved',
      allow: self('createdBy'),
      guard: onlyWhoProposed,
      set: (_row, { now }) => ({ approvedAt: now }),
    },
    reject: { from: 'assessed', to: 'rejected', allow: nobody, requires: ['rejectReason'] },
    schedule: { from: 'approved', to: 'scheduled', allow: planner, requires: window },
    reschedule: { from: 'scheduled', to: 'scheduled', allow: planner, requires: window },
    start: {
      from: 'scheduled',
      to: 'in-progress',
      allow: planner,
      set: (_row, { actor, now }) => ({ startedAt: now, startedBy: personId(actor) }),
      sign: true,
    },
    /** At once; it is approved afterwards, within a time. */
    'start-emergency': {
      from: 'draft',
      to: 'in-progress',
      allow: planner,
      accepts: ['backupWaiver'],
      guard: isOfKind('emergency'),
      set: (_row, { actor, now }) => ({ startedAt: now, startedBy: personId(actor) }),
      sign: true,
    },
    verify: {
      from: 'in-progress',
      to: 'verified',
      allow: hands,
      guard: (row, moment) => [...notWhoBegan(row, moment), ...resultsStand(row)],
      set: (_row, { actor, now }) => ({ verifiedAt: now, verifiedBy: personId(actor), endedAt: now }),
      sign: true,
    },
    'roll-back': {
      from: ['in-progress', 'verified'],
      to: 'rolling-back',
      allow: hands,
      requires: ['rollbackReason'],
      set: (_row, { actor }) => ({ rollbackBy: personId(actor), watchUntil: null }),
      sign: true,
    },
    'finish-rollback': {
      from: 'rolling-back',
      to: 'rolled-back',
      allow: hands,
      requires: ['rollbackResult'],
      guard: notWhoRolledBack,
      set: (_row, { now }) => ({ endedAt: now }),
      sign: true,
    },
    'approve-afterwards': {
      from: 'verified',
      to: 'verified',
      allow: role('manager'),
      guard: afterwards,
      set: approvedNow,
      sign: true,
    },
    'approve-rolled-back': {
      from: 'rolled-back',
      to: 'rolled-back',
      allow: role('manager'),
      guard: afterwards,
      set: approvedNow,
      sign: true,
    },
    close: { from: 'verified', to: 'closed', allow: planner, requires: ['review'], guard: watched },
    revise: {
      from: ['assessed', 'approved', 'scheduled'],
      to: 'draft',
      allow: any(owns, role('manager')),
      set: () => ({ approvedAt: null, approvedBy: [] as string[] }),
    },
    withdraw: {
      from: ['draft', 'assessed', 'approved', 'scheduled'],
      to: 'withdrawn',
      allow: any(owns, role('manager')),
      requires: ['withdrawReason'],
    },
  },
  access: {
    read: any(staff, owns),
    create: planner,
    update: all(inState('draft'), planner),
    notes: any(staff, owns),
  },
})
