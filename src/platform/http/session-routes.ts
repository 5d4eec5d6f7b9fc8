import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { grantSchema } from '../../record/grant.ts'
import { Refusal } from '../../record/problem.ts'
import { newTotpSecret, proveAgain, stepOf, totpOf } from '../auth/prove.ts'
import { endSession, readSession, type SignedIn, signIn } from '../auth/session.ts'
import { createToken, listTokens, revokeToken } from '../auth/token.ts'
import type { Engine } from '../engine.ts'
import { cookieName, me } from './gate.ts'
import { problemSchema } from './problems.ts'

const sessionSchema = z.object({
  person: z.object({
    id: z.uuid(),
    name: z.string(),
    login: z.string(),
    roles: z.array(z.string()),
    team: z.uuid().nullable(),
    department: z.uuid().nullable(),
    posts: z.array(z.uuid()),
    departments: z.array(z.uuid()),
    grants: z.array(grantSchema),
    lang: z.enum(['zh', 'en']),
  }),
  demo: z.boolean(),
})

const tokenSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
})

const describe = ({ person, login, demo }: SignedIn) => {
  const { kind: _kind, via: _via, ...rest } = person
  return { person: { ...rest, login } as z.output<typeof sessionSchema>['person'], demo }
}

/** Signing in and out, one's own tokens and one-time codes. */
export function sessionRoutes(app: FastifyInstance, engine: Engine): void {
  const tags = ['Session']
  const answers = { '4xx': problemSchema }
  const credentials = z.strictObject({ login: z.string().min(1).max(200), password: z.string().min(1).max(1000) })

  app.get('/api/session', { schema: { tags, response: { 200: sessionSchema, ...answers } } }, async (request) =>
    describe(me(request)),
  )

  const opening = {
    schema: { tags, body: credentials, response: { 200: sessionSchema, ...answers } },
    config: { open: true },
  }
  app.post('/api/session', opening, async (request, reply) => {
    const token = await signIn(engine, { ...(request.body as z.output<typeof credentials>), ...seen(request) })
    setCookie(request, reply, token)
    const signedIn = await readSession(engine, token)
    if (!signedIn)
      throw new Refusal('wrong-credentials', ['登录未成功,请重试。', 'Sign-in did not succeed; try again.'])
    return describe(signedIn)
  })

  app.delete(
    '/api/session',
    { schema: { tags, response: { 204: z.null() } }, config: { open: true } },
    async (request, reply) => {
      const token = request.cookies[cookieName]
      if (token) await endSession(engine, token)
      return reply.clearCookie(cookieName, { path: '/' }).code(204).send()
    },
  )

  const lang = z.strictObject({ lang: z.enum(['zh', 'en']) })
  app.put(
    '/api/session/lang',
    { schema: { tags, body: lang, response: { 204: z.null(), ...answers } } },
    async (request, reply) => {
      const { person } = me(request)
      await engine.inTx(person, (tx) =>
        tx.as('preferences').update(engine.directory.record, person.id, request.body as z.output<typeof lang>),
      )
      return reply.code(204).send()
    },
  )

  app.get(
    '/api/tokens',
    { schema: { tags, response: { 200: z.object({ items: z.array(tokenSchema) }), ...answers } } },
    async (request) => ({
      items: await listTokens(engine, me(request)),
    }),
  )

  const newToken = z.strictObject({ name: z.string().trim().min(1).max(80), days: z.int().min(1).max(366) })
  const made = z.object({ id: z.uuid(), name: z.string(), token: z.string(), expiresAt: z.iso.datetime() })
  app.post(
    '/api/tokens',
    { schema: { tags, body: newToken, response: { 201: made, ...answers } } },
    async (request, reply) => {
      const who = me(request)
      const token = await engine.inTx(who.person, (tx) =>
        createToken(tx, who, request.body as z.output<typeof newToken>),
      )
      return reply.code(201).send(token)
    },
  )

  const params = z.object({ id: z.uuid() })
  app.delete(
    '/api/tokens/:id',
    { schema: { tags, params, response: { 204: z.null(), ...answers } } },
    async (request, reply) => {
      const who = me(request)
      await engine.inTx(who.person, (tx) => revokeToken(tx, who, (request.params as { id: string }).id))
      return reply.code(204).send()
    },
  )

  oneTimeCodes(app, engine)
}

/** One-time codes are switched on by proving the password and then a first code. */
function oneTimeCodes(app: FastifyInstance, engine: Engine): void {
  const tags = ['Session']
  const answers = { '4xx': problemSchema }
  const begin = z.strictObject({ password: z.string().min(1).max(1000) })
  const secret = z.object({ secret: z.string(), uri: z.string() })
  app.post(
    '/api/session/totp',
    { schema: { tags, body: begin, response: { 200: secret, ...answers } } },
    async (request) => {
      const who = me(request)
      await proveAgain(engine, who, request.body as z.output<typeof begin>, request.ip)
      const made = newTotpSecret()
      return { secret: made, uri: totpOf(made, who.login).toString() }
    },
  )

  const confirm = z.strictObject({
    secret: z.string().regex(/^[A-Z2-7]{32}$/),
    code: z.string().regex(/^\d{6}$/),
    password: z.string(),
  })
  app.put(
    '/api/session/totp',
    { schema: { tags, body: confirm, response: { 204: z.null(), ...answers } } },
    async (request, reply) => {
      const who = me(request)
      const { secret: given, code, password } = request.body as z.output<typeof confirm>
      await proveAgain(engine, who, { password }, request.ip)
      // The step is kept: the code that switched codes on has served its once.
      const totpStep = stepOf(given, who.login, code, engine.clock.now())
      if (totpStep === null) throw new Refusal('wrong-signature', ['一次性口令不对。', 'The one-time code is wrong.'])
      await engine.inTx(who.person, async (tx) => {
        await tx.db.updateTable('account').set({ totpSecret: given, totpStep }).where('id', '=', who.account).execute()
        await tx.journal(engine.directory.record, who.person.id, 'switch-on-codes', { codes: [false, true] })
      })
      return reply.code(204).send()
    },
  )
}

const seen = (request: FastifyRequest) => ({ ip: request.ip, agent: request.headers['user-agent'] ?? '' })

function setCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = request.protocol === 'https'
  reply.setCookie(cookieName, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 7 * 86_400 })
}
