import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { notFound } from '../../record/problem.ts'
import type { Engine } from '../engine.ts'
import { tellPerson } from '../events/personal.ts'
import { me } from './gate.ts'
import { problemSchema } from './problems.ts'

const workSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  state: z.enum(['queued', 'running', 'done', 'stopped', 'failed']),
  done: z.int(),
  total: z.int().nullable(),
  result: z.unknown(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
})

const columns = ['id', 'kind', 'state', 'done', 'total', 'result', 'createdAt', 'startedAt', 'endedAt'] as const
const params = z.object({ id: z.uuid() })
const tags = ['Work']

/** A person's own long work: how far it is, what came of it, and stopping it. Another's is not found. */
export function workRoutes(app: FastifyInstance, engine: Engine): void {
  const answers = { '4xx': problemSchema }
  const one = { 200: workSchema, ...answers }

  app.get(
    '/api/work',
    { schema: { tags, response: { 200: z.object({ items: z.array(workSchema) }), ...answers } } },
    async (request) => {
      const { person } = me(request)
      const items = await engine.db
        .selectFrom('work')
        .select(columns)
        .where('person', '=', person.id)
        .orderBy('id', 'desc')
        .limit(20)
        .execute()
      return { items }
    },
  )

  app.get('/api/work/:id', { schema: { tags, params, response: one } }, async (request) => {
    const found = await engine.db
      .selectFrom('work')
      .select(columns)
      .where('id', '=', (request.params as { id: string }).id)
      .where('person', '=', me(request).person.id)
      .executeTakeFirst()
    if (!found) throw notFound()
    return found
  })

  app.post(
    '/api/work/:id/stop',
    { schema: { tags, params, body: z.strictObject({}), response: one } },
    async (request) => {
      const { person } = me(request)
      const { id } = request.params as { id: string }
      return engine.inTx(person, async (tx) => {
        // What has not begun is over at once; what runs stops at its next step.
        const asked = await tx.db
          .updateTable('work')
          .set({
            stopAsked: sql`ended_at is null`,
            state: sql`case state when 'queued' then 'stopped' else state end`,
            endedAt: sql`case state when 'queued' then ${tx.now}::timestamptz else ended_at end`,
          })
          .where('id', '=', id)
          .where('person', '=', person.id)
          .returning(columns)
          .executeTakeFirst()
        if (!asked) throw notFound()
        await tellPerson(tx.db, { person: person.id, record: 'work', id })
        return asked
      })
    },
  )
}
