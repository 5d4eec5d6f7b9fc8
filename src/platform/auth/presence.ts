import { randomBytes } from 'node:crypto'
import type { AnyRecord, AnyRow } from '../../record/record.ts'
import type { Engine } from '../engine.ts'
import { canonical, digestOf } from '../write/canonical.ts'
import { digestOfShown, shownOf } from '../write/shown.ts'
import { optionsToAnswer, type Place } from './passkey.ts'
import { keepStep, takeStep } from './step.ts'

/** To what a person's presence is proved: one act on one record as it stands before them, or their own account. */
export type About =
  | {
      readonly to: 'sign'
      readonly record: string
      readonly id: string
      readonly verb: string
      readonly version: number
      /** Of what is shown, in hexadecimal. */
      readonly digest: string
    }
  | { readonly to: 'account' | 'sign-in' }

/** To this verb on this row as it stands. */
export const toSign = (record: AnyRecord, row: AnyRow, verb: string): About & { to: 'sign' } => ({
  to: 'sign',
  record: record.name,
  id: row.id,
  verb,
  version: row.version,
  digest: digestOfShown(shownOf(row)).toString('hex'),
})

/**
 * The challenge is itself a digest over what is signed: what the authenticator signs names the record, the verb, the
 * version and the content, and can be checked by whoever has the nonce.
 */
const challengeOf = (about: About, nonce: string): Buffer => digestOf(canonical(about), nonce)

/** What a browser needs to prove presence with a passkey of this account, for this and nothing else, once. */
export async function optionsForPresence(engine: Engine, place: Place, account: string, about: About) {
  const nonce = randomBytes(32).toString('base64url')
  const challenge = challengeOf(about, nonce)
  await keepStep(engine, 'presence', { account, content: { nonce } }, challenge.toString('base64url'))
  return optionsToAnswer(engine, place, account, challenge)
}

/** Uses a challenge up; its nonce when it was made for this account and exactly this, else null. */
export async function takePresence(
  engine: Engine,
  account: string,
  about: About,
  challenge: string,
): Promise<string | null> {
  const step = await takeStep<{ nonce: string }>(engine, 'presence', challenge)
  if (step?.account !== account) return null
  const { nonce } = step.content
  return challengeOf(about, nonce).toString('base64url') === challenge ? nonce : null
}
