import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type {} from '../../server/tables.ts'

/**
 * Where an answer to a mail about a record arrives: at the mailbox that makes such records, and else at any, as each takes answers to all
 * there are. Null where the firm has no mailbox.
 */
export async function replyAddresses(db: Kysely<Tables>): Promise<(record: string | null) => string | null> {
  const boxes = await db
    .selectFrom('mailbox')
    .select(['address', 'makes'])
    .where('state', '=', 'in-use')
    .orderBy('createdAt')
    .execute()
  return (record) => (boxes.find(({ makes }) => makes.record === record) ?? boxes[0])?.address ?? null
}
