import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord, type Moment } from '../../../record/record.ts'
import { all, any, everyone, inState, nobody, post, role, self } from '../../../record/rule.ts'
import { freshSheet, sheetSchema } from './sheet.rules.ts'

const manager = role('manager')
const notOnDuty = otherThan(['您在班上,请自己交班签字。', 'You are on duty yourself: hand over.'], 'person')
const begun = (_row: object, { now }: Moment) => ({ beganAt: now })

/** A shift (班次) as it is really worked: begun by the signature of whoever comes, over with the signature of whoever comes next. */
export const shift = defineRecord('shift', {
  number: 'SHF',
  plural: 'shifts',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', search: true }),
    duty: f.link('duty', { by: 'system', filter: true }),
    position: f.link('duty-position', { by: 'system', filter: true }),
    posts: f.links('post', { by: 'system' }),
    person: f.link('person', { by: 'system', filter: true }),
    /** Who was planned, where somebody else stands in. */
    standsInFor: f.link('person', { by: 'system', optional: true }),
    standInReason: f.prose({ by: 'system', optional: true, max: 1_000 }),
    startsAt: f.instant({ by: 'system', sort: true }),
    endsAt: f.instant({ by: 'system' }),
    dutyDay: f.date({ by: 'system', optional: true, filter: true, sort: true }),
    lateAt: f.instant({ by: 'system', optional: true, filter: true }),
    beganAt: f.instant({ by: 'system', optional: true, sort: true }),
    /** From whom it was taken over, and the digest of the sheet that both signed. */
    takenFrom: f.link('shift', { by: 'system', optional: true }),
    takenSheet: f.text({ by: 'system', optional: true, max: 64 }),
    /** What whoever comes next should know. */
    notes: f.prose({ optional: true, max: 8_000 }),
    sheet: f.json(sheetSchema, { by: 'system', optional: true }),
    sheetDigest: f.text({ by: 'system', optional: true, max: 64 }),
    signedOutAt: f.instant({ by: 'system', optional: true }),
    signedOutBy: f.link('person', { by: 'system', optional: true }),
    absentReason: f.prose({ by: 'system', optional: true, max: 1_000 }),
    relievedBy: f.link('person', { by: 'system', optional: true }),
    overAt: f.instant({ by: 'system', optional: true, sort: true }),
  },
  states: ['due', 'on-duty', 'handing-over', 'over', 'missed'],
  transitions: {
    'sign-in': { from: 'due', to: 'on-duty', allow: self('person'), set: begun, sign: true },
    'stand-in': {
      from: 'due',
      to: 'on-duty',
      allow: any(post('posts'), manager),
      requires: ['standInReason'],
      guard: (row, moment) =>
        otherThan(['您就是当班人,请直接接班签字。', 'This is your own shift: sign in.'], 'person')(row, moment),
      set: ({ person }, { actor, now }) => ({ beganAt: now, person: personId(actor) ?? person, standsInFor: person }),
      sign: true,
    },
    'hand-over': {
      from: 'on-duty',
      to: 'handing-over',
      allow: self('person'),
      requires: ['notes'],
      guard: (row, moment) => freshSheet(row, moment),
      set: ({ person }, { now }) => ({ signedOutAt: now, signedOutBy: person }),
      sign: true,
    },
    /** Whoever is on duty can no longer sign: the manager does, and says why. */
    'hand-over-for': {
      from: 'on-duty',
      to: 'handing-over',
      allow: manager,
      requires: ['absentReason'],
      guard: (row, moment) => [...notOnDuty(row, moment), ...freshSheet(row, moment)],
      set: (_row, { actor, now }) => ({ signedOutAt: now, signedOutBy: personId(actor) }),
      sign: true,
    },
    resume: {
      from: 'handing-over',
      to: 'on-duty',
      allow: self('person'),
      set: () => ({ signedOutAt: null, signedOutBy: null, sheet: null, sheetDigest: null }),
    },
    /** By itself: the next has signed. */
    relieve: {
      from: 'handing-over',
      to: 'over',
      allow: nobody,
      requires: ['relievedBy'],
      set: (_row, { now }) => ({ overAt: now }),
    },
    /** Nobody comes next for now: only while the position may be empty. */
    'stand-down': {
      from: 'on-duty',
      to: 'over',
      allow: self('person'),
      requires: ['notes'],
      guard: (row, moment) => freshSheet(row, moment),
      set: ({ person }, { now }) => ({ signedOutAt: now, signedOutBy: person, overAt: now }),
      sign: true,
    },
    miss: { from: 'due', to: 'missed', allow: nobody },
  },
  access: { read: everyone, create: nobody, update: all(inState('on-duty'), any(self('person'), manager)) },
})
