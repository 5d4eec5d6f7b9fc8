import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { find } from '../read/find.ts'
import { me } from './gate.ts'
import { problemSchema } from './problems.ts'

const querystring = z.strictObject({
  q: z.string().trim().min(1).max(200),
  limit: z.coerce.number().int().min(1).max(20).default(5),
})

const foundSchema = z.object({
  record: z.string(),
  id: z.uuid(),
  number: z.string(),
  label: z.string(),
  state: z.string(),
  rank: z.int(),
})

const response = {
  200: z.object({
    groups: z.array(
      z.object({
        record: z.string(),
        items: z.array(foundSchema),
        count: z.object({ value: z.int(), atLeast: z.boolean() }),
      }),
    ),
  }),
  '4xx': problemSchema,
}

/** One search over all records that one may read. */
export function searchRoute(app: FastifyInstance, engine: Engine): void {
  const summary = 'Searches every record that one may read, grouped, the nearest first'
  app.get('/api/search', { schema: { tags: ['Search'], summary, querystring, response } }, async (request) => {
    const { q, limit } = request.query as z.output<typeof querystring>
    return { groups: await find(engine.db, engine.registry, me(request).person, q, limit) }
  })
}
