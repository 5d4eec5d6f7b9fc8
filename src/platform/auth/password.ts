import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import { fault, invalid } from '../../record/problem.ts'
import { passwordLength } from '../settings/house.ts'
import type { Settings } from '../settings/settings.ts'

// argon2id (the library's default) with the memory and time that OWASP's password storage sheet names: 19 MiB, 2 passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

/** A password to be set, as far as its form tells. */
export const newPasswordSchema = z
  .string()
  .min(passwordLength.least ?? 1)
  .max(1000)

/** Refuses `invalid` where a password to be set is shorter than the firm wants. */
export function demandGoodPassword(settings: Settings, password: string): void {
  const least = settings.get(passwordLength)
  if (password.length >= least) return
  throw invalid([fault('password', 'too-small', `至少 ${least} 个字符。`, `At least ${least} characters.`)])
}

let decoy: Promise<string> | undefined

/** Does the password fit? An account that is not there takes as long to refuse as one that is. */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const fits = await verify(stored ?? (await decoy), password)
  return stored !== undefined && fits
}
