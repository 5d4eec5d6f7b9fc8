import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { AnyRecord } from '../record/record.ts'
import { type Rule, role } from '../record/rule.ts'
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

/** The act that sets it. */
export const setSecret = (record: AnyRecord, allow: Rule = role('admin')) =>
  action(record, {
    allow,
    summary: 'Sets its password or key, which is shown to nobody from then on; empty takes it away.',
    input: z.strictObject({ value: z.string().max(1_000) }),
    output: z.object({ secretSet: z.boolean() }),
    run: async (tx: Tx, { id }, { value }) => ({ secretSet: await keepSecret(tx, record, id, value) }),
  })
