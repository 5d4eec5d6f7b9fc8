import type { Kysely } from 'kysely'
import { z } from 'zod'
import { action } from '../../../platform/behaviour.ts'
import type { Tables } from '../../../platform/tables.ts'
import type { Tx } from '../../../platform/tx.ts'
import type { AnyRecord } from '../../../record/record.ts'
import { role } from '../../../record/rule.ts'
import type {} from './tables.ts'

/** The password or key of a channel or a mailbox; null where none is set. */
export async function secretOf(db: Kysely<Tables>, record: string, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('secret')
    .select('value')
    .where('record', '=', record)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.value ?? null
}

/** The act that sets it: that it was set is journalled, what it is stands nowhere a person or a program reads. */
export const setSecret = (record: AnyRecord) =>
  action(record, {
    allow: role('admin'),
    summary: 'Sets its password or key, which is shown to nobody from then on; empty takes it away.',
    input: z.strictObject({ value: z.string().max(1_000) }),
    output: z.object({ secretSet: z.boolean() }),
    async run(tx: Tx, { id }, { value }) {
      await tx.db.deleteFrom('secret').where('record', '=', record.name).where('id', '=', id).execute()
      if (value !== '') await tx.db.insertInto('secret').values({ record: record.name, id, value }).execute()
      const secretSet = value !== ''
      await tx.as('secret').update(record, id, { secretSet } as never)
      await tx.journal(record, id, 'set-secret', {})
      return { secretSet }
    },
  })
