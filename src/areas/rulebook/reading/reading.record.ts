import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, nobody, role, self } from '../../../record/rule.ts'

/**
 * What one person is to read and sign (阅读签字): a text, known by its digest, by a day. Who leaves or is meant no more falls away;
 * what was signed stays.
 */
export const reading = defineRecord('reading', {
  number: 'RDG',
  plural: 'readings',
  label: 'title',
  fields: {
    campaign: f.link('reading-campaign', { by: 'system', filter: true }),
    title: f.text({ by: 'system', max: 200, search: true }),
    titleEn: f.text({ by: 'system', max: 240, optional: true, search: true }),
    reader: f.link('person', { by: 'system', filter: true }),
    dueOn: f.date({ by: 'system', filter: true, sort: true }),
    /** Of the text: the signature is over it, among what was shown. */
    digest: f.text({ by: 'system', max: 64 }),
    remindOn: f.date({ by: 'system', optional: true, filter: true }),
    signedAt: f.instant({ by: 'system', optional: true, sort: true }),
  },
  states: ['asked', 'signed', 'lapsed'],
  transitions: {
    acknowledge: {
      from: 'asked',
      to: 'signed',
      allow: self('reader'),
      set: (_row, { now }) => ({ signedAt: now, remindOn: null }),
      sign: true,
    },
    /** By themselves, of a morning. */
    remind: { from: 'asked', to: 'asked', allow: nobody, accepts: ['remindOn'] },
    overdue: { from: 'asked', to: 'asked', allow: nobody, accepts: ['remindOn'] },
    /** By itself, when they leave or are meant no more, or the campaign is over. */
    lapse: { from: 'asked', to: 'lapsed', allow: nobody },
    'ask-again': { from: 'lapsed', to: 'asked', allow: nobody, accepts: ['dueOn', 'remindOn'] },
  },
  access: { read: any(self('reader'), role('manager', 'auditor', 'admin')), create: nobody, update: nobody },
})
