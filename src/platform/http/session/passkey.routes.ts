import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { addPasskey, optionsToAdd, removePasskey } from '../../auth/passkey.ts'
import type { Engine } from '../../engine.ts'
import { me, placeOf } from '../gate.ts'
import { answers, personal, tags } from './account.routes.ts'
import { presenceSchema, present } from './presence.ts'
import { optionsSchema } from './sign-in.routes.ts'

/** A person's own passkeys. */
export function passkeyRoutes(app: FastifyInstance, engine: Engine): void {
  app.post(
    '/api/account/passkeys/options',
    { schema: { tags, body: presenceSchema, response: { 200: optionsSchema, ...answers } }, config: personal },
    async (request) => {
      const who = await present(engine, request, (request.body as z.output<typeof presenceSchema>).signature)
      return { ...(await optionsToAdd(engine, who, placeOf(engine, request))) }
    },
  )

  const made = z.strictObject({
    name: z.string().trim().min(1).max(80),
    answer: z.looseObject({
      id: z.string().min(1).max(2000),
      rawId: z.string().max(2000),
      type: z.literal('public-key'),
      response: z.looseObject({ clientDataJSON: z.string().max(10_000), attestationObject: z.string().max(50_000) }),
      clientExtensionResults: z.looseObject({}).default({}),
    }),
  })
  app.post(
    '/api/account/passkeys',
    { schema: { tags, body: made, response: { 201: z.object({ id: z.uuid() }), ...answers } }, config: personal },
    async (request, reply) => {
      const { name, answer } = request.body as z.output<typeof made>
      const given = { name, answer: answer as unknown as RegistrationResponseJSON }
      const id = await addPasskey(engine, me(request), placeOf(engine, request), given)
      return reply.code(201).send({ id })
    },
  )

  const params = z.object({ id: z.uuid() })
  app.post(
    '/api/account/passkeys/:id/remove',
    { schema: { tags, params, body: presenceSchema, response: { 204: z.null(), ...answers } }, config: personal },
    async (request, reply) => {
      const { signature } = request.body as z.output<typeof presenceSchema>
      const who = await present(engine, request, signature)
      await engine.inTx(who.person, (tx) => removePasskey(tx, who, (request.params as { id: string }).id))
      return reply.code(204).send()
    },
  )
}
