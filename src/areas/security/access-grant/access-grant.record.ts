import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, everyone, inState, nobody, self } from '../../../record/rule.ts'
import { hands, keeper, staff } from '../keepers.rules.ts'
import {
  anotherSetsUp,
  grantKinds,
  isEmergency,
  isNoEmergency,
  notForOneself,
  wantsRatifying,
} from './access-grant.rules.ts'

const asker = any(self('createdBy'), self('person'))

/**
 * A grant (授权): who may do what where, why and until when. Asked for, agreed to by the system's owner, set up by a third person,
 * taken away again or over at its instant.
 */
export const accessGrant = defineRecord('access-grant', {
  number: 'ACG',
  plural: 'access-grants',
  label: 'title',
  fields: {
    /** Of the right and the person: 下单 · 张伟. */
    title: f.text({ by: 'system', max: 200, optional: true, search: true }),
    person: f.link('person', { by: 'once', filter: true }),
    accessRight: f.link('access-right', { by: 'once', filter: true }),
    /** The right's, and who answers for it. */
    system: f.link('access-system', { by: 'system', optional: true, filter: true }),
    owner: f.link('person', { by: 'system', optional: true, filter: true }),
    kind: f.choice(grantKinds, { by: 'once', default: 'standing', filter: true }),
    reason: f.prose({ max: 2_000 }),
    /** From when it is wanted; the instant it is asked for, unless it says. */
    startsAt: f.instant({ optional: true, sort: true }),
    /** Not without one where it is temporary, beyond what the post needs, or in conflict. */
    endsAt: f.instant({ optional: true, filter: true, sort: true }),
    /** No post of the person needs this right. */
    extra: f.flag({ by: 'system', default: false, filter: true }),
    /** The rules that the person breaks by having this beside what they have, and those grants. */
    separations: f.links('duty-separation', { by: 'system', filter: true }),
    conflictsWith: f.links('access-grant', { by: 'system', filter: true }),
    /** What is done, while they have both, so that no harm comes of it. */
    measure: f.prose({ optional: true, max: 2_000 }),
    approvedBy: f.link('person', { by: 'system', optional: true }),
    approvedAt: f.instant({ by: 'system', optional: true }),
    /** By when an emergency must have been agreed to afterwards. */
    approvalDueAt: f.instant({ by: 'system', optional: true, filter: true }),
    /** Who set it up in the system, and under which account. */
    grantedBy: f.link('person', { by: 'system', optional: true }),
    grantedAt: f.instant({ by: 'system', optional: true, filter: true, sort: true }),
    account: f.text({ by: 'system', max: 120, optional: true, search: true }),
    rejectReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    cancelReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    /** Who decided that it is taken away, when and why; and who did so in the system. */
    revokedBy: f.link('person', { by: 'system', optional: true }),
    revokingAt: f.instant({ by: 'system', optional: true, filter: true }),
    revokeReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    removedBy: f.link('person', { by: 'system', optional: true }),
    /** From here on the person no longer has it. */
    endedAt: f.instant({ by: 'system', optional: true, filter: true, sort: true }),
  },
  states: ['requested', 'approved', 'granted', 'revoking', 'revoked', 'rejected', 'cancelled', 'expired'],
  transitions: {
    /** Waits for the system's owner, and where it is in conflict also for somebody one step up. */
    submit: {
      from: 'requested',
      to: 'approved',
      // What was proposed for somebody by itself is theirs to ask for.
      allow: asker,
      guard: isNoEmergency,
      set: (_row, { now }) => ({ approvedAt: now }),
    },
    /** Set up in the system. */
    grant: {
      from: 'approved',
      to: 'granted',
      allow: hands,
      accepts: ['account'],
      guard: anotherSetsUp,
      set: (_row, { actor, now }) => ({ grantedBy: personId(actor), grantedAt: now }),
    },
    /** At once; it is agreed to afterwards, within a time. */
    'grant-emergency': {
      from: 'requested',
      to: 'granted',
      allow: hands,
      accepts: ['account'],
      guard: (row, moment) => [...isEmergency(row), ...notForOneself(row, moment)],
      set: (_row, { actor, now }) => ({ grantedBy: personId(actor), grantedAt: now }),
    },
    /** Waits for the system's owner, like any other. */
    ratify: {
      from: 'granted',
      to: 'granted',
      allow: hands,
      guard: wantsRatifying,
      set: (_row, { now }) => ({ approvedAt: now }),
    },
    /** Decided; it is over once it is done in the system. */
    revoke: {
      from: 'granted',
      to: 'revoking',
      allow: any(self('person'), self('owner'), hands),
      requires: ['revokeReason'],
      set: (_row, { actor, now }) => ({ revokedBy: personId(actor), revokingAt: now }),
    },
    /** Taken away in the system. */
    remove: {
      from: 'revoking',
      to: 'revoked',
      allow: any(self('owner'), hands),
      set: (_row, { actor, now }) => ({ removedBy: personId(actor), endedAt: now }),
    },
    reject: { from: 'requested', to: 'rejected', allow: nobody, requires: ['rejectReason'] },
    cancel: {
      from: ['requested', 'approved'],
      to: 'cancelled',
      allow: any(asker, keeper),
      accepts: ['cancelReason'],
    },
    /** By itself: at its end, or where an emergency was not agreed to in time. */
    expire: {
      from: ['requested', 'approved', 'granted'],
      to: 'expired',
      allow: nobody,
      set: ({ grantedAt }, { now }) => (grantedAt === null ? {} : { endedAt: now }),
    },
  },
  access: {
    read: any(asker, self('owner'), staff),
    create: everyone,
    update: all(inState('requested'), self('createdBy')),
    notes: any(self('owner'), staff),
  },
})
