import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { Refusal } from '../../record/problem.ts'
import type { Engine } from '../engine.ts'
import type { Proof } from '../tx.ts'
import { checkInDirectory } from './ldap.ts'
import { answeredBy, type Evidence, type Place } from './passkey.ts'
import { passwordFits } from './password.ts'
import { type About, takePresence } from './presence.ts'
import type { SignedIn } from './session.ts'
import { takeCode } from './totp.ts'
import { countTry, forgiveTry } from './tries.ts'

/** What a person gives to prove that it is them: one of these. */
export interface Given {
  readonly password?: string | undefined
  readonly code?: string | undefined
  readonly passkey?: object | undefined
}

/** Where and from whom: an address for counting, a place for passkeys. */
export interface From {
  readonly ip: string
  readonly place: Place
}

type Held = Pick<Proof, 'method' | 'evidence'>

/**
 * Proves presence again, for one purpose, by password, one-time code or passkey. A wrong proof is refused
 * `wrong-signature` and counts as a failed sign-in; a one-time code and a passkey's challenge serve once.
 */
export async function proveAgain(engine: Engine, me: SignedIn, given: Given, from: From, about: About): Promise<Proof> {
  const failure = await countTry(engine, me.login, from.ip)
  const held = await proofOf(engine, me.account, given, from.place, about)
  if (held) {
    await forgiveTry(engine, failure)
    return { person: me.person.id, ...held }
  }
  throw new Refusal('wrong-signature', [
    '未通过:密码、一次性口令或通行密钥不对。',
    'Not accepted: the password, code or passkey is wrong.',
  ])
}

/** By what of what is given this account is proved; null when by nothing. */
export async function proofOf(
  engine: Engine,
  id: string,
  { password, code, passkey }: Given,
  place: Place,
  about: About,
): Promise<Held | null> {
  const account = await engine.db
    .selectFrom('account')
    .select(['id', 'login', 'passwordHash', 'totpSecret'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (password !== undefined && (await passwordHolds(engine, account, password))) return { method: 'password' }
  if (code !== undefined && (await takeCode(engine, account, code))) return { method: 'totp' }
  if (passkey !== undefined) {
    const evidence = await passkeyHolds(engine, id, passkey as AuthenticationResponseJSON, place, about)
    if (evidence) return { method: 'passkey', evidence }
  }
  return null
}

/** Ours, or where there is none of ours the directory's, asked by its own id. */
async function passwordHolds(
  engine: Engine,
  account: { id: string; passwordHash: string | null },
  password: string,
): Promise<boolean> {
  const { ldap } = engine.signIn
  if (account.passwordHash !== null || !ldap) return passwordFits(account.passwordHash ?? undefined, password)
  const identity = await engine.db
    .selectFrom('identity')
    .select('subject')
    .where('account', '=', account.id)
    .where('provider', '=', 'ldap')
    .executeTakeFirst()
  return identity !== undefined && (await checkInDirectory(ldap, { id: identity.subject }, password)) !== null
}

async function passkeyHolds(
  engine: Engine,
  account: string,
  answer: AuthenticationResponseJSON,
  place: Place,
  about: About,
): Promise<(Evidence & { nonce: string }) | null> {
  let nonce: string | null = null
  const answered = await answeredBy(engine, place, answer, async (challenge, whose) => {
    nonce = whose === account ? await takePresence(engine, account, about, challenge) : null
    return nonce !== null
  })
  return answered && nonce !== null ? { ...answered.evidence, nonce } : null
}
