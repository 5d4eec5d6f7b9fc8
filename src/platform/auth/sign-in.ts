import { Refusal } from '../../record/problem.ts'
import type { Engine } from '../engine.ts'
import { factorsOf } from './factors.ts'
import { accountOf } from './identity.ts'
import { checkInDirectory } from './ldap.ts'
import { answeredBy, optionsToAnswer, type Place } from './passkey.ts'
import { passwordFits } from './password.ts'
import { type Given, proofOf } from './prove.ts'
import { takeRecoveryCode } from './recovery.ts'
import { openSession, type Visitor } from './session.ts'
import { keepStep, readStep, takeStep } from './step.ts'
import { countTry, forgiveAll } from './tries.ts'

/** In, with the session's secret; or half in, with a ticket for the second step and by what it may be done. */
export type Entered =
  | { readonly token: string }
  | { readonly ticket: string; readonly account: string; readonly codes: boolean; readonly passkeys: boolean }

const wrong = (): Refusal =>
  new Refusal('wrong-credentials', ['登录名或密码不对。', 'The login or the password is wrong.'])

interface Account {
  readonly id: string
  readonly person: string
  readonly login: string
}

type FirstWay = 'password' | 'directory'

/** Checks a login and its password, ours or the directory's. Refuses `wrong-credentials`, `too-many-tries`, `unavailable`. */
export async function signIn(
  engine: Engine,
  given: { readonly login: string; readonly password: string },
  visitor: Visitor,
): Promise<Entered> {
  const login = given.login.trim().toLowerCase()
  await countTry(engine, login, visitor.ip)
  const { account, way } = await byPassword(engine, login, given.password)
  if (!(await isHere(engine, account))) throw wrong()
  const { codes, passkeys } = await factorsOf(engine, account.id)
  const wanted = codes || (passkeys > 0 && (await engine.directory.wantsSecondFactor(engine.db, account.person)))
  if (!wanted) {
    await forgiveAll(engine, login)
    return { token: await openSession(engine, account.id, way, visitor) }
  }
  // What was tried wrong stays counted: else whoever has the password could guess at codes for ever.
  const ticket = await keepStep(engine, 'second-step', { account: account.id, content: { way, login } })
  return { ticket, account: account.id, codes, passkeys: passkeys > 0 }
}

/** The second step: a one-time code, a recovery code or a passkey. Refuses `wrong-credentials` and `too-many-tries`. */
export async function signInSecond(
  engine: Engine,
  ticket: string,
  given: Omit<Given, 'password'> & { recovery?: string | undefined },
  place: Place,
  visitor: Visitor,
): Promise<string> {
  const step = await readStep<{ way: FirstWay; login: string }>(engine, 'second-step', ticket)
  if (!step?.account) {
    throw new Refusal('wrong-credentials', ['登录已超时,请重新开始。', 'The sign-in took too long; begin again.'])
  }
  const { way, login } = step.content
  await countTry(engine, login, visitor.ip)
  const account = await enabled(engine, step.account)
  const held = account && (await secondOf(engine, account, given, place))
  if (!account || !held || !(await takeStep(engine, 'second-step', ticket))) {
    throw new Refusal('wrong-credentials', ['第二步验证未通过。', 'The second step was not accepted.'])
  }
  await forgiveAll(engine, login)
  return openSession(engine, account.id, `${way}+${held}`, visitor)
}

/** What a browser needs to sign in with any passkey that it finds. */
export async function optionsToSignIn(engine: Engine, place: Place) {
  const options = await optionsToAnswer(engine, place, null)
  await keepStep(engine, 'passkey-sign-in', {}, options.challenge)
  return options
}

/** Signs in by passkey alone. Refuses `wrong-credentials` and `too-many-tries`. */
export async function signInByPasskey(
  engine: Engine,
  answer: Parameters<typeof answeredBy>[2],
  place: Place,
  visitor: Visitor,
): Promise<string> {
  // Nobody named a login yet: the credential's own name is what is counted.
  await countTry(engine, `passkey ${answer.id.slice(0, 100)}`, visitor.ip)
  const answered = await answeredBy(
    engine,
    place,
    answer,
    async (challenge) => (await takeStep(engine, 'passkey-sign-in', challenge)) !== null,
  )
  const account = answered && (await enabled(engine, answered.account))
  if (!account) {
    throw new Refusal('wrong-credentials', ['没有账号认得这把通行密钥。', 'No account knows this passkey.'])
  }
  await forgiveAll(engine, `passkey ${answer.id.slice(0, 100)}`)
  return openSession(engine, account.id, 'passkey', visitor)
}

/** Opens a session for whoever the firm's own sign-in has vouched for; null when the account lets nobody in. */
export async function signInByFirm(engine: Engine, id: string, visitor: Visitor): Promise<string | null> {
  const account = await enabled(engine, id)
  return account && openSession(engine, account.id, 'firm', visitor)
}

/** A local account answers for its login; any other login is asked of the directory, and known by the directory's id. */
async function byPassword(
  engine: Engine,
  login: string,
  password: string,
): Promise<{ account: Account; way: FirstWay }> {
  const local = await engine.db
    .selectFrom('account')
    .select(['id', 'person', 'login', 'passwordHash', 'disabledAt'])
    .where('login', '=', login)
    .where('passwordHash', 'is not', null)
    .executeTakeFirst()
  const { ldap } = engine.signIn
  if (local || !ldap) {
    const fits = await passwordFits(local?.passwordHash ?? undefined, password)
    if (!local || !fits || local.disabledAt !== null) throw wrong()
    return { account: local, way: 'password' }
  }
  const entry = await checkInDirectory(ldap, { login }, password)
  if (!entry) throw wrong()
  const known = await accountOf(engine, { provider: 'ldap', subject: entry.id })
  if (!known) throw noAccountYet()
  const account = await enabled(engine, known)
  if (!account) throw wrong()
  return { account, way: 'directory' }
}

/** They are who they say, and nobody of ours: what to do is said, and who they are elsewhere. */
export const noAccountYet = (subject?: string): Refusal =>
  new Refusal('not-allowed', [
    `您的单位账号有效,但这里还没有对应的账号。请联系管理员开通。${subject ? `(标识:${subject})` : ''}`,
    `Your firm account is good, but there is no account for it here yet. Ask the administrator.${subject ? ` (Identifier: ${subject})` : ''}`,
  ])

async function enabled(engine: Engine, id: string): Promise<Account | null> {
  const account = await engine.db
    .selectFrom('account')
    .select(['id', 'person', 'login'])
    .where('id', '=', id)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  return account && (await isHere(engine, account)) ? account : null
}

const isHere = async (engine: Engine, { person }: { person: string }): Promise<boolean> =>
  (await engine.directory.actor(engine.db, person, 'sign-in')) !== null

async function secondOf(
  engine: Engine,
  account: Account,
  { recovery, ...given }: Omit<Given, 'password'> & { recovery?: string | undefined },
  place: Place,
): Promise<'code' | 'passkey' | null> {
  if (recovery !== undefined) return (await takeRecoveryCode(engine, account, recovery)) ? 'code' : null
  const held = await proofOf(engine, account.id, given, place, { to: 'sign-in' })
  return held && (held.method === 'passkey' ? 'passkey' : 'code')
}
