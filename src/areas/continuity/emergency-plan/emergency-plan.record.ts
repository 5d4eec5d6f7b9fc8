import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, inState, nobody, role, self } from '../../../record/rule.ts'
import { planner, staff } from '../parties.rules.ts'
import {
  contactsSchema,
  levels,
  notForWantOfDrill,
  saysWhatIsDone,
  staleReasons,
  vendorHasSigned,
} from './plan.rules.ts'

const notTheAuthor = otherThan(
  ['预案由编写人以外的人批准。', 'Somebody other than its author approves it.'],
  'createdBy',
)
const minutes = { min: 1, max: 10_080 } as const

/**
 * An emergency plan (应急预案): what is done when something that matters fails, who decides it, and whom one calls. It is signed by us and,
 * where a vendor has a part in it, by them; and it cannot be relied on when its time is over, when something in it has changed, or when
 * nobody has rehearsed it.
 */
export const emergencyPlan = defineRecord('emergency-plan', {
  number: 'EPL',
  plural: 'emergency-plans',
  label: 'title',
  fields: {
    title: f.text({ max: 120, search: true, sort: true }),
    titleEn: f.text({ max: 120, optional: true, search: true }),
    level: f.choice(levels, { default: 'general', filter: true }),
    affectsTrading: f.flag({ default: false, filter: true }),
    scenario: f.prose({ max: 4_000 }),
    components: f.links('component', { filter: true }),
    owner: f.link('person', { filter: true }),
    /** Who decides that it is carried out, and who in their place. */
    decider: f.link('person', { filter: true }),
    deputy: f.link('person', { optional: true }),
    contacts: f.json(contactsSchema, { default: [] }),
    runbook: f.link('runbook', { optional: true, filter: true }),
    steps: f.prose({ optional: true, max: 8_000 }),
    /** Minutes: until it is noticed, until it is decided, until service is restored; and how much data may be lost. */
    detectMinutes: f.number({ ...minutes, default: 5 }),
    decideMinutes: f.number({ ...minutes, default: 15 }),
    restoreMinutes: f.number({ ...minutes, default: 60 }),
    lossMinutes: f.number({ min: 0, max: 10_080, optional: true }),
    drillDays: f.number({ min: 7, max: 1_100, default: 180 }),
    validDays: f.number({ min: 30, max: 1_100, default: 365 }),
    supplier: f.link('supplier', { optional: true, filter: true }),
    vendorSignedBy: f.text({ by: 'system', optional: true, max: 120 }),
    vendorSignedOn: f.date({ by: 'system', optional: true }),
    approvedBy: f.link('person', { by: 'system', optional: true }),
    approvedAt: f.instant({ by: 'system', optional: true }),
    validUntil: f.date({ by: 'system', optional: true, filter: true, sort: true }),
    lastDrilledOn: f.date({ by: 'system', optional: true, sort: true }),
    drillDueOn: f.date({ by: 'system', optional: true, filter: true, sort: true }),
    staleBecause: f.choice(staleReasons, { by: 'system', optional: true, filter: true }),
    staleNote: f.prose({ by: 'system', optional: true, max: 2_000 }),
    returnReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['draft', 'in-review', 'effective', 'stale', 'retired'],
  transitions: {
    submit: {
      from: 'draft',
      to: 'in-review',
      allow: any(self('createdBy'), self('owner'), role('manager')),
      guard: saysWhatIsDone,
      set: () => ({ returnReason: null }),
    },
    approve: {
      from: 'in-review',
      to: 'effective',
      allow: role('manager'),
      guard: (row, moment) => [...notTheAuthor(row, moment), ...vendorHasSigned(row)],
      set: (_row, { actor, now }) => ({
        approvedBy: personId(actor),
        approvedAt: now,
        staleBecause: null,
        staleNote: null,
      }),
      sign: true,
    },
    /** Their signed sheet hangs on the plan: this says who signed it, and when. */
    'vendor-sign': {
      from: 'in-review',
      to: 'in-review',
      allow: planner,
      requires: ['vendorSignedBy', 'vendorSignedOn'],
    },
    return: { from: 'in-review', to: 'draft', allow: planner, requires: ['returnReason'] },
    /** By itself. */
    'go-stale': { from: 'effective', to: 'stale', allow: nobody, requires: ['staleBecause'], accepts: ['staleNote'] },
    /** Looked through, and it holds as it stands. */
    confirm: {
      from: 'stale',
      to: 'effective',
      allow: role('manager'),
      guard: notForWantOfDrill,
      set: () => ({ staleBecause: null, staleNote: null }),
      sign: true,
    },
    /** By itself, with the drill that it wanted. */
    refresh: { from: 'stale', to: 'effective', allow: nobody, set: () => ({ staleBecause: null, staleNote: null }) },
    revise: {
      from: ['effective', 'stale'],
      to: 'draft',
      allow: any(self('owner'), planner),
      set: () => ({ approvedBy: null, approvedAt: null, validUntil: null, vendorSignedBy: null, vendorSignedOn: null }),
    },
    retire: { from: ['draft', 'effective', 'stale'], to: 'retired', allow: role('manager') },
  },
  access: {
    read: staff,
    create: planner,
    update: all(inState('draft'), any(self('createdBy'), self('owner'), planner)),
  },
})
