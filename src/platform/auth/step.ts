import { createHash, randomBytes } from 'node:crypto'
import type { Engine } from '../engine.ts'

/** What may be half done: each kind serves its own purpose only. */
export type StepKind = 'second-step' | 'passkey-sign-in' | 'passkey-add' | 'presence' | 'firm-account'

export interface Step<C> {
  readonly account: string | null
  readonly content: C
}

const minutes = 10
const idOf = (kind: StepKind, secret: string): Buffer => createHash('sha256').update(`${kind} ${secret}`).digest()

/** Remembers for ten minutes what was begun, under a secret that only whoever began it knows; in the database, for all copies. */
export async function keepStep(
  engine: Engine,
  kind: StepKind,
  { account = null, content = {} }: { account?: string | null; content?: object },
  secret = randomBytes(32).toString('base64url'),
): Promise<string> {
  const now = engine.clock.now()
  const expiresAt = new Date(Date.parse(now) + minutes * 60_000).toISOString()
  await engine.db
    .insertInto('signInStep')
    .values({ id: idOf(kind, secret), kind, account, content: JSON.stringify(content), expiresAt })
    .execute()
  return secret
}

/** What was begun, without using it up; null when it is over or never was. */
export async function readStep<C>(engine: Engine, kind: StepKind, secret: string): Promise<Step<C> | null> {
  const found = await engine.db
    .selectFrom('signInStep')
    .select(['account', 'content'])
    .where('id', '=', idOf(kind, secret))
    .where('expiresAt', '>', engine.clock.now())
    .executeTakeFirst()
  return (found as Step<C> | undefined) ?? null
}

/** The same, and it is over: of two who come with one secret only one is served. */
export async function takeStep<C>(engine: Engine, kind: StepKind, secret: string): Promise<Step<C> | null> {
  const found = await engine.db
    .deleteFrom('signInStep')
    .where('id', '=', idOf(kind, secret))
    .returning(['account', 'content', 'expiresAt'])
    .executeTakeFirst()
  if (!found || Date.parse(found.expiresAt) <= Date.parse(engine.clock.now())) return null
  return { account: found.account, content: found.content as C }
}
