import { createHash, randomBytes } from 'node:crypto'
import { asSystem, type PersonActor } from '../../record/actor.ts'
import { notFound } from '../../record/problem.ts'
import type { Engine } from '../engine.ts'
import { sessionHours } from '../settings/house.ts'
import type { SessionTable } from '../tables.ts'
import type { Tx } from '../tx.ts'
import { lacksSecondFactor } from './factors.ts'

/** How a session was opened: part of what its owner sees of it. */
export type Way = SessionTable['way']

/** By what somebody speaks: a session of a browser, or a token of a program. `id` may be shown; it opens nothing. */
export type By =
  | { readonly kind: 'session'; readonly id: string; readonly way: Way; readonly since: string }
  | { readonly kind: 'token'; readonly id: string; readonly scope: readonly string[] }

export interface SignedIn {
  readonly account: string
  readonly login: string
  readonly demo: boolean
  readonly person: PersonActor
  readonly by: By
  /** A role of theirs wants a second factor, and they have none yet: until then they may do nothing else. */
  readonly mustEnrol: boolean
}

export interface Visitor {
  readonly ip: string
  readonly agent: string
}

export const digestOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** When a session that is used now ends, unless it is used again. */
const endOf = ({ settings }: Engine, now: string): string =>
  new Date(Date.parse(now) + settings.get(sessionHours) * 3_600_000).toISOString()

/** Opens a session for an account that was just proved; answers its secret. */
export async function openSession(engine: Engine, account: string, way: Way, { ip, agent }: Visitor): Promise<string> {
  const now = engine.clock.now()
  const token = randomBytes(32).toString('base64url')
  await engine.db
    .insertInto('session')
    .values({
      id: digestOfToken(token),
      account,
      way,
      createdAt: now,
      seenAt: now,
      expiresAt: endOf(engine, now),
      ip,
      agent: agent.slice(0, 300),
    })
    .execute()
  return token
}

/** Who holds this session; null when it is unknown or over. Its life is prolonged by use, written once a minute. */
export async function readSession(engine: Engine, token: string): Promise<SignedIn | null> {
  const now = engine.clock.now()
  const id = digestOfToken(token)
  const found = await engine.db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account')
    .select(['account.id as account', 'account.login', 'account.demo', 'account.person'])
    .select(['session.seenAt', 'session.createdAt as since', 'session.way'])
    .where('session.id', '=', id)
    .where('session.expiresAt', '>', now)
    .where('account.disabledAt', 'is', null)
    .executeTakeFirst()
  if (!found) return null
  const { account, login, demo, seenAt, since, way } = found
  if (Date.parse(now) - Date.parse(seenAt) > 60_000) {
    const expiresAt = endOf(engine, now)
    await engine.db.updateTable('session').set({ seenAt: now, expiresAt }).where('id', '=', id).execute()
  }
  const person = await engine.directory.actor(engine.db, found.person, `session:${login}`)
  if (!person) return null
  const by: By = { kind: 'session', id: id.toString('hex'), way, since }
  return { account, login, demo, person, by, mustEnrol: await lacksSecondFactor(engine, person.id, account, way) }
}

/** Ends the session with this secret; answers how it had been opened. */
export const endSession = (engine: Engine, token: string): Promise<Way | null> =>
  engine.inTx(asSystem('sign-out'), async (tx) => {
    const ended = await tx.db
      .deleteFrom('session')
      .where('id', '=', digestOfToken(token))
      .returning('way')
      .executeTakeFirst()
    await tx.notify('sign-in', {})
    return ended?.way ?? null
  })

/** A person's own open sessions, the one last used first. */
export async function listSessions(engine: Engine, me: SignedIn) {
  const found = await engine.db
    .selectFrom('session')
    .select(['id', 'way', 'createdAt', 'seenAt', 'ip', 'agent'])
    .where('account', '=', me.account)
    .where('expiresAt', '>', engine.clock.now())
    .orderBy('seenAt', 'desc')
    .execute()
  return found.map((one) => {
    const id = one.id.toString('hex')
    return { ...one, id, current: id === me.by.id }
  })
}

/** Ends one of a person's own sessions; refuses `not-found`. */
export async function endOwnSession(tx: Tx, me: SignedIn, id: string): Promise<void> {
  const ended = await tx.db
    .deleteFrom('session')
    .where('id', '=', Buffer.from(id, 'hex'))
    .where('account', '=', me.account)
    .returning('ip')
    .executeTakeFirst()
  if (!ended) throw notFound()
  await tx.notify('sign-in', {})
  await tx.journal(tx.directory, me.person.id, 'end-session', { session: [ended.ip, null] })
}

/** Ends every session of this account but the one that asks; answers how many. */
export async function endOtherSessions(tx: Tx, me: SignedIn): Promise<number> {
  const ended = await tx.db
    .deleteFrom('session')
    .where('account', '=', me.account)
    .where('id', '<>', Buffer.from(me.by.id, 'hex'))
    .executeTakeFirst()
  const count = Number(ended.numDeletedRows)
  if (count === 0) return 0
  await tx.notify('sign-in', {})
  await tx.journal(tx.directory, me.person.id, 'end-sessions', { sessions: [count + 1, 1] })
  return count
}
