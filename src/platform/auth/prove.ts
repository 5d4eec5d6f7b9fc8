import { Secret, TOTP } from 'otpauth'
import { Refusal } from '../../record/problem.ts'
import type { Engine } from '../engine.ts'
import type { Proof } from '../tx.ts'
import { passwordFits } from './password.ts'
import { refuseTooManyTries, type SignedIn } from './session.ts'

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
  await refuseTooManyTries(engine, me.login, ip)
  const account = await engine.db
    .selectFrom('account')
    .select(['passwordHash', 'totpSecret'])
    .where('id', '=', me.account)
    .executeTakeFirstOrThrow()
  if (given.password !== undefined && (await passwordFits(account.passwordHash, given.password))) {
    return { person: me.person.id, method: 'password' }
  }
  if (given.code !== undefined && account.totpSecret && (await takeCode(engine, me, account.totpSecret, given.code))) {
    return { person: me.person.id, method: 'totp' }
  }
  await engine.db.insertInto('signInFailure').values({ at: engine.clock.now(), login: me.login, ip }).execute()
  throw new Refusal('wrong-signature', [
    '签字未通过:密码或一次性口令不对。',
    'Not signed: the password or code is wrong.',
  ])
}

/** Checks a code within one period either way, and uses it up. */
async function takeCode(engine: Engine, me: SignedIn, secret: string, code: string): Promise<boolean> {
  const at = Date.parse(engine.clock.now())
  const delta = totpOf(secret, me.login).validate({ token: code, timestamp: at, window: 1 })
  if (delta === null) return false
  const step = Math.floor(at / 1000 / periodSeconds) + delta
  const used = await engine.db
    .updateTable('account')
    .set({ totpStep: step })
    .where('id', '=', me.account)
    .where((eb) => eb.or([eb('totpStep', 'is', null), eb('totpStep', '<', step)]))
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}
