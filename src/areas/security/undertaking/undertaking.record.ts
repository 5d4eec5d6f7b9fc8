import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, nobody, role, self } from '../../../record/rule.ts'

/**
 * What one person undertakes to keep secret (保密承诺): asked for on joining and every year, signed over the digest of exactly that text,
 * good until a day. What somebody who leaves had signed stays, and they are told what of it lasts.
 */
export const undertaking = defineRecord('undertaking', {
  number: 'UDG',
  plural: 'undertakings',
  label: 'title',
  fields: {
    text: f.link('undertaking-text', { by: 'system', filter: true }),
    /** The code of the text, whatever its edition. */
    code: f.text({ by: 'system', max: 40, filter: true }),
    title: f.text({ by: 'system', max: 120, search: true }),
    titleEn: f.text({ by: 'system', max: 160, optional: true }),
    person: f.link('person', { by: 'system', filter: true }),
    /** Of the text: the signature is over it, among what was shown. */
    digest: f.text({ by: 'system', max: 64 }),
    dueOn: f.date({ by: 'system', filter: true, sort: true }),
    remindOn: f.date({ by: 'system', optional: true, filter: true }),
    signedAt: f.instant({ by: 'system', optional: true, sort: true }),
    validUntil: f.date({ by: 'system', optional: true, filter: true, sort: true }),
    /** When they were told, as a leaver, what of it lasts. */
    toldOn: f.date({ by: 'system', optional: true }),
  },
  states: ['asked', 'signed', 'replaced', 'lapsed'],
  transitions: {
    undertake: {
      from: 'asked',
      to: 'signed',
      allow: self('person'),
      set: (_row, { now }) => ({ signedAt: now, remindOn: null }),
      sign: true,
    },
    /** By themselves, of a morning. */
    remind: { from: 'asked', to: 'asked', allow: nobody, accepts: ['remindOn'] },
    overdue: { from: 'asked', to: 'asked', allow: nobody, accepts: ['remindOn'] },
    /** By itself: a later one was signed. */
    replace: { from: 'signed', to: 'replaced', allow: nobody },
    /** By itself, when they leave, are meant no more, or another text is to be signed. */
    lapse: { from: 'asked', to: 'lapsed', allow: nobody },
    /** By itself, when they leave: what lasts. */
    'still-bound': { from: 'signed', to: 'signed', allow: nobody, accepts: ['toldOn'] },
  },
  access: { read: any(self('person'), role('manager', 'auditor', 'admin')), create: nobody, update: nobody },
})
