import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, inState, role, self } from '../../../record/rule.ts'
import { planner, staff } from '../parties.rules.ts'

/** Whoever leads a meeting, or looks after it. */
export const leads = any(self('chair'), self('createdBy'), role('manager'))

/**
 * A meeting of the change advisory board (变更评审会, ITIL's CAB): what waits for approval is looked at together, one after another, and the
 * board says what it advises. It approves nothing itself.
 */
export const advisoryMeeting = defineRecord('advisory-meeting', {
  number: 'CAB',
  plural: 'advisory-meetings',
  label: 'title',
  fields: {
    title: f.text({ max: 160, search: true }),
    startsAt: f.instant({ filter: true, sort: true }),
    endsAt: f.instant(),
    place: f.text({ max: 160, optional: true }),
    chair: f.link('person', { filter: true }),
    participants: f.links('person', { filter: true }),
    /** Of how many invitations the last one is, so that a calendar knows the newest. */
    invitations: f.number({ by: 'system', default: 0, min: 0 }),
    invitedAt: f.instant({ by: 'system', optional: true }),
    openedAt: f.instant({ by: 'system', optional: true }),
    openedBy: f.link('person', { by: 'system', optional: true }),
    heldAt: f.instant({ by: 'system', optional: true, filter: true, sort: true }),
    remarks: f.prose({ by: 'system', optional: true, max: 8_000 }),
    /** Of what was advised, so that the chair signs it and nothing else. */
    digest: f.text({ by: 'system', optional: true, max: 64 }),
    cancelReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['planned', 'in-session', 'held', 'cancelled'],
  transitions: {
    open: {
      from: 'planned',
      to: 'in-session',
      allow: leads,
      set: (_row, { actor, now }) => ({ openedAt: now, openedBy: personId(actor) }),
    },
    /** Its minutes are signed. */
    hold: {
      from: 'in-session',
      to: 'held',
      allow: self('chair'),
      accepts: ['remarks'],
      set: (_row, { now }) => ({ heldAt: now }),
      sign: true,
    },
    /** Sent again where its time or agenda has changed. */
    invite: {
      from: 'planned',
      to: 'planned',
      allow: leads,
      set: ({ invitations }, { now }) => ({ invitedAt: now, invitations: invitations + 1 }),
    },
    cancel: { from: ['planned', 'in-session'], to: 'cancelled', allow: leads, requires: ['cancelReason'] },
  },
  access: {
    read: any(staff, self('chair'), self('participants')),
    create: planner,
    update: all(inState('planned'), leads),
  },
})
