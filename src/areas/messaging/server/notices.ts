import { z } from 'zod'
import { command, query } from '../../../platform/area.ts'
import { tellPerson } from '../../../platform/events/personal.ts'
import { personId } from '../../../record/actor.ts'
import { everyone } from '../../../record/rule.ts'
import { whys } from '../telling.rules.ts'
import type {} from './tables.ts'

const mostCounted = 100

export const notices = query({
  path: '/api/notices',
  allow: everyone,
  summary: 'What one was told, newest first, and how much of it is unread (at most a hundred are counted).',
  input: z.strictObject({
    unread: z.enum(['true', 'false']).optional(),
    /** The id of the last one seen. */
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        at: z.iso.datetime(),
        why: z.enum(whys),
        number: z.string(),
        text: z.tuple([z.string(), z.string()]),
        path: z.string(),
        readAt: z.iso.datetime().nullable(),
      }),
    ),
    next: z.string().nullable(),
    unread: z.int(),
  }),
  async run({ db, person }, { unread, after, limit }) {
    const mine = db.selectFrom('notice').where('person', '=', person.id)
    const items = await mine
      .select(['id', 'at', 'why', 'number', 'text', 'path', 'readAt'])
      .$if(unread === 'true', (some) => some.where('readAt', 'is', null))
      .$if(after !== undefined, (some) => some.where('id', '<', after as string))
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    const open = await mine.select('id').where('readAt', 'is', null).limit(mostCounted).execute()
    const page = items.slice(0, limit)
    return { items: page, next: items.length > limit ? (page.at(-1)?.id ?? null) : null, unread: open.length }
  },
})

export const readNotices = command({
  path: '/api/notices/read',
  allow: everyone,
  summary: 'Marks some of one’s notices as read, or all of them.',
  input: z.strictObject({ ids: z.array(z.uuid()).min(1).max(100).optional() }),
  output: z.object({ read: z.int() }),
  async run(tx, { ids }) {
    const me = personId(tx.actor) as string
    const { numUpdatedRows } = await tx.db
      .updateTable('notice')
      .set({ readAt: tx.now })
      .where('person', '=', me)
      .where('readAt', 'is', null)
      .$if(ids !== undefined, (some) => some.where('id', 'in', ids as string[]))
      .executeTakeFirst()
    await tellPerson(tx.db, { person: me, record: 'notice', id: ids?.[0] ?? me })
    return { read: Number(numUpdatedRows) }
  },
})
