import { Refusal } from '../../record/problem.ts'
import type { Tx } from '../tx.ts'
import { hashPassword } from './password.ts'

export interface NewAccount {
  readonly person: string
  readonly login: string
  readonly password: string
  /** Demo accounts keep the server on loopback. */
  readonly demo?: boolean
}

/** Creates a way to sign in for a person, journalled on the person; refuses `duplicate` when the login is taken. */
export async function createAccount(tx: Tx, { person, login, password, demo = false }: NewAccount): Promise<void> {
  const made = await tx.db
    .insertInto('account')
    .values({
      id: tx.newId(),
      person,
      login,
      demo,
      createdAt: tx.now,
      passwordHash: await hashPassword(password),
      totpSecret: null,
      totpStep: null,
      disabledAt: null,
    })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) {
    const text = ['这个登录名已被占用。', 'This login is taken.'] as const
    throw new Refusal('duplicate', text, [{ path: 'login', code: 'duplicate', text }])
  }
  await tx.journal(tx.directory, person, 'give-account', { login: [null, login] })
}

/** Whoever leaves can no longer come in: accounts, sessions and tokens all end in this transaction. */
export async function disableAccounts(tx: Tx, person: string): Promise<void> {
  const accounts = tx.db.selectFrom('account').select('id').where('person', '=', person)
  await tx.db.deleteFrom('session').where('account', 'in', accounts).execute()
  await tx.db.updateTable('apiToken').set({ revokedAt: tx.now }).where('account', 'in', accounts).execute()
  await tx.db.updateTable('account').set({ disabledAt: tx.now }).where('person', '=', person).execute()
}
