import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { AnyRecord, RowOf } from '../record/record.ts'
import { type Rule, role } from '../record/rule.ts'
import { digestOfToken } from './auth/session.ts'
import { action } from './behaviour.ts'
import type { Tables } from './tables.ts'
import type { Tx } from './tx.ts'

declare module './tables.ts' {
  interface Tables {
    secret: { record: string; id: string; value: string }
  }
}

/** The password or key that a record's row works with; null where none is set. */
export async function secretOf(db: Kysely<Tables>, record: string, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('secret')
    .select('value')
    .where('record', '=', record)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.value ?? null
}

/**
 * Sets it, or takes it away where it is empty, and lets the row say so in `secretSet`: that it was set is journalled, what it is
 * stands nowhere a person or a program reads.
 */
export async function keepSecret(tx: Tx, record: AnyRecord, id: string, value: string): Promise<boolean> {
  await tx.db.deleteFrom('secret').where('record', '=', record.name).where('id', '=', id).execute()
  if (value !== '') await tx.db.insertInto('secret').values({ record: record.name, id, value }).execute()
  const secretSet = value !== ''
  await tx.as('secret').update(record, id, { secretSet } as never)
  await tx.journal(record, id, 'set-secret', {})
  return secretSet
}

/** Draws the token by which a program proves itself for a row, in place of the one before; only its digest is kept. */
export async function drawToken(tx: Tx, record: AnyRecord, id: string, prefix = ''): Promise<string> {
  const token = `${prefix}${randomBytes(32).toString('base64url')}`
  await keepSecret(tx, record, id, keptOf(token))
  return token
}

/** A token as the table holds it. */
export const keptOf = (token: string): string => digestOfToken(token).toString('hex')

/** The id of the row whose token this is. */
export async function idOfToken(db: Kysely<Tables>, record: AnyRecord, token: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('secret')
    .select('id')
    .where('record', '=', record.name)
    .where('value', '=', keptOf(token))
    .executeTakeFirst()
  return row?.id
}

interface TokenAct<R extends AnyRecord> {
  /** What it begins with, so that one that is found somewhere says what it is for. */
  readonly prefix: string
  readonly allow?: Rule
  /** Throws where the row as it stands gets none. */
  may?(row: RowOf<R>): void
}

/** The act that makes a token. */
export const makeToken = <R extends AnyRecord>(record: R, { prefix, allow = record.access.update, may }: TokenAct<R>) =>
  action(record, {
    allow,
    summary: 'Makes a new token for the program that speaks for it, told once; the one before counts no more.',
    input: z.strictObject({}),
    output: z.object({ token: z.string() }),
    async run(tx: Tx, row) {
      may?.(row)
      return { token: await drawToken(tx, record, row.id, prefix) }
    },
  })

/** The act that sets it. */
export const setSecret = (record: AnyRecord, allow: Rule = role('admin')) =>
  action(record, {
    allow,
    summary: 'Sets its password or key, which is shown to nobody from then on; empty takes it away.',
    input: z.strictObject({ value: z.string().max(1_000) }),
    output: z.object({ secretSet: z.boolean() }),
    run: async (tx: Tx, { id }, { value }) => ({ secretSet: await keepSecret(tx, record, id, value) }),
  })
