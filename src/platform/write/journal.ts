import { sql, type Transaction } from 'kysely'
import { type Actor, actorName, personId } from '../../record/actor.ts'
import type { CustomValues } from '../../record/custom.ts'
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

/** An entry to be written, between the heads before and after it, with the version of the row it leaves. */
export interface Written {
  readonly entry: EntryContent
  readonly prev: Head
  readonly head: Head
  readonly version: number
}

/** So many entries at once are told as one: whoever shows rows of the record looks at all of them again. */
const mostTold = 100

/** Writes entries, marks them for the next seal, and tells every copy of the server at commit: one round trip. */
export async function writeEntries(trx: Transaction<Tables>, entries: readonly Written[]): Promise<void> {
  const given = entries.map(({ entry, prev, head }) => ({
    ...entry,
    prev: `\\x${prev.journalHead.toString('hex')}`,
    digest: `\\x${head.journalHead.toString('hex')}`,
  }))
  await sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(given)}::json) as one(at timestamptz, record text, "recordId" uuid,
        n int, verb text, actor uuid, "actorName" text, via text, changes jsonb, prev bytea, digest bytea)
    ), written as (
      insert into journal (at, record, record_id, n, verb, actor, actor_name, via, changes, prev, digest)
      select at, record, "recordId", n, verb, actor, "actorName", via, changes, prev, digest from given
      returning id
    ), pending as (insert into journal_pending select id from written)
    select pg_notify('touchstone', told) from json_array_elements_text(${JSON.stringify(toldOf(entries))}::json) as told
  `.execute(trx)
}

function toldOf(entries: readonly Written[]): string[] {
  if (entries.length > mostTold) {
    return [
      ...new Set(
        entries.map(
          ({ entry: { record } }) => `record ${JSON.stringify({ record, id: '', version: 0, verb: 'many' })}`,
        ),
      ),
    ]
  }
  return entries.map(({ entry, version }) => {
    const { record, recordId: id, verb } = entry
    return `record ${JSON.stringify({ record, id, version, verb })}`
  })
}

/** Custom fields are told one by one, as `custom.{key}`. */
function customChanges(was: CustomValues | null, is: CustomValues | null): Changes {
  const keys = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])]
  const pairs = keys.map((key) => [`custom.${key}`, [was?.[key] ?? null, is?.[key] ?? null]] as const)
  return Object.fromEntries(pairs.filter(([, [before, after]]) => canonical(before) !== canonical(after)))
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
    if (canonical(was) === canonical(is)) continue
    if (name !== 'custom') changes[name] = [was, is]
    else Object.assign(changes, customChanges(was as CustomValues | null, is as CustomValues | null))
  }
  return changes
}
