import { type Kysely, sql } from 'kysely'
import { type AnyRecord, type AnyRow, tableOf } from '../../record/record.ts'
import type { Registry } from '../../record/registry.ts'
import { columnsOf } from '../db/columns.ts'
import type { JournalTable, Tables } from '../tables.ts'
import { canonical } from './canonical.ts'
import { entryDigest, type Head, noHead } from './journal.ts'
import { merkleRoot, sealDigest } from './seal.ts'
import { verifyComments } from './verify-comments.ts'

/** The first thing found that does not fit. */
export interface Broken {
  readonly what: 'entry' | 'record' | 'seal'
  readonly record?: string
  readonly number?: string
  readonly id: string
  readonly n?: number
  readonly why: string
}

export interface Verdict {
  readonly entries: number
  readonly records: number
  readonly seals: number
  readonly broken: Broken | null
}

type Entry = JournalTable & { id: number }
const pageSize = 2000

/**
 * Reads the whole journal and holds it against itself, the seals and the records' rows. Names the first entry that
 * does not fit: changed, removed, put in between, a row of an append-only record or a comment that is not what was journalled.
 * All of it is read as it stood at one instant, so that a server at work does not disturb.
 */
export const verify = (database: Kysely<Tables>, registry: Registry): Promise<Verdict> =>
  database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (db) => {
      const count = { entries: 0, records: 0, seals: 0, sealed: 0 }
      const broken =
        (await verifyChains(db, count)) ??
        (await verifyRecords(db, registry, count)) ??
        (await verifyComments(db)) ??
        (await verifySeals(db, count)) ??
        (await verifyCovered(db, count))
      const { entries, records, seals } = count
      return { entries, records, seals, broken }
    })

/** Each record's entries, in order, form a chain. */
async function verifyChains(db: Kysely<Tables>, count: { entries: number }): Promise<Broken | null> {
  let last: Entry | undefined
  for (;;) {
    const after = last ? sql`where (record_id, n) > (${last.recordId}::uuid, ${last.n})` : sql``
    const { rows } =
      await sql<Entry>`select id, at, record, record_id, n, verb, actor, actor_name, via, changes, prev, digest
      from journal ${after} order by record_id, n limit ${pageSize}`.execute(db)
    for (const entry of rows) {
      const wrong = misfit(entry, last?.recordId === entry.recordId ? last : undefined)
      if (wrong) return { what: 'entry', record: entry.record, id: entry.recordId, ...wrong }
      last = entry
      count.entries++
    }
    if (rows.length < pageSize) return null
  }
}

function misfit(entry: Entry, before: Entry | undefined): { n: number; why: string } | undefined {
  const n = (before?.n ?? 0) + 1
  if (entry.n !== n) return { n, why: entry.n > n ? 'it is missing' : 'it is there twice' }
  if (!entryDigest(entry.prev, entry).equals(entry.digest)) return { n, why: 'its content was changed' }
  if (!entry.prev.equals(before?.digest ?? noHead.journalHead))
    return { n, why: 'it does not continue the entry before it' }
  return undefined
}

/** Each record's row knows where its chain ends; an append-only row still says what was journalled at its creation. */
async function verifyRecords(
  db: Kysely<Tables>,
  registry: Registry,
  count: { records: number },
): Promise<Broken | null> {
  for (const { record } of registry.all) {
    const removed = await sql<{ id: string; n: number }>`select j.record_id as id, j.n from journal j
      where j.record = ${record.name} and j.n = 1
      and not exists (select 1 from ${sql.table(tableOf(record))} r where r.id = j.record_id) limit 1`.execute(db)
    const [gone] = removed.rows
    if (gone) return { what: 'record', record: record.name, id: gone.id, n: gone.n, why: 'the record was removed' }
    const broken = await verifyRows(db, record, count)
    if (broken) return broken
  }
  return null
}

type Row = AnyRow &
  Head & { lastN: number | null; lastDigest: Buffer | null } & {
    firstEntry: { at: string; actor: string | null; changes: JournalTable['changes'] } | null
  }

async function verifyRows(db: Kysely<Tables>, record: AnyRecord, count: { records: number }): Promise<Broken | null> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<Row>`select ${sql.raw(columnsOf(record).select)}, journal_n as "journalN",
        journal_head as "journalHead", last_n as "lastN", last_digest as "lastDigest", first_entry as "firstEntry"
      from (select * from ${sql.table(tableOf(record))} where id > ${after}::uuid order by id limit ${pageSize}) r
      left join lateral (select n as last_n, digest as last_digest from journal
        where record_id = r.id order by n desc limit 1) last on true
      left join lateral (select json_build_object('actor', actor, 'changes', changes,
          'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as first_entry
        from journal where ${Boolean(record.appendOnly)} and record_id = r.id and n = 1) first on true
      order by r.id`.execute(db)
    for (const row of rows) {
      const why = standsWithJournal(record, row)
      if (why) return { what: 'record', record: record.name, number: row.number, id: row.id, n: row.journalN, why }
      count.records++
    }
    if (rows.length < pageSize) return null
    after = rows.at(-1)?.id ?? after
  }
}

function standsWithJournal(record: AnyRecord, row: Row): string | undefined {
  if (row.lastN === null) return 'it has no journal entry'
  if (row.lastN < row.journalN) return `entry ${row.lastN + 1} is missing`
  if (row.lastN > row.journalN) return `entry ${row.journalN + 1} was added`
  if (!row.lastDigest?.equals(row.journalHead)) return 'its last entry is not the one it knows'
  if (!record.appendOnly || !row.firstEntry) return undefined
  const { at, actor, changes } = row.firstEntry
  const stamps = { version: 1, createdAt: at, createdBy: actor, updatedAt: at, updatedBy: actor }
  const changed = columnsOf(record).names.find((name) => {
    const journalled = name in stamps ? stamps[name as 'version'] : (changes[name]?.[1] ?? null)
    return name !== 'id' && canonical(row[name]) !== canonical(journalled)
  })
  return changed && `its ${changed} is not what was journalled`
}

/** The seals form a chain, and each entry outside the newest minute lies under the root it was sealed with. */
async function verifySeals(db: Kysely<Tables>, count: { seals: number; sealed: number }): Promise<Broken | null> {
  let prev: Buffer = Buffer.alloc(32)
  let id = 0
  for (;;) {
    const one = await db
      .selectFrom('journalSeal')
      .selectAll()
      .where('id', '>', id)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (!one) return null
    const { rows } = await sql<{ digest: Buffer }>`select j.digest
      from (select unnest(entries) as range from journal_seal where id = ${one.id}) s
      join journal j on j.id >= lower(s.range) and j.id < upper(s.range) order by j.id`.execute(db)
    const broken = (why: string): Broken => ({ what: 'seal', id: String(one.id), why })
    if (!sealDigest(one.prev, one.at, one.count, one.root).equals(one.digest)) return broken('it was changed')
    if (!one.prev.equals(prev)) return broken('the seal before it was changed, removed or exchanged')
    if (rows.length !== one.count) return broken(`it covers ${one.count} entries, ${rows.length} are there`)
    if (!merkleRoot(rows.map((row) => row.digest)).equals(one.root)) return broken('an entry under it was changed')
    prev = one.digest
    id = one.id
    count.seals++
    count.sealed += one.count
  }
}

/** Every entry lies under one seal or waits for the next, so that nothing is put in or taken away behind their backs. */
async function verifyCovered(db: Kysely<Tables>, count: { entries: number; sealed: number }): Promise<Broken | null> {
  const removed = await sql<{ entry: string }>`select entry::text from journal_pending p
    where not exists (select 1 from journal j where j.id = p.entry) order by p.entry limit 1`.execute(db)
  const [gone] = removed.rows
  if (gone) return { what: 'entry', id: gone.entry, why: 'it was removed before it was sealed' }
  const { rows } = await sql<{ n: number }>`select count(*) as n from journal_pending`.execute(db)
  if (count.entries === count.sealed + (rows[0]?.n ?? 0)) return null
  const { rows: loose } = await sql<{ record: string; id: string; n: number }>`select record, record_id as id, n
    from journal j where not exists (select 1 from journal_pending p where p.entry = j.id)
    and not exists (select 1 from journal_seal s where s.entries @> j.id) order by j.id limit 1`.execute(db)
  const [first] = loose
  return first
    ? { what: 'entry', ...first, why: 'it is neither under a seal nor waits for one' }
    : { what: 'seal', id: 'all', why: 'seals lie over each other' }
}
