import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { grantSchema } from '../../../record/grant.ts'
import { Refusal } from '../../../record/problem.ts'
import { passkeyAnswerSchema } from '../../../record/schema.ts'
import { proofsOf } from '../../auth/factors.ts'
import { firmSignOut } from '../../auth/oidc.ts'
import type { answeredBy } from '../../auth/passkey.ts'
import { optionsForPresence } from '../../auth/presence.ts'
import { endSession, readSession, type SignedIn } from '../../auth/session.ts'
import { optionsToSignIn, signIn, signInByPasskey, signInSecond } from '../../auth/sign-in.ts'
import type { Engine } from '../../engine.ts'
import { firmName } from '../../settings/house.ts'
import { cookieName, me, placeOf } from '../gate.ts'
import { problemSchema } from '../problems.ts'
import { seen, setCookie } from './cookie.ts'

type Answer = Parameters<typeof answeredBy>[2]

export const sessionSchema = z.object({
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
  /** By what they can prove presence when they sign. */
  proofs: z.array(z.enum(['password', 'totp', 'passkey'])),
  /** Nothing but their own account is open to them until they have a second factor. */
  mustEnrol: z.boolean(),
})

/** What a browser's WebAuthn is handed as it is. */
export const optionsSchema = z.looseObject({ challenge: z.string() })

const halfSchema = z.object({
  ticket: z.string(),
  codes: z.boolean(),
  passkey: optionsSchema.nullable(),
})

const tags = ['Session']
const answers = { '4xx': problemSchema, 503: problemSchema }

/** Signing in by password, with a second step where one is wanted, or by passkey; who one is; signing out. */
export function signInRoutes(app: FastifyInstance, engine: Engine): void {
  const open = { open: true }

  const ways = z.object({ house: z.string(), directory: z.boolean(), firm: z.string().nullable() })
  app.get('/api/session/ways', { schema: { tags, response: { 200: ways } }, config: open }, async () => ({
    house: engine.settings.get(firmName),
    directory: engine.signIn.ldap !== undefined,
    firm: engine.signIn.oidc?.name ?? null,
  }))

  const whole = {
    schema: { tags, response: { 200: sessionSchema, ...answers } },
    config: { anyScope: true, enrolling: true },
  }
  app.get('/api/session', whole, async (request) => describe(engine, me(request)))

  const credentials = z.strictObject({ login: z.string().min(1).max(200), password: z.string().min(1).max(1000) })
  app.post(
    '/api/session',
    {
      schema: { tags, body: credentials, response: { 200: sessionSchema, 202: halfSchema, ...answers } },
      config: open,
    },
    async (request, reply) => {
      const entered = await signIn(engine, request.body as z.output<typeof credentials>, seen(request))
      if ('token' in entered) return enter(engine, request, reply, entered.token)
      const { ticket, account, codes, passkeys } = entered
      const place = placeOf(engine, request)
      const passkey = passkeys ? await optionsForPresence(engine, place, account, { to: 'sign-in' }) : null
      return reply.code(202).send({ ticket, codes, passkey })
    },
  )

  const second = z
    .strictObject({
      ticket: z.string().max(100),
      code: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
      recovery: z.string().min(1).max(40).optional(),
      passkey: passkeyAnswerSchema.optional(),
    })
    .refine(({ code, recovery, passkey }) => [code, recovery, passkey].filter(Boolean).length === 1, {
      error: 'code, recovery or passkey',
    })
  app.post(
    '/api/session/second',
    { schema: { tags, body: second, response: { 200: sessionSchema, ...answers } }, config: open },
    async (request, reply) => {
      const { ticket, ...given } = request.body as z.output<typeof second>
      const token = await signInSecond(engine, ticket, given, placeOf(engine, request), seen(request))
      return enter(engine, request, reply, token)
    },
  )

  app.post(
    '/api/session/passkey/options',
    { schema: { tags, body: z.strictObject({}), response: { 200: optionsSchema, ...answers } }, config: open },
    async (request) => ({ ...(await optionsToSignIn(engine, placeOf(engine, request))) }),
  )

  const byPasskey = z.strictObject({ passkey: passkeyAnswerSchema })
  app.post(
    '/api/session/passkey',
    { schema: { tags, body: byPasskey, response: { 200: sessionSchema, ...answers } }, config: open },
    async (request, reply) => {
      const { passkey } = request.body as z.output<typeof byPasskey>
      const token = await signInByPasskey(engine, passkey as Answer, placeOf(engine, request), seen(request))
      return enter(engine, request, reply, token)
    },
  )

  // Whoever came by the firm's sign-in is told where that ends too: else the next person at this desk would be let in.
  const onward = z.object({ address: z.string() })
  app.delete(
    '/api/session',
    { schema: { tags, response: { 200: onward, 204: z.null() } }, config: open },
    async (request, reply) => {
      const token = request.cookies[cookieName]
      const way = token ? await endSession(engine, token) : null
      reply.clearCookie(cookieName, { path: '/' })
      const address = way === 'firm' ? await firmSignOut(engine, placeOf(engine, request).origin) : null
      return address ? { address } : reply.code(204).send()
    },
  )

  const lang = z.strictObject({ lang: z.enum(['zh', 'en']) })
  app.put(
    '/api/session/lang',
    { schema: { tags, body: lang, response: { 204: z.null(), ...answers } }, config: { enrolling: true } },
    async (request, reply) => {
      const { person } = me(request)
      await engine.inTx(person, (tx) =>
        tx.as('preferences').update(engine.directory.record, person.id, request.body as z.output<typeof lang>),
      )
      return reply.code(204).send()
    },
  )
}

/** Hands the session's secret to the browser, and says who came in. */
export async function enter(engine: Engine, request: FastifyRequest, reply: FastifyReply, token: string) {
  const signedIn = await readSession(engine, token)
  if (!signedIn) {
    throw new Refusal('wrong-credentials', ['登录未成功,请重试。', 'Sign-in did not succeed; try again.'])
  }
  setCookie(engine, request, reply, token)
  return describe(engine, signedIn)
}

async function describe(engine: Engine, { account, person, login, demo, mustEnrol }: SignedIn) {
  const { kind: _kind, via: _via, today: _today, ...rest } = person
  return {
    person: { ...rest, login } as z.output<typeof sessionSchema>['person'],
    demo,
    proofs: await proofsOf(engine, account),
    mustEnrol,
  }
}
