import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { createToken, listTokens, revokeToken } from '../../auth/token.ts'
import type { Engine } from '../../engine.ts'
import { me } from '../gate.ts'
import { answers } from './account.routes.ts'

const tags = ['Tokens']
const personal = { personal: true }

const tokenSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  scope: z.array(z.string()),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
})

/** A person's own API tokens. A token makes no token: else it would outlive its end and outgrow its scope. */
export function tokenRoutes(app: FastifyInstance, engine: Engine): void {
  const list = z.object({ items: z.array(tokenSchema) })
  app.get(
    '/api/tokens',
    { schema: { tags, response: { 200: list, ...answers } }, config: personal },
    async (request) => ({ items: await listTokens(engine, me(request)) }),
  )

  const wanted = z.strictObject({
    name: z.string().trim().min(1).max(80),
    days: z.int().min(1).max(366),
    scope: z.array(z.string().max(80)).min(1).max(100),
  })
  const made = tokenSchema.omit({ createdAt: true, lastUsedAt: true }).extend({ token: z.string() })
  app.post(
    '/api/tokens',
    { schema: { tags, body: wanted, response: { 201: made, ...answers } }, config: personal },
    async (request, reply) => {
      const who = me(request)
      const given = request.body as z.output<typeof wanted>
      const token = await engine.inTx(who.person, (tx) => createToken(tx, who, given))
      return reply.code(201).send(token)
    },
  )

  const params = z.object({ id: z.uuid() })
  app.delete(
    '/api/tokens/:id',
    { schema: { tags, params, response: { 204: z.null(), ...answers } }, config: personal },
    async (request, reply) => {
      const who = me(request)
      await engine.inTx(who.person, (tx) => revokeToken(tx, who, (request.params as { id: string }).id))
      return reply.code(204).send()
    },
  )
}
