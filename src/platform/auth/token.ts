import { randomBytes } from 'node:crypto'
import { fault, invalid, notFound } from '../../record/problem.ts'
import type { Engine } from '../engine.ts'
import type { Tx } from '../tx.ts'
import { isScope } from './scope.ts'
import { digestOfToken, type SignedIn } from './session.ts'

const day = 86_400_000

/**
 * Makes a token for a person's own programs, which may do no more than its scope and end with its days; the secret is told
 * once and kept only as a digest. Refuses `invalid` for a scope that names no record.
 */
export async function createToken(
  tx: Tx,
  me: SignedIn,
  given: { name: string; days: number; scope: readonly string[] },
): Promise<{ id: string; name: string; token: string; expiresAt: string; scope: string[] }> {
  const unknown = given.scope.filter((one) => !isScope(tx.registry, one))
  if (unknown.length > 0) {
    const names = unknown.join(', ')
    throw invalid([fault('scope', 'unknown', `没有这样的范围:${names}`, `There is no such scope: ${names}`)])
  }
  const token = `tst_${randomBytes(32).toString('base64url')}`
  const row = {
    id: tx.newId(),
    account: me.account,
    name: given.name,
    scope: [...new Set(given.scope)],
    digest: digestOfToken(token),
    createdAt: tx.now,
    expiresAt: new Date(Date.parse(tx.now) + given.days * day).toISOString(),
    lastUsedAt: null,
    revokedAt: null,
  }
  await tx.db.insertInto('apiToken').values(row).execute()
  await tx.journal(tx.directory, me.person.id, 'create-token', {
    token: [null, given.name],
    scope: [null, row.scope],
  })
  return { id: row.id, name: row.name, token, expiresAt: row.expiresAt, scope: row.scope }
}

/** Ends one of a person's own tokens; refuses `not-found`. */
export async function revokeToken(tx: Tx, me: SignedIn, id: string): Promise<void> {
  const revoked = await tx.db
    .updateTable('apiToken')
    .set({ revokedAt: tx.now })
    .where('id', '=', id)
    .where('account', '=', me.account)
    .where('revokedAt', 'is', null)
    .returning('name')
    .executeTakeFirst()
  if (!revoked) throw notFound()
  await tx.notify('sign-in', {})
  await tx.journal(tx.directory, me.person.id, 'revoke-token', { token: [revoked.name, null] })
}

export const listTokens = (engine: Engine, me: SignedIn) =>
  engine.db
    .selectFrom('apiToken')
    .select(['id', 'name', 'scope', 'createdAt', 'expiresAt', 'lastUsedAt'])
    .where('account', '=', me.account)
    .where('revokedAt', 'is', null)
    .orderBy('id', 'desc')
    .execute()

/** Who a bearer token speaks for; null when it is unknown, over or revoked. */
export async function readToken(engine: Engine, token: string): Promise<SignedIn | null> {
  const now = engine.clock.now()
  const found = await engine.db
    .selectFrom('apiToken')
    .innerJoin('account', 'account.id', 'apiToken.account')
    .select(['apiToken.id', 'apiToken.name', 'apiToken.scope', 'apiToken.lastUsedAt'])
    .select(['account.id as account', 'account.login', 'account.demo', 'account.person'])
    .where('apiToken.digest', '=', digestOfToken(token))
    .where('apiToken.expiresAt', '>', now)
    .where('apiToken.revokedAt', 'is', null)
    .where('account.disabledAt', 'is', null)
    .executeTakeFirst()
  if (!found) return null
  if (!found.lastUsedAt || Date.parse(now) - Date.parse(found.lastUsedAt) > 60_000) {
    await engine.db.updateTable('apiToken').set({ lastUsedAt: now }).where('id', '=', found.id).execute()
  }
  const person = await engine.directory.actor(engine.db, found.person, `token:${found.name}`)
  if (!person) return null
  const { account, login, demo, id, scope } = found
  // A token is made in a session that had every factor that was wanted.
  return { account, login, demo, person, by: { kind: 'token', id, scope }, mustEnrol: false }
}
