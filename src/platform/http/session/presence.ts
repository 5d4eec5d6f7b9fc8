import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../../record/problem.ts'
import { signatureSchema } from '../../../record/schema.ts'
import { proofsOf } from '../../auth/factors.ts'
import { type Given, proveAgain } from '../../auth/prove.ts'
import type { SignedIn } from '../../auth/session.ts'
import type { Engine } from '../../engine.ts'
import { fromOf, me } from '../gate.ts'

/** With what a person proves that a change of how they sign in is theirs; whoever has nothing yet leaves it out. */
export const presenceSchema = z.strictObject({ signature: signatureSchema.optional() })

const freshMs = 10 * 60_000

/**
 * The person, present again: what a stolen session alone cannot do. An account without any proof of its own (it comes by the
 * firm's sign-in) has one in a session that was opened within ten minutes.
 */
export async function present(
  engine: Engine,
  request: FastifyRequest,
  signature: Given | undefined,
): Promise<SignedIn> {
  const who = me(request)
  if (signature) {
    await proveAgain(engine, who, signature, fromOf(engine, request), { to: 'account' })
    return who
  }
  const { by } = who
  const age = by.kind === 'session' ? Date.parse(engine.clock.now()) - Date.parse(by.since) : Number.POSITIVE_INFINITY
  if (age <= freshMs && (await proofsOf(engine, who.account)).length === 0) return who
  throw new Refusal('wrong-signature', [
    '请先证明是您本人;若您没有密码,请重新登录后在十分钟内再试。',
    'Prove first that it is you; without a password, sign in anew and try again within ten minutes.',
  ])
}
