import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { fault } from '../../../record/problem.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, inState, nobody, role, self } from '../../../record/rule.ts'
import { needToKnow } from '../parties.rules.ts'

export const channels = ['phone', 'platform', 'mail', 'fax', 'letter', 'visit'] as const

const hand = any(self('readers'), role('manager'))

/**
 * What is told an authority of a security incident (安全事件报告), by one reporting rule: due so long after it was found; sent, or not due
 * for a reason that somebody signs.
 */
export const securityReport = defineRecord('security-report', {
  number: 'SER',
  plural: 'security-reports',
  label: 'authority',
  fields: {
    securityIncident: f.link('security-incident', { by: 'system', filter: true }),
    rule: f.link('reporting-rule', { by: 'system', filter: true }),
    authority: f.text({ by: 'system', max: 120, search: true }),
    dueAt: f.instant({ by: 'system', filter: true, sort: true }),
    readers: f.links('person', { by: 'system', filter: true }),
    /** As it goes out; drawn up from the security incident, and theirs to change. */
    text: f.prose({ max: 8_000 }),
    recipient: f.text({ optional: true, max: 120 }),
    channel: f.choice(channels, { optional: true, filter: true }),
    sentAt: f.instant({ optional: true, sort: true }),
    sentBy: f.link('person', { by: 'system', optional: true }),
    receipt: f.text({ optional: true, max: 200 }),
    notDueBecause: f.prose({ by: 'system', optional: true, max: 2_000 }),
    notDueBy: f.link('person', { by: 'system', optional: true }),
  },
  states: ['due', 'sent', 'not-due', 'lapsed'],
  transitions: {
    send: {
      from: 'due',
      to: 'sent',
      allow: hand,
      requires: ['recipient', 'channel', 'text'],
      accepts: ['sentAt', 'receipt'],
      guard: ({ sentAt }, { now }) =>
        sentAt !== null && sentAt > now
          ? [fault('sentAt', 'in-future', '时间不能晚于现在。', 'It cannot lie ahead.')]
          : [],
      set: ({ sentAt }, { actor, now }) => ({ sentAt: sentAt ?? now, sentBy: personId(actor) }),
    },
    /** It often comes days later. */
    'note-receipt': { from: 'sent', to: 'sent', allow: hand, requires: ['receipt'] },
    'need-not': {
      from: 'due',
      to: 'not-due',
      allow: hand,
      requires: ['notDueBecause'],
      set: (_row, { actor }) => ({ notDueBy: personId(actor) }),
      sign: true,
    },
    /** By themselves, where the grade or the incident is another after all. */
    lapse: { from: ['due', 'not-due'], to: 'lapsed', allow: nobody },
    'fall-due': { from: 'lapsed', to: 'due', allow: nobody, set: () => ({ notDueBecause: null, notDueBy: null }) },
  },
  access: { read: needToKnow, create: nobody, update: all(inState('due'), hand) },
})
