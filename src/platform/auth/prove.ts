import { Secret, TOTP } from 'otpauth'
import { Refusal } from '../../record/problem.ts'
import type { Engine } from '../engine.ts'
import type { Proof } from '../tx.ts'
import { passwordFits } from './password.ts'
import { countTry, forgiveTry, type SignedIn } from './session.ts'

const periodSeconds = 30

/** RFC 6238 as authenticator apps expect it: SHA-1, six digits, thirty seconds. */
export const totpOf = (secret: string, login: string): TOTP =>
  new TOTP({ issuer: 'Touchstone', label: login, secret: Secret.fromBase32(secret), period: periodSeconds })

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/**
 * Proves presence again for a signature, by password or one-time code. A wrong proof is refused `wrong-signature` and
 * counts as a failed sign-in; a one-time code serves once.
 */
export async function proveAgain(
  engine: Engine,
  me: SignedIn,
  given: { password?: string | undefined; code?: string | undefined },
  ip: string,
): Promise<Proof> {
  const failure = await countTry(engine, me.login, ip)
  const account = await engine.db
    .selectFrom('account')
    .select(['passwordHash', 'totpSecret'])
    .where('id', '=', me.account)
    .executeTakeFirstOrThrow()
  const { passwordHash, totpSecret } = account
  const method =
    given.password !== undefined && (await passwordFits(passwordHash, given.password))
      ? 'password'
      : given.code !== undefined && totpSecret && (await takeCode(engine, me, totpSecret, given.code))
        ? 'totp'
        : null
  if (method) {
    await forgiveTry(engine, failure)
    return { person: me.person.id, method }
  }
  throw new Refusal('wrong-signature', [
    '签字未通过:密码或一次性口令不对。',
    'Not signed: the password or code is wrong.',
  ])
}

/** The time step to which a code belongs, one period either way; null when it fits none. */
export function stepOf(secret: string, login: string, code: string, now: string): number | null {
  const timestamp = Date.parse(now)
  const delta = totpOf(secret, login).validate({ token: code, timestamp, window: 1 })
  return delta === null ? null : Math.floor(timestamp / 1000 / periodSeconds) + delta
}

/** Checks a code and uses it up. */
async function takeCode(engine: Engine, me: SignedIn, secret: string, code: string): Promise<boolean> {
  const step = stepOf(secret, me.login, code, engine.clock.now())
  if (step === null) return false
  const used = await engine.db
    .updateTable('account')
    .set({ totpStep: step })
    .where('id', '=', me.account)
    .where((eb) => eb.or([eb('totpStep', 'is', null), eb('totpStep', '<', step)]))
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}
