import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../../record/problem.ts'
import { type Lang, langOf } from '../../record/words.ts'
import { rememberKnown } from '../auth/known.ts'
import type { Place } from '../auth/passkey.ts'
import type { From } from '../auth/prove.ts'
import { meter } from '../auth/rate.ts'
import { askedOf, scopeAllows } from '../auth/scope.ts'
import type { SignedIn } from '../auth/session.ts'
import type { Engine } from '../engine.ts'

export const cookieName = 'touchstone'

declare module 'fastify' {
  interface FastifyRequest {
    lang: Lang
    signedIn: SignedIn | null
  }
  interface FastifyContextConfig {
    /** Answers without a sign-in. Everything else under /api wants one. */
    open?: boolean
    /** Answers a session only, never a token: what guards a person's own sign-in. */
    personal?: boolean
    /** Answers a token of whatever scope. */
    anyScope?: boolean
    /** The record that a token must reach, where the address does not name it. */
    about?: string
    /** Answers also a session that still lacks the second factor its role wants. */
    enrolling?: boolean
    /** Takes files, as `multipart/form-data`; every other route takes JSON. */
    multipart?: boolean
  }
}

/** Who is asking, in what language, and whether a browser was tricked into asking: settled before any route. */
export function installGate(app: FastifyInstance, engine: Engine, requests: () => number): void {
  const known = rememberKnown(engine)
  const wait = meter(requests)
  app.decorateRequest('lang', 'zh')
  app.decorateRequest('signedIn', null)
  app.addHook('onRequest', async (request) => {
    request.lang = langOf(request.headers['accept-language'])
    // By the route that was found, where there is one: an address may be written in several ways.
    if (!(request.routeOptions.url ?? request.url).startsWith('/api/')) return
    const bearer = bearerOf(request)
    const cookie = request.cookies[cookieName]
    if (!bearer) refuseCrossOrigin(request)
    request.signedIn = bearer ? await known.byToken(bearer) : cookie ? await known.bySession(cookie) : null
    if (request.signedIn && !request.headers['accept-language']) request.lang = request.signedIn.person.lang
    refuseTooMany(wait(request.signedIn?.by.id ?? request.ip, performance.now()))
    if (!request.signedIn && request.routeOptions.url && !request.routeOptions.config.open) {
      throw new Refusal('not-signed-in', ['请先登录。', 'Sign in first.'])
    }
    if (request.signedIn) refuseBeyond(engine, request.signedIn, request)
  })
}

export const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]

function refuseTooMany(seconds: number): void {
  if (seconds === 0) return
  const text = [`请求过于频繁,请 ${seconds} 秒后再试。`, `Too many requests; wait ${seconds} s.`] as const
  throw new Refusal('too-many-requests', text, [], { retryAfter: seconds })
}

/** A token does what its scope says and never touches how its person signs in; whoever lacks a second factor sets one up first. */
function refuseBeyond(engine: Engine, { by, mustEnrol }: SignedIn, { method, routeOptions }: FastifyRequest): void {
  const { open, personal, anyScope, enrolling, about } = routeOptions.config
  if (open || routeOptions.url === undefined) return
  if (by.kind === 'token') {
    if (!personal && (anyScope || scopeAllows(by.scope, askedOf(engine.registry, method, routeOptions.url, about))))
      return
    throw new Refusal('not-allowed', ['这个令牌的范围不包括此操作。', 'The scope of this token does not reach so far.'])
  }
  if (!mustEnrol || enrolling) return
  throw new Refusal('not-allowed', [
    '您的角色要求双重验证:请先在「我的账号」中启用一次性口令或通行密钥。',
    'Your role wants two factors: first set up one-time codes or a passkey under My account.',
  ])
}

/** Where the browser says it is, or where the settings say it must be. */
export function placeOf({ signIn }: Engine, request: FastifyRequest): Place {
  const { origin, hostname } = new URL(signIn.address ?? `${request.protocol}://${request.host}`)
  return { origin, host: hostname }
}

export const fromOf = (engine: Engine, request: FastifyRequest): From => ({
  ip: request.ip,
  place: placeOf(engine, request),
})

/**
 * A changing request from a browser must come from our own pages. Browsers say so themselves in Sec-Fetch-Site, older
 * ones in Origin; a program that sends neither cannot be tricked by a page. (The algorithm of Go's CrossOriginProtection.)
 */
function refuseCrossOrigin(request: FastifyRequest): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
  const site = request.headers['sec-fetch-site']
  if (site === 'same-origin' || site === 'none') return
  const { origin } = request.headers
  if (site === undefined && (origin === undefined || hostOf(origin) === request.headers.host)) return
  throw new Refusal('cross-origin', [
    '请求来自别的网站,已拒绝。',
    'The request came from another site and was refused.',
  ])
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

/** The person at work, for routes that want a sign-in. */
export function me(request: FastifyRequest): SignedIn {
  if (!request.signedIn) throw new Refusal('not-signed-in', ['请先登录。', 'Sign in first.'])
  return request.signedIn
}
