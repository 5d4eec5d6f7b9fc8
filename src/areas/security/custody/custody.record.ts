import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, everyone, nobody, role, self } from '../../../record/rule.ts'

/**
 * A hand-over of evidence (证据交接), a link of its chain of custody: signed by who gives it and by who takes it, for a purpose and to a
 * place. It changes hands with the second signature.
 */
export const custody = defineRecord('custody', {
  number: 'COC',
  plural: 'custodies',
  label: 'purpose',
  fields: {
    evidence: f.link('evidence', { by: 'once', filter: true }),
    /** Whoever holds it. */
    giver: f.link('person', { by: 'system', optional: true, filter: true }),
    taker: f.link('person', { by: 'once', filter: true }),
    purpose: f.text({ by: 'once', max: 200 }),
    place: f.text({ by: 'once', max: 200 }),
    readers: f.links('person', { by: 'system', filter: true }),
    /** Of the evidence, as it was sealed: both sign over it. */
    digest: f.text({ by: 'system', optional: true, max: 64 }),
    givenAt: f.instant({ by: 'system', optional: true }),
    takenAt: f.instant({ by: 'system', optional: true, sort: true }),
    refuseReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['begun', 'given', 'taken', 'refused', 'withdrawn'],
  transitions: {
    give: { from: 'begun', to: 'given', allow: self('giver'), set: (_row, { now }) => ({ givenAt: now }), sign: true },
    take: { from: 'given', to: 'taken', allow: self('taker'), set: (_row, { now }) => ({ takenAt: now }), sign: true },
    refuse: { from: 'given', to: 'refused', allow: self('taker'), requires: ['refuseReason'] },
    withdraw: { from: ['begun', 'given'], to: 'withdrawn', allow: any(self('giver'), self('createdBy')) },
  },
  access: {
    read: any(self('giver'), self('taker'), self('readers'), self('createdBy'), role('manager')),
    // Of what they may read; only its holder signs that it is given.
    create: everyone,
    update: nobody,
  },
})
