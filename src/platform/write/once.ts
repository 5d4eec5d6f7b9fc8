import { personId } from '../../record/actor.ts'
import { fault, invalid, Refusal } from '../../record/problem.ts'
import type { AnyRecord } from '../../record/record.ts'
import type { Tx } from '../tx.ts'
import { canonical, digestOf } from './canonical.ts'

/**
 * Does the work once per person and key: a retry of the same request answers what the first made. The key is taken in
 * the same transaction, so a second request at the same moment waits for the first. Refuses `conflict` when a key
 * comes back with another request.
 */
export async function once(
  tx: Tx,
  record: AnyRecord,
  key: string | string[] | undefined,
  request: unknown,
  work: () => Promise<string>,
): Promise<string> {
  const person = personId(tx.actor)
  if (key === undefined || person === null) return work()
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw invalid([
      fault('Idempotency-Key', 'wrong-format', '重试标识格式不对。', 'The idempotency key has a wrong format.'),
    ])
  }
  const digest = digestOf(record.name, canonical(request))
  const taken = await tx.db
    .insertInto('idempotency')
    .values({ person, key, at: tx.now, request: digest, record: record.name, recordId: tx.newId() })
    .onConflict((conflict) => conflict.columns(['person', 'key']).doNothing())
    .executeTakeFirst()
  if (taken.numInsertedOrUpdatedRows === 0n) return earlier(tx, person, key, digest)
  const recordId = await work()
  await tx.db.updateTable('idempotency').set({ recordId }).where('person', '=', person).where('key', '=', key).execute()
  return recordId
}

async function earlier(tx: Tx, person: string, key: string, digest: Buffer): Promise<string> {
  const first = await tx.db
    .selectFrom('idempotency')
    .select(['request', 'recordId'])
    .where('person', '=', person)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (first.request.equals(digest)) return first.recordId
  throw new Refusal('conflict', [
    '这个重试标识已用于另一个请求。',
    'This idempotency key was used for another request.',
  ])
}
