import type { Engine } from '../engine.ts'
import type { Proof } from '../tx.ts'
import type { Way } from './session.ts'

/** By what an account can prove presence, the quickest last. */
export async function proofsOf(engine: Engine, account: string): Promise<Proof['method'][]> {
  const { password, codes, passkeys } = await factorsOf(engine, account)
  return [
    ...(password ? ['password' as const] : []),
    ...(codes ? ['totp' as const] : []),
    ...(passkeys > 0 ? ['passkey' as const] : []),
  ]
}

export interface Factors {
  /** A password of ours, or the directory's. */
  readonly password: boolean
  readonly codes: boolean
  readonly passkeys: number
}

/** What the account has beside nothing. */
export async function factorsOf({ db, signIn }: Engine, account: string): Promise<Factors> {
  const found = await db
    .selectFrom('account')
    .select((eb) => [
      eb('passwordHash', 'is not', null).as('own'),
      eb('totpSecret', 'is not', null).as('codes'),
      eb
        .exists(
          eb
            .selectFrom('identity')
            .select('subject')
            .whereRef('account', '=', 'account.id')
            .where('provider', '=', 'ldap'),
        )
        .as('directory'),
      eb
        .selectFrom('passkey')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('account', '=', 'account.id')
        .as('passkeys'),
    ])
    .where('id', '=', account)
    .executeTakeFirstOrThrow()
  const { own, codes, directory, passkeys } = found
  return {
    password: Boolean(own) || (Boolean(directory) && signIn.ldap !== undefined),
    codes: Boolean(codes),
    passkeys: Number(passkeys ?? 0),
  }
}

/** Came they in by one factor where a role of theirs wants two? The firm's own sign-in asks for what the firm wants. */
export async function lacksSecondFactor(engine: Engine, person: string, account: string, way: Way): Promise<boolean> {
  if (way !== 'password' && way !== 'directory') return false
  if (!(await engine.directory.wantsSecondFactor(engine.db, person))) return false
  const { codes, passkeys } = await factorsOf(engine, account)
  return !codes && passkeys === 0
}
