import { createHash, randomBytes } from 'node:crypto'
import { asSystem, type PersonActor } from '../../record/actor.ts'
import { Refusal } from '../../record/problem.ts'
import type { Engine } from '../engine.ts'
import { passwordFits } from './password.ts'

/** How long a session lives unused, and a failure counts. */
const sessionHours = 12
const failureMinutes = 15
const mostFailures = { login: 10, ip: 100 }

export interface SignedIn {
  readonly account: string
  readonly login: string
  readonly demo: boolean
  readonly person: PersonActor
}

export const digestOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

const later = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString()

/** Checks a login and opens a session; answers its secret. Refuses `wrong-credentials` and `too-many-tries`. */
export async function signIn(
  engine: Engine,
  given: { login: string; password: string; ip: string; agent: string },
): Promise<string> {
  const now = engine.clock.now()
  const login = given.login.trim().toLowerCase()
  await countTry(engine, login, given.ip)
  const account = await engine.db
    .selectFrom('account')
    .select(['id', 'person', 'passwordHash'])
    .where('login', '=', login)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  const fits = await passwordFits(account?.passwordHash, given.password)
  const person = account && fits ? await engine.directory.actor(engine.db, account.person, 'sign-in') : null
  if (!account || !person) {
    throw new Refusal('wrong-credentials', ['登录名或密码不对。', 'The login or the password is wrong.'])
  }
  const token = randomBytes(32).toString('base64url')
  await engine.db.deleteFrom('signInFailure').where('login', '=', login).execute()
  await engine.db
    .insertInto('session')
    .values({
      id: digestOfToken(token),
      account: account.id,
      createdAt: now,
      seenAt: now,
      expiresAt: later(now, sessionHours * 3_600_000),
      ip: given.ip,
      agent: given.agent.slice(0, 300),
    })
    .execute()
  return token
}

/**
 * Counts a try as a failed one until it proves good, so that many at once are not all let through. Ten lock a login, a
 * hundred an address, for a quarter of an hour; in the database, for all copies. Refuses `too-many-tries`, and such a
 * try is not counted again. Returns the failure's id, for whoever finds the try good.
 */
export async function countTry(engine: Engine, login: string, ip: string): Promise<string> {
  const { id } = await engine.db
    .insertInto('signInFailure')
    .values({ at: engine.clock.now(), login, ip })
    .returning('id')
    .executeTakeFirstOrThrow()
  const since = later(engine.clock.now(), -failureMinutes * 60_000)
  const { byLogin, byIp } = await engine.db
    .selectFrom('signInFailure')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('login', '=', login).as('byLogin'),
      eb.fn.countAll<number>().filterWhere('ip', '=', ip).as('byIp'),
    ])
    .where('at', '>', since)
    .where('id', '<', id)
    .where((eb) => eb.or([eb('login', '=', login), eb('ip', '=', ip)]))
    .executeTakeFirstOrThrow()
  if (byLogin < mostFailures.login && byIp < mostFailures.ip) return id
  await forgiveTry(engine, id)
  throw new Refusal('too-many-tries', [
    `尝试次数过多,请 ${failureMinutes} 分钟后再试。`,
    `Too many tries; wait ${failureMinutes} minutes.`,
  ])
}

export const forgiveTry = async (engine: Engine, id: string): Promise<void> => {
  await engine.db.deleteFrom('signInFailure').where('id', '=', id).execute()
}

/** Who holds this session; null when it is unknown or over. Its life is prolonged by use, written once a minute. */
export async function readSession(engine: Engine, token: string): Promise<SignedIn | null> {
  const now = engine.clock.now()
  const id = digestOfToken(token)
  const found = await engine.db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account')
    .select(['account.id as account', 'account.login', 'account.demo', 'account.person', 'session.seenAt'])
    .where('session.id', '=', id)
    .where('session.expiresAt', '>', now)
    .where('account.disabledAt', 'is', null)
    .executeTakeFirst()
  if (!found) return null
  if (Date.parse(now) - Date.parse(found.seenAt) > 60_000) {
    const expiresAt = later(now, sessionHours * 3_600_000)
    await engine.db.updateTable('session').set({ seenAt: now, expiresAt }).where('id', '=', id).execute()
  }
  const person = await engine.directory.actor(engine.db, found.person, `session:${found.login}`)
  return person && { account: found.account, login: found.login, demo: found.demo, person }
}

export const endSession = async (engine: Engine, token: string): Promise<void> => {
  await engine.inTx(asSystem('sign-out'), async (tx) => {
    await tx.db.deleteFrom('session').where('id', '=', digestOfToken(token)).execute()
    await tx.notify('sign-in', {})
  })
}
