import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { beginFirmSignIn, endFirmSignIn } from '../../auth/oidc.ts'
import type { Engine } from '../../engine.ts'
import { placeOf } from '../gate.ts'
import { problemSchema } from '../problems.ts'
import { seen, setCookie } from './cookie.ts'

/** Binds a visit to the provider to the browser that began it. */
const visitCookie = 'touchstone-firm'
const path = '/api/session/firm'

const tags = ['Session']
const answers = { '4xx': problemSchema, 503: problemSchema }

/** Signing in with the firm's own account (OpenID Connect, authorization code with PKCE). */
export function firmRoutes(app: FastifyInstance, engine: Engine): void {
  const begin = z.strictObject({ to: z.string().max(2000).default('/') })
  const begun = z.object({ address: z.string() })
  app.post(
    path,
    { schema: { tags, body: begin, response: { 200: begun, ...answers } }, config: { open: true } },
    async (request, reply) => {
      const { origin } = placeOf(engine, request)
      const { to } = request.body as z.output<typeof begin>
      const { address, state } = await beginFirmSignIn(engine, origin, to)
      const secure = origin.startsWith('https:')
      reply.setCookie(visitCookie, state, { path, httpOnly: true, sameSite: 'strict', secure, maxAge: 600 })
      return { address }
    },
  )

  const end = z.strictObject({ query: z.string().max(4000) })
  const ended = z.object({ to: z.string() })
  app.post(
    `${path}/back`,
    { schema: { tags, body: end, response: { 200: ended, ...answers } }, config: { open: true } },
    async (request, reply) => {
      const { origin } = placeOf(engine, request)
      const { query } = request.body as z.output<typeof end>
      const state = request.cookies[visitCookie]
      reply.clearCookie(visitCookie, { path })
      const { token, to } = await endFirmSignIn(engine, { origin, query, state }, seen(request))
      setCookie(engine, request, reply, token)
      return { to }
    },
  )
}
