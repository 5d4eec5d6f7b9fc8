import { f } from '../../../record/field.ts'
import { fault } from '../../../record/problem.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, nobody, role, self } from '../../../record/rule.ts'

const keeper = role('admin')
const made = ['why', 'record', 'recordId', 'person'] as const

/**
 * A mail that came in (来信), kept as it came. It makes a record, is said on one that is there, or is put aside where somebody has to look;
 * a machine's mail does nothing. Whatever becomes of it stays to be seen.
 */
export const incomingMail = defineRecord('incoming-mail', {
  number: 'EML',
  plural: 'incoming-mails',
  label: 'subject',
  fields: {
    mailbox: f.link('mailbox', { by: 'system', filter: true }),
    /** Whom it says it is from; empty where that is nobody, or several. */
    from: f.text({ by: 'system', optional: true, max: 320, filter: true, search: true }),
    fromName: f.text({ by: 'system', optional: true, max: 200 }),
    /** The person with that address. */
    person: f.link('person', { by: 'system', optional: true, filter: true }),
    subject: f.text({ by: 'system', max: 300, search: true }),
    text: f.prose({ by: 'system', optional: true }),
    receivedAt: f.instant({ by: 'system', sort: true }),
    sentAt: f.instant({ by: 'system', optional: true }),
    messageId: f.text({ by: 'system', optional: true, max: 300, filter: true }),
    /** In bytes. */
    size: f.number({ by: 'system', min: 0 }),
    /** The whole of it as it came, by its digest; it hangs on this record as a file. */
    digest: f.text({ by: 'system', optional: true, max: 64 }),
    why: f.choice(
      [
        'new',
        'reply',
        'number',
        'event',
        'no-rule',
        'outsider',
        'outsider-reply',
        'no-sender',
        'unauthentic',
        'too-many',
        'refused',
        'empty',
        'unreadable',
        'too-large',
        'fault',
        'auto-submitted',
        'empty-return-path',
        'report',
        'bulk',
        'list',
        'duplicate',
      ],
      { by: 'system', optional: true, filter: true },
    ),
    /** What was said against it. */
    detail: f.text({ by: 'system', optional: true, max: 1_000 }),
    record: f.text({ by: 'system', optional: true, max: 60, names: 'record', filter: true }),
    recordId: f.text({ by: 'system', optional: true, max: 36, filter: true }),
    releasedBy: f.link('person', { by: 'system', optional: true, filter: true }),
  },
  states: ['received', 'created', 'answered', 'reported', 'ignored', 'discarded', 'quarantined'],
  transitions: {
    make: { from: 'received', to: 'created', allow: nobody, accepts: made },
    post: { from: 'received', to: 'answered', allow: nobody, accepts: made },
    /** Its sender is an event source: what it says is an event. */
    report: { from: 'received', to: 'reported', allow: nobody, accepts: made },
    ignore: { from: 'received', to: 'ignored', allow: nobody, requires: ['why'] },
    'put-aside': { from: 'received', to: 'quarantined', allow: nobody, requires: ['why'], accepts: ['detail'] },
    /** Looked at and found good: it is taken as if its sender had been known. */
    release: {
      from: 'quarantined',
      to: 'received',
      allow: keeper,
      guard: ({ digest }) => (digest === null ? [notHere] : []),
      set: (_row, { actor }) => ({ releasedBy: actor.kind === 'person' ? actor.id : null, detail: null }),
    },
    discard: { from: 'quarantined', to: 'discarded', allow: keeper },
  },
  access: { read: any(role('admin', 'auditor'), self('person')), create: nobody, update: nobody },
})

const notHere = fault(
  '',
  'not-here',
  '这封信过大,原件没有收取,只能到邮箱中查看。',
  'This mail was too large to fetch; it can only be looked at in the mailbox.',
)
