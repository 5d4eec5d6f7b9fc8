import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, nobody, role } from '../../../record/rule.ts'
import { shaped } from '../../../record/shape.ts'
import type { Words } from '../../../record/words.ts'

const keeper = role('admin')

const securityWords = {
  tls: ['TLS', 'TLS'],
  starttls: ['STARTTLS', 'STARTTLS'],
  none: ['不加密', 'None'],
} as const satisfies Record<string, Words>

/** The name under which the firm's own mail server writes what it found of a sender (RFC 8601). Without it nothing is asked. */
const authserv = () =>
  shaped(z.string().trim().min(1).max(253).optional(), [
    '只收该服务器验证通过的来信(authserv-id)',
    'Only mail this server found genuine (authserv-id)',
  ])
const text = (words: Words) => shaped(z.string().trim().min(1).max(200), words)

/** How mail gets here: it is fetched, or the server before us hands it over. */
export const mailboxSchema = z.discriminatedUnion('is', [
  shaped(
    z.strictObject({
      is: z.literal('imap'),
      host: shaped(z.string().trim().min(1).max(253), ['主机', 'Host']),
      port: shaped(z.int().min(1).max(65_535).default(993), ['端口', 'Port']),
      security: shaped(z.enum(['tls', 'starttls', 'none']).default('tls'), ['加密', 'Encryption'], {
        choices: securityWords,
      }),
      user: text(['用户名', 'User']),
      folder: shaped(z.string().trim().min(1).max(200).default('INBOX'), ['文件夹', 'Folder']),
      moveTo: shaped(z.string().trim().min(1).max(200).optional(), [
        '收取后移至(不填则标为已读)',
        'Then moved to (marked as seen without it)',
      ]),
      authserv: authserv(),
    }),
    ['收取(IMAP)', 'Fetched (IMAP)'],
  ),
  shaped(z.strictObject({ is: z.literal('delivery'), authserv: authserv() }), ['投递(SMTP)', 'Delivered (SMTP)']),
])

const field = (words: Words) => shaped(z.string().min(1).max(60), words, { names: 'field' })

/** What becomes of a mail that answers nothing. */
const makesSchema = z.strictObject({
  record: shaped(z.string().min(1).max(60), ['记录', 'Record'], { names: 'record' }),
  subject: field(['主题填入', 'Its subject goes into']),
  text: field(['正文填入', 'Its text goes into']),
  values: shaped(z.record(z.string().max(60), z.unknown()).default({}), ['其他内容', 'Other values'], {
    names: 'values',
  }),
})

/** A mailbox (收件邮箱): an address at which records are made and answered by mail. */
export const mailbox = defineRecord('mailbox', {
  number: 'MBX',
  plural: 'mailboxes',
  label: 'name',
  fields: {
    name: f.text({ max: 80, search: true, sort: true }),
    address: f.text({ max: 200, unique: true }),
    settings: f.json(mailboxSchema, { secret: keeper }),
    makes: f.json(makesSchema),
    /** Does somebody who is no person of the firm make records? Otherwise their mail is put aside. */
    outsiders: f.flag({ default: false }),
    /** By which channel a sender is told that their mail has arrived; without one, nobody is told. */
    answerThrough: f.link('channel', { optional: true, filter: true }),
    secretSet: f.flag({ by: 'system', default: false }),
    /** Since when it cannot be read, and what the other side says. */
    unreachableSince: f.instant({ by: 'system', optional: true, filter: true }),
    trouble: f.text({ by: 'system', optional: true, max: 300 }),
  },
  states: ['in-use', 'stopped'],
  transitions: {
    stop: { from: 'in-use', to: 'stopped', allow: keeper, set: () => ({ unreachableSince: null, trouble: null }) },
    resume: { from: 'stopped', to: 'in-use', allow: keeper },
  },
  // Addresses of mail are compared without regard to capitals, as every server does.
  derive: ({ address }) => ({ address: typeof address === 'string' ? address.toLowerCase() : address }),
  access: { read: everyone, create: keeper, update: keeper, notes: nobody },
})
