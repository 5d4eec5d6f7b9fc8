import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, inState, nobody, role, self } from '../../../record/rule.ts'
import { keeper, moneyReaders, staff } from '../keepers.rules.ts'
import { onlyWhoProposed, ways } from './disposal.rules.ts'

/**
 * A disposal (处置): assets that leave for good. What they are worth is told before it is agreed to, the data on them is destroyed
 * before they go, and then each is disposed of and its tag never given again.
 */
export const disposal = defineRecord('disposal', {
  number: 'DSP',
  plural: 'disposals',
  label: 'title',
  fields: {
    title: f.text({ max: 120, search: true }),
    assets: f.links('asset', { filter: true }),
    reason: f.prose({ max: 4_000 }),
    way: f.choice(ways, { filter: true }),
    /** Of all of them on the day they were valued, by their depreciation; yuan. */
    bookValue: f.number({ by: 'system', optional: true, min: 0, integer: false, secret: moneyReaders, sort: true }),
    valuedOn: f.date({ by: 'system', optional: true }),
    /** What they would fetch; yuan. */
    appraised: f.number({ optional: true, min: 0, max: 1e11, integer: false, secret: moneyReaders }),
    /** On what that stands: an offer, a market price, an appraiser. */
    basis: f.prose({ optional: true, max: 2_000 }),
    valuedBy: f.link('person', { by: 'system', optional: true }),
    approvedAt: f.instant({ by: 'system', optional: true }),
    /** Who buys, takes or scraps them. */
    receiver: f.text({ optional: true, max: 200, search: true }),
    receiverContact: f.text({ optional: true, max: 200 }),
    proceeds: f.number({ optional: true, min: 0, max: 1e11, integer: false, secret: moneyReaders }),
    carriedOutAt: f.instant({ by: 'system', optional: true, filter: true, sort: true }),
    carriedOutBy: f.link('person', { by: 'system', optional: true }),
    rejectReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    withdrawReason: f.prose({ optional: true, max: 2_000 }),
  },
  states: ['proposed', 'valued', 'approved', 'destroyed', 'carried-out', 'rejected', 'withdrawn'],
  transitions: {
    value: {
      from: ['proposed', 'valued'],
      to: 'valued',
      allow: keeper,
      requires: ['appraised', 'basis'],
      set: (_row, { actor }) => ({ valuedBy: personId(actor) }),
    },
    /** Waits for others: whoever proposed it asks, and so does not agree. */
    approve: {
      from: 'valued',
      to: 'approved',
      allow: self('createdBy'),
      guard: onlyWhoProposed,
      set: (_row, { now }) => ({ approvedAt: now }),
    },
    reject: { from: 'valued', to: 'rejected', allow: nobody, requires: ['rejectReason'] },
    /** By itself, once the data of every medium has been destroyed before a witness. */
    'end-destruction': { from: 'approved', to: 'destroyed', allow: nobody },
    'carry-out': {
      from: ['approved', 'destroyed'],
      to: 'carried-out',
      allow: keeper,
      requires: ['receiver'],
      accepts: ['receiverContact', 'proceeds'],
      set: (_row, { actor, now }) => ({ carriedOutAt: now, carriedOutBy: personId(actor) }),
      sign: true,
    },
    withdraw: {
      from: ['proposed', 'valued', 'approved'],
      to: 'withdrawn',
      allow: any(self('createdBy'), role('manager')),
      requires: ['withdrawReason'],
    },
  },
  access: { read: staff, create: keeper, update: all(inState('proposed', 'valued'), keeper) },
})
