import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../../record/problem.ts'
import { type Lang, langOf } from '../../record/words.ts'
import { rememberKnown } from '../auth/known.ts'
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
    /** Takes files, as `multipart/form-data`; every other route takes JSON. */
    multipart?: boolean
  }
}

/** Who is asking, in what language, and whether a browser was tricked into asking: settled before any route. */
export function installGate(app: FastifyInstance, engine: Engine): void {
  const known = rememberKnown(engine)
  app.decorateRequest('lang', 'zh')
  app.decorateRequest('signedIn', null)
  app.addHook('onRequest', async (request) => {
    request.lang = langOf(request.headers['accept-language'])
    // By the route that was found, where there is one: an address may be written in several ways.
    if (!(request.routeOptions.url ?? request.url).startsWith('/api/')) return
    const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
    const cookie = request.cookies[cookieName]
    if (!bearer) refuseCrossOrigin(request)
    request.signedIn = bearer ? await known.byToken(bearer) : cookie ? await known.bySession(cookie) : null
    if (request.signedIn && !request.headers['accept-language']) request.lang = request.signedIn.person.lang
    if (!request.signedIn && request.routeOptions.url && !request.routeOptions.config.open) {
      throw new Refusal('not-signed-in', ['请先登录。', 'Sign in first.'])
    }
  })
}

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
