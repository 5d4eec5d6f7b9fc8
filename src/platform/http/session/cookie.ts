import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Visitor } from '../../auth/session.ts'
import type { Engine } from '../../engine.ts'
import { cookieName, placeOf } from '../gate.ts'

export const seen = (request: FastifyRequest): Visitor => ({
  ip: request.ip,
  agent: request.headers['user-agent'] ?? '',
})

/** Scripts and other sites cannot use it, and where browsers come by TLS it never goes without. */
export function setCookie(engine: Engine, request: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = placeOf(engine, request).origin.startsWith('https:')
  reply.setCookie(cookieName, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 7 * 86_400 })
}
