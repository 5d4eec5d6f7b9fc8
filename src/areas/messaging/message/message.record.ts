import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, nobody, role, self } from '../../../record/rule.ts'

const keeper = role('admin')
const now = (_row: unknown, { now }: { readonly now: string }) => ({ due: now, attempts: 0, error: null })

/**
 * A message on its way out (外发消息): one receiver, one channel. It stays until it is sent, goes along in another as a digest, or is given
 * up; one that is given up may have gone on by the channel's fallback. What it says is for its receiver alone.
 */
export const message = defineRecord('message', {
  number: 'MSG',
  plural: 'messages',
  label: 'address',
  fields: {
    channel: f.link('channel', { by: 'system', filter: true }),
    /** Whom it is for; none where a robot or a machine listens. */
    person: f.link('person', { by: 'system', optional: true, filter: true }),
    /** Their address of the channel's kind; of a robot or a machine, what the channel is called. */
    address: f.text({ by: 'system', max: 300, filter: true }),
    why: f.choice(['rule', 'mention', 'assigned', 'watched', 'approval', 'clock', 'digest', 'answer', 'test'], {
      by: 'system',
      filter: true,
    }),
    lang: f.choice(['zh', 'en'], { by: 'system' }),
    subject: f.text({ by: 'system', max: 300, secret: self('person') }),
    text: f.prose({ by: 'system', secret: self('person') }),
    link: f.text({ by: 'system', optional: true, max: 500, secret: self('person') }),
    /** What happened, for machines that listen. */
    event: f.json(z.record(z.string(), z.unknown()), { by: 'system', optional: true, secret: self('person') }),
    /** What it came from, for whom and through what: nothing is told twice. */
    source: f.text({ by: 'system', optional: true, max: 300 }),
    /** The record it is about. */
    record: f.text({ by: 'system', optional: true, max: 60, names: 'record', filter: true }),
    recordId: f.text({ by: 'system', optional: true, max: 36, filter: true }),
    urgent: f.flag({ by: 'system', default: false }),
    /** When it goes out next: later than it was made for quiet hours, a digest, or another try. */
    due: f.instant({ by: 'system', sort: true }),
    attempts: f.number({ by: 'system', default: 0 }),
    /** What the other side said last. */
    error: f.text({ by: 'system', optional: true, max: 500 }),
    sentAt: f.instant({ by: 'system', optional: true, sort: true }),
    /** What a mail is called out there: answers name it. */
    messageId: f.text({ by: 'system', optional: true, max: 300, filter: true }),
    /** The digest that carried it. */
    carriedBy: f.link('message', { by: 'system', optional: true, filter: true }),
    /** The one that could not be delivered, in whose stead it goes. */
    insteadOf: f.link('message', { by: 'system', optional: true, filter: true }),
  },
  states: ['waiting', 'sent', 'carried', 'failed', 'dropped'],
  transitions: {
    send: { from: 'waiting', to: 'sent', allow: nobody, accepts: ['sentAt', 'messageId', 'attempts', 'error'] },
    carry: { from: 'waiting', to: 'carried', allow: nobody, requires: ['carriedBy'] },
    'give-up': { from: 'waiting', to: 'failed', allow: nobody, requires: ['error'], accepts: ['attempts'] },
    retry: { from: 'failed', to: 'waiting', allow: keeper, set: now },
    drop: { from: ['waiting', 'failed'], to: 'dropped', allow: keeper },
  },
  access: { read: any(role('admin', 'auditor'), self('person')), create: nobody, update: nobody },
})
