import { type Kysely, sql } from 'kysely'
import type { AnyRecord } from '../../record/record.ts'
import type { JournalTable, Tables } from '../tables.ts'

/** A journal entry as it leaves the house: its digest can be worked out anew from what it says. */
interface ShownEntry extends Omit<JournalTable, 'id' | 'prev' | 'digest'> {
  readonly prev: string
  readonly digest: string
  /** The seal over it; null for the last minute, which none covers yet. */
  readonly seal: number | null
}

interface ShownSeal {
  readonly id: number
  readonly at: string
  readonly count: number
  readonly root: string
  readonly prev: string
  readonly digest: string
  /** Of every entry under it, in order: the root can be worked out anew. */
  readonly digests: readonly string[]
}

/** What proves that rows stand as they were written: their journal entries, and the seals over those. */
export async function evidenceOf(
  db: Kysely<Tables>,
  record: AnyRecord,
  ids: readonly string[],
): Promise<{ entries: ShownEntry[]; seals: ShownSeal[] }> {
  if (ids.length === 0) return { entries: [], seals: [] }
  const { rows: entries } = await sql<ShownEntry>`
    select j.at, j.record, j.record_id, j.n, j.verb, j.actor, j.actor_name, j.via, j.changes,
      encode(j.prev, 'hex') as prev, encode(j.digest, 'hex') as digest, s.id as seal
    from journal j left join journal_seal s on s.entries @> j.id
    where j.record = ${record.name} and j.record_id = any(${ids}::uuid[]) order by j.id`.execute(db)
  const covering = [...new Set(entries.flatMap(({ seal }) => seal ?? []))]
  const { rows: seals } = await sql<ShownSeal>`
    select s.id, s.at, s.count, encode(s.root, 'hex') as root, encode(s.prev, 'hex') as prev,
      encode(s.digest, 'hex') as digest, d.digests
    from journal_seal s, lateral (
      select array_agg(encode(j.digest, 'hex') order by j.id) as digests
      from unnest(s.entries) range join journal j on j.id >= lower(range) and j.id < upper(range)
    ) d
    where s.id = any(${covering}::int[]) order by s.id`.execute(db)
  return { entries, seals }
}
