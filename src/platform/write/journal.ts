import { sql, type Transaction } from 'kysely'
import { type Actor, actorName, personId } from '../../record/actor.ts'
import type { JournalTable, Tables } from '../tables.ts'
import { canonical, digestOf } from './canonical.ts'

export type Changes = JournalTable['changes']

/** Where a record's chain stands: how many entries it has and the digest of the last. */
export interface Head {
  readonly journalN: number
  readonly journalHead: Buffer
}

export const noHead: Head = { journalN: 0, journalHead: Buffer.alloc(32) }

export interface EntryContent {
  readonly at: string
  readonly record: string
  readonly recordId: string
  readonly n: number
  readonly verb: string
  readonly actor: string | null
  readonly actorName: string
  readonly via: string
  readonly changes: Changes
}

/** The digest of an entry covers all it says and the digest before it. */
export const entryDigest = (prev: Buffer, entry: EntryContent): Buffer =>
  digestOf(
    prev,
    canonical([
      entry.at,
      entry.record,
      entry.recordId,
      entry.n,
      entry.verb,
      entry.actor,
      entry.actorName,
      entry.via,
      entry.changes,
    ]),
  )

/** Says what the next entry of a record will be; its digest goes into the record's row in the same transaction. */
export function nextEntry(
  head: Head,
  about: { record: string; recordId: string; verb: string; changes: Changes },
  actor: Actor,
  now: string,
): { entry: EntryContent; head: Head } {
  const entry: EntryContent = {
    at: now,
    ...about,
    n: head.journalN + 1,
    actor: personId(actor),
    actorName: actorName(actor),
    via: actor.via,
  }
  return { entry, head: { journalN: entry.n, journalHead: entryDigest(head.journalHead, entry) } }
}

/** Writes the entry, marks it for the next seal, and tells every copy of the server at commit: one round trip. */
export async function writeEntry(
  trx: Transaction<Tables>,
  entry: EntryContent,
  prev: Head,
  next: Head,
  version: number,
): Promise<void> {
  const told = JSON.stringify({ record: entry.record, id: entry.recordId, version, verb: entry.verb })
  await sql`
    with written as (
      insert into journal (at, record, record_id, n, verb, actor, actor_name, via, changes, prev, digest)
      values (${entry.at}, ${entry.record}, ${entry.recordId}, ${entry.n}, ${entry.verb}, ${entry.actor},
        ${entry.actorName}, ${entry.via}, ${JSON.stringify(entry.changes)}, ${prev.journalHead}, ${next.journalHead})
      returning id
    ), pending as (insert into journal_pending select id from written)
    select pg_notify('touchstone', ${`record ${told}`}) from written`.execute(trx)
}

/** What differs between two rows, field by field. */
export function changesBetween(
  before: Readonly<Record<string, unknown>> | null,
  after: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Changes {
  const changes: Record<string, readonly [unknown, unknown]> = {}
  for (const name of names) {
    const was = before?.[name] ?? null
    const is = after[name] ?? null
    if (canonical(was) !== canonical(is)) changes[name] = [was, is]
  }
  return changes
}
