import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { digestOfToken } from '../../../../platform/auth/session.ts'
import { action, behave } from '../../../../platform/behaviour.ts'
import { keepSecret } from '../../../../platform/secret.ts'
import { Refusal } from '../../../../record/problem.ts'
import { eventSource } from '../event-source.record.ts'
import { readDelivery } from './read.ts'
import { componentsOf } from './take.ts'

const keeper = eventSource.access.update

export const eventSourceBehaviour = behave(eventSource, {
  actions: {
    'make-token': action(eventSource, {
      allow: keeper,
      summary: 'Makes a new token for the sender, told once; the one before counts no more.',
      input: z.strictObject({}),
      output: z.object({ token: z.string() }),
      async run(tx, { id, kind }) {
        if (kind === 'syslog') throw new Refusal('wrong-state', noToken)
        const token = `tse_${randomBytes(32).toString('base64url')}`
        await keepSecret(tx, eventSource, id, digestOfToken(token).toString('hex'))
        return { token }
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

const noToken = [
  'syslog 没有令牌,发送方按地址辨认。',
  'Syslog shows no token: its senders are known by their addresses.',
] as const
