import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import { keepSecret, makeToken } from '../../../../platform/secret.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault, Refusal } from '../../../../record/problem.ts'
import type { Words } from '../../../../record/words.ts'
import { isPattern } from '../../server/pattern.ts'
import { eventSource } from '../event-source.record.ts'
import type { SourceKind } from '../event-source.settings.ts'
import { readDelivery } from './read.ts'
import { accessSchema } from './snmp.access.ts'
import { componentsOf, type SourceRow } from './take.ts'

const keeper = eventSource.access.update

export const eventSourceBehaviour = behave(eventSource, {
  guards: { create: sound, update: sound },
  actions: {
    'set-access': action(eventSource, {
      allow: keeper,
      summary: 'Sets by what senders of SNMP traps prove themselves, all at once; it is shown to nobody from then on.',
      input: accessSchema,
      output: z.object({ secretSet: z.boolean() }),
      async run(tx, { id, kind }, access) {
        if (kind !== 'snmp') throw new Refusal('wrong-state', noAccess)
        const isEmpty = access.communities.length + access.users.length === 0
        return { secretSet: await keepSecret(tx, eventSource, id, isEmpty ? '' : JSON.stringify(access)) }
      },
    }),
    'make-token': makeToken(eventSource, {
      prefix: 'tse_',
      may({ kind }) {
        if (kind !== null && noToken[kind]) throw new Refusal('wrong-state', noToken[kind])
      },
    }),
    preview: action(eventSource, {
      allow: keeper,
      summary: 'Says what a delivery of this content would be taken for. Nothing is written.',
      input: z.strictObject({ content: z.string().max(1_000_000) }),
      output: z.object({
        events: z.array(
          z.object({
            key: z.string(),
            over: z.boolean(),
            severity: z.enum(['critical', 'warning']).nullable(),
            title: z.tuple([z.string(), z.string()]),
            note: z.string().nullable(),
            start: z.string().nullable(),
            component: z.uuid().nullable(),
            componentName: z.string().nullable(),
          }),
        ),
      }),
      async run(tx, source, { content }) {
        const notices = readDelivery(source, content)
        const componentOf = await componentsOf(tx.db, source, notices)
        const ids = [...new Set(notices.flatMap((one) => componentOf(one) ?? []))]
        const rows =
          ids.length === 0
            ? []
            : await tx.db.selectFrom('component').select(['id', 'name']).where('id', 'in', ids).execute()
        const names = new Map(rows.map(({ id, name }) => [id, name]))
        return {
          events: notices.map((notice) => {
            const { key, over, severity, title, note, start } = notice
            const component = componentOf(notice)
            return {
              ...{ key, over, severity, title: [...title] as [string, string], note, start, component },
              componentName: component && (names.get(component) ?? null),
            }
          }),
        }
      },
    }),
  },
})

/** What no schema can tell: a mailbox that is there, and patterns that are some. */
async function sound(tx: Tx, { settings }: SourceRow): Promise<Fault[]> {
  if (settings.is !== 'mail') return []
  const box = await tx.db.selectFrom('mailbox').select('id').where('id', '=', settings.mailbox).executeTakeFirst()
  return [
    ...(box ? [] : [fault('settings.mailbox', 'not-found', '没有这个收件邮箱。', 'There is no such mailbox.')]),
    ...settings.rules.flatMap((rule, n) =>
      (['subject', 'text', 'over'] as const)
        .filter((part) => rule[part] !== undefined && !isPattern(rule[part]))
        .map((part) =>
          fault(
            `settings.rules.${n}.${part}`,
            'not-a-pattern',
            '不是正则表达式(RE2)。',
            'This is no regular expression (RE2).',
          ),
        ),
    ),
  ]
}

/** Kinds whose senders are known by something else. */
const noToken: Partial<Record<SourceKind, Words>> = {
  syslog: ['syslog 没有令牌,发送方按地址辨认。', 'Syslog shows no token: its senders are known by their addresses.'],
  snmp: ['SNMP 没有令牌,请设团体名或用户。', 'SNMP shows no token: set communities or users.'],
  mail: ['邮件没有令牌,按发件人辨认。', 'Mail shows no token: it is known by its sender.'],
}

const noAccess: Words = [
  '只有 SNMP Trap 来源有团体名和用户。',
  'Only sources of SNMP traps have communities and users.',
]
