import { Refusal } from '../../record/problem.ts'
import type { Engine } from '../engine.ts'
import type { Tx } from '../tx.ts'
import { newAccountId } from './account.ts'

/** Somebody as another place knows them: `provider` is `ldap` or an OIDC issuer, `subject` that place's own immutable id. */
export interface Identity {
  readonly provider: string
  readonly subject: string
}

/** The account behind an identity, noting that it was used; null when nobody was linked to it. */
export async function accountOf({ db, clock }: Engine, { provider, subject }: Identity): Promise<string | null> {
  const found = await db
    .updateTable('identity')
    .set({ lastUsedAt: clock.now() })
    .where('provider', '=', provider)
    .where('subject', '=', subject)
    .returning('account')
    .executeTakeFirst()
  return found?.account ?? null
}

/**
 * Links an identity to a person: to the first of their enabled accounts, or to a new one without a password of ours.
 * Journalled on the person; refuses `duplicate` when it is linked already.
 */
export async function linkIdentity(
  tx: Tx,
  person: string,
  identity: Identity,
  wish: string | null,
): Promise<{ account: string; login: string }> {
  const known = await tx.db
    .selectFrom('account')
    .select(['id', 'login'])
    .where('person', '=', person)
    .where('disabledAt', 'is', null)
    .orderBy('createdAt')
    .limit(1)
    .executeTakeFirst()
  const { id: account, login } = known ?? (await newAccountId(tx, person, wish))
  const linked = await tx.db
    .insertInto('identity')
    .values({ ...identity, account, createdAt: tx.now, lastUsedAt: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (linked.numInsertedOrUpdatedRows === 0n) {
    throw new Refusal('duplicate', ['这个单位账号已关联到他人。', 'This firm account is linked already.'])
  }
  await tx.journal(tx.directory, person, 'link-identity', {
    identity: [null, `${identity.provider} ${identity.subject}`],
  })
  return { account, login }
}
