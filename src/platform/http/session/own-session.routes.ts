import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { endOtherSessions, endOwnSession, listSessions } from '../../auth/session.ts'
import type { Engine } from '../../engine.ts'
import { me } from '../gate.ts'
import { answers, personal, tags } from './account.routes.ts'

const sessionSchema = z.object({
  id: z.string(),
  way: z.string(),
  createdAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  ip: z.string(),
  agent: z.string(),
  current: z.boolean(),
})

/** A person's own sessions: where they are signed in, and ending them. */
export function ownSessionRoutes(app: FastifyInstance, engine: Engine): void {
  const list = z.object({ items: z.array(sessionSchema) })
  app.get(
    '/api/account/sessions',
    { schema: { tags, response: { 200: list, ...answers } }, config: personal },
    async (request) => ({ items: await listSessions(engine, me(request)) }),
  )

  const params = z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) })
  app.delete(
    '/api/account/sessions/:id',
    { schema: { tags, params, response: { 204: z.null(), ...answers } }, config: personal },
    async (request, reply) => {
      const who = me(request)
      await engine.inTx(who.person, (tx) => endOwnSession(tx, who, (request.params as { id: string }).id))
      return reply.code(204).send()
    },
  )

  const ended = z.object({ ended: z.int() })
  app.post(
    '/api/account/sessions/end-others',
    { schema: { tags, body: z.strictObject({}), response: { 200: ended, ...answers } }, config: personal },
    async (request) => {
      const who = me(request)
      return { ended: await engine.inTx(who.person, (tx) => endOtherSessions(tx, who)) }
    },
  )
}
