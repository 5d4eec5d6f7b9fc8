import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, inState, nobody, role } from '../../../record/rule.ts'
import { audiences } from '../audience.rules.ts'

const keeper = role('manager', 'admin')

/**
 * An edition of what people undertake to keep secret (保密承诺书版本): once it is published its text is what it is, known by its digest.
 * An edition that says something else replaces it, and is signed anew.
 */
export const undertakingText = defineRecord('undertaking-text', {
  number: 'UDT',
  plural: 'undertaking-texts',
  label: 'title',
  fields: {
    /** The same from edition to edition. */
    code: f.text({ max: 40, by: 'once', filter: true, sort: true, search: true }),
    title: f.text({ max: 120, search: true }),
    titleEn: f.text({ max: 160, optional: true }),
    text: f.prose({ max: 20_000 }),
    textEn: f.prose({ max: 20_000, optional: true }),
    /** What of it lasts beyond the employment: leavers are reminded of it. */
    lasting: f.prose({ max: 4_000 }),
    audience: f.choice(audiences, { default: 'it', filter: true }),
    /** How long what was signed is good for. */
    validDays: f.number({ default: 365, min: 30, max: 1_095 }),
    /** From when somebody is asked. */
    days: f.number({ default: 14, min: 1, max: 90 }),
    digest: f.text({ by: 'system', optional: true, max: 64 }),
    publishedBy: f.link('person', { by: 'system', optional: true }),
    publishedAt: f.instant({ by: 'system', optional: true, sort: true }),
  },
  states: ['draft', 'published', 'superseded', 'withdrawn'],
  transitions: {
    publish: {
      from: 'draft',
      to: 'published',
      allow: keeper,
      guard: otherThan(['由起草人以外的人发布。', 'Somebody other than who wrote it publishes it.'], 'createdBy'),
      set: (_row, { actor, now }) => ({ publishedBy: personId(actor), publishedAt: now }),
      sign: true,
    },
    /** By itself, by the next edition. */
    supersede: { from: 'published', to: 'superseded', allow: nobody },
    withdraw: { from: ['draft', 'published'], to: 'withdrawn', allow: keeper },
  },
  access: {
    read: any(inState('published', 'superseded'), role('engineer', 'manager', 'auditor', 'admin')),
    create: role('engineer', 'manager', 'admin'),
    update: all(inState('draft'), role('engineer', 'manager', 'admin')),
  },
})
