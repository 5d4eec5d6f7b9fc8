import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord, type Moment } from '../../../record/record.ts'
import { any, everyone, role, self } from '../../../record/rule.ts'

const manager = role('manager')
const decided = (_row: object, { actor, now }: Moment) => ({ decidedBy: personId(actor), decidedAt: now })
const notParty = otherThan(['换班双方不能自己批准。', 'Neither of the two decides on their own swap.'], 'person', 'to')
const byAnother = otherThan(
  ['放行须由另一人签字,不能是申请人。', 'The override is signed by somebody other than who asked.'],
  ...['person', 'to', 'createdBy'],
)

/** A swap of duties (换班): somebody takes over a duty, perhaps for one of their own; agreed by both and approved by the manager. */
export const dutySwap = defineRecord('duty-swap', {
  number: 'SWP',
  plural: 'duty-swaps',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', optional: true, search: true }),
    duty: f.link('duty', { by: 'once', filter: true }),
    /** Whose duty it was when the swap was asked for. */
    person: f.link('person', { by: 'system', optional: true, filter: true }),
    to: f.link('person', { by: 'once', filter: true }),
    /** The duty that is taken in return; without one the other only takes over. */
    inReturn: f.link('duty', { by: 'once', optional: true }),
    reason: f.prose({ max: 1_000 }),
    overrideReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    decidedBy: f.link('person', { by: 'system', optional: true }),
    decidedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['asked', 'consented', 'carried-out', 'declined', 'refused', 'withdrawn'],
  transitions: {
    consent: { from: 'asked', to: 'consented', allow: self('to') },
    decline: { from: 'asked', to: 'declined', allow: self('to') },
    approve: {
      from: 'consented',
      to: 'carried-out',
      allow: manager,
      guard: (row, moment) => notParty(row, moment),
      set: decided,
    },
    'approve-anyway': {
      from: 'consented',
      to: 'carried-out',
      allow: any(manager, role('admin')),
      requires: ['overrideReason'],
      guard: (row, moment) => byAnother(row, moment),
      set: decided,
      sign: true,
    },
    refuse: {
      from: 'consented',
      to: 'refused',
      allow: manager,
      guard: (row, moment) => notParty(row, moment),
      set: decided,
    },
    withdraw: { from: ['asked', 'consented'], to: 'withdrawn', allow: any(self('person'), self('createdBy'), manager) },
  },
  access: { read: everyone, create: everyone, update: self('createdBy') },
})
