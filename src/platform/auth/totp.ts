import { Secret, TOTP } from 'otpauth'
import type { Engine } from '../engine.ts'

const periodSeconds = 30

/** RFC 6238 as authenticator apps expect it: SHA-1, six digits, thirty seconds. */
export const totpOf = (secret: string, login: string): TOTP =>
  new TOTP({ issuer: 'Touchstone', label: login, secret: Secret.fromBase32(secret), period: periodSeconds })

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** The time step to which a code belongs, one period either way; null when it fits none. */
export function stepOf(secret: string, login: string, code: string, now: string): number | null {
  const timestamp = Date.parse(now)
  const delta = totpOf(secret, login).validate({ token: code, timestamp, window: 1 })
  return delta === null ? null : Math.floor(timestamp / 1000 / periodSeconds) + delta
}

/** Checks a code and uses it up: a code, and any before it, serves once. */
export async function takeCode(
  engine: Engine,
  account: { id: string; login: string; totpSecret: string | null },
  code: string,
): Promise<boolean> {
  if (account.totpSecret === null) return false
  const step = stepOf(account.totpSecret, account.login, code, engine.clock.now())
  if (step === null) return false
  const used = await engine.db
    .updateTable('account')
    .set({ totpStep: step })
    .where('id', '=', account.id)
    .where((eb) => eb.or([eb('totpStep', 'is', null), eb('totpStep', '<', step)]))
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}
