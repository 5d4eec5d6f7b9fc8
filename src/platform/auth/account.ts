import { Refusal } from '../../record/problem.ts'
import type { Tx } from '../tx.ts'
import { demandGoodPassword, hashPassword } from './password.ts'

export interface NewAccount {
  readonly person: string
  readonly login: string
  readonly password: string
  /** Demo accounts keep the server on loopback. */
  readonly demo?: boolean
}

/**
 * Creates a way to sign in for a person, journalled on the person; refuses `duplicate` when the login is taken, and
 * `invalid` when the password is too short.
 */
export async function createAccount(tx: Tx, { person, login, password, demo = false }: NewAccount): Promise<void> {
  demandGoodPassword(tx.settings, password)
  const id = await insert(tx, { person, login, demo, passwordHash: await hashPassword(password) })
  if (!id) {
    const text = ['这个登录名已被占用。', 'This login is taken.'] as const
    throw new Refusal('duplicate', text, [{ path: 'login', code: 'duplicate', text }])
  }
  await tx.journal(tx.directory, person, 'give-account', { login: [null, login] })
}

/** An account without a password of ours, for whoever comes in by the firm's; its login is what is free of what is wished. */
export async function newAccountId(
  tx: Tx,
  person: string,
  wish: string | null,
): Promise<{ id: string; login: string }> {
  const plain = (wish ?? '')
    .toLowerCase()
    .replace(/@.*$/, '')
    .replace(/[^a-z0-9._-]/g, '')
  const wished = /^[a-z0-9][a-z0-9._-]{1,50}$/.test(plain) ? plain : `p-${tx.newId().slice(-8)}`
  for (const login of [wished, `${wished}-${tx.newId().slice(-8)}`]) {
    const id = await insert(tx, { person, login, demo: false, passwordHash: null })
    if (!id) continue
    await tx.journal(tx.directory, person, 'give-account', { login: [null, login] })
    return { id, login }
  }
  throw new Error(`No free login for ${wished}`)
}

/** Whoever leaves can no longer come in: accounts, sessions, tokens, passkeys and what is half done end in this transaction. */
export async function disableAccounts(tx: Tx, person: string): Promise<void> {
  const accounts = tx.db.selectFrom('account').select('id').where('person', '=', person)
  await tx.db.deleteFrom('session').where('account', 'in', accounts).execute()
  await tx.db.deleteFrom('signInStep').where('account', 'in', accounts).execute()
  await tx.db.deleteFrom('passkey').where('account', 'in', accounts).execute()
  await tx.db.deleteFrom('recoveryCode').where('account', 'in', accounts).execute()
  await tx.db
    .updateTable('apiToken')
    .set({ revokedAt: tx.now })
    .where('account', 'in', accounts)
    .where('revokedAt', 'is', null)
    .execute()
  // Identities stay: whoever comes back to the directory is the same person, and until then their account lets nobody in.
  await tx.db
    .updateTable('account')
    .set({ disabledAt: tx.now, totpSecret: null, totpStep: null })
    .where('person', '=', person)
    .where('disabledAt', 'is', null)
    .execute()
  await tx.notify('sign-in', {})
}

async function insert(
  tx: Tx,
  given: { person: string; login: string; demo: boolean; passwordHash: string | null },
): Promise<string | null> {
  const id = tx.newId()
  const made = await tx.db
    .insertInto('account')
    .values({ id, ...given, createdAt: tx.now, totpSecret: null, totpStep: null, disabledAt: null })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 0n ? null : id
}
