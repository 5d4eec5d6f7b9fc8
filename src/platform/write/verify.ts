import { type Kysely, sql } from 'kysely'
import { type AnyRecord, type AnyRow, tableOf } from '../../record/record.ts'
import type { Registry } from '../../record/registry.ts'
import { columnsOf } from '../db/columns.ts'
import type { JournalTable, Tables } from '../tables.ts'
import { canonical } from './canonical.ts'
import { entryDigest, type Head } from './journal.ts'
import { merkleRoot, sealDigest } from './seal.ts'

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
 * does not fit: changed, removed, put in between, or a row of an append-only record that is not what was journalled.
 */
export async function verify(db: Kysely<Tables>, registry: Registry): Promise<Verdict> {
  const count = { entries: 0, records: 0, seals: 0 }
  const broken =
    (await verifyChains(db, count)) ?? (await verifyRecords(db, registry, count)) ?? (await verifySeals(db, count))
  return { ...count, broken }
}

/** Each record's entries, in order, form a chain. */
async function verifyChains(db: Kysely<Tables>, count: { entries: number }): Promise<Broken | null> {
  let last: Entry | undefined
  for (;;) {
    const after = last ? sql`where (record_id, n) > (${last.recordId}::uuid, ${last.n})` : sql``
    const { rows } =
      await sql<Entry>`select id, at, record, record_id, n, verb, actor, actor_name, via, changes, prev, digest
      from journal ${after} order by record_id, n limit ${pageSize}`.execute(db)
    for (const entry of rows) {
      const why = fits(entry, last?.recordId === entry.recordId ? last : undefined)
      if (why) return { what: 'entry', record: entry.record, id: entry.recordId, n: entry.n, why }
      last = entry
      count.entries++
    }
    if (rows.length < pageSize) return null
  }
}

function fits(entry: Entry, before: Entry | undefined): string | undefined {
  if (entry.n !== (before?.n ?? 0) + 1) return `entry ${(before?.n ?? 0) + 1} is missing`
  if (!entry.prev.equals(before?.digest ?? Buffer.alloc(32))) return 'it does not continue the entry before it'
  if (!entryDigest(entry.prev, entry).equals(entry.digest)) return 'its content was changed'
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

type Row = AnyRow & Head & { n: number | null; digest: Buffer | null; changes: JournalTable['changes'] | null }

async function verifyRows(db: Kysely<Tables>, record: AnyRecord, count: { records: number }): Promise<Broken | null> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<Row>`select ${sql.raw(columnsOf(record).select)}, journal_n as "journalN",
        journal_head as "journalHead", j.n, j.digest, first.changes
      from (select * from ${sql.table(tableOf(record))} where id > ${after}::uuid order by id limit ${pageSize}) r
      left join lateral (select n, digest from journal where record_id = r.id order by n desc limit 1) j on true
      left join lateral (select changes from journal where ${Boolean(record.appendOnly)} and record_id = r.id and n = 1) first
        on true
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
  if (row.n === null) return 'it has no journal entry'
  if (row.n !== row.journalN) return `entry ${Math.min(row.n, row.journalN) + 1} is missing or was added`
  if (!row.digest?.equals(row.journalHead)) return 'its last entry is not the one it knows'
  if (!record.appendOnly) return undefined
  const changed = Object.keys(record.fields).find(
    (name) => canonical(row[name]) !== canonical(row.changes?.[name]?.[1] ?? null),
  )
  return changed && `its ${changed} is not what was journalled`
}

/** The seals form a chain, and each entry outside the newest minute lies under the root it was sealed with. */
async function verifySeals(db: Kysely<Tables>, count: { seals: number }): Promise<Broken | null> {
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
    if (!one.prev.equals(prev)) return broken('the seal before it was changed or removed')
    if (rows.length !== one.count) return broken(`it covers ${one.count} entries, ${rows.length} are there`)
    if (!merkleRoot(rows.map((row) => row.digest)).equals(one.root)) return broken('an entry under it was changed')
    if (!sealDigest(prev, one.at, one.count, one.root).equals(one.digest)) return broken('it was changed')
    prev = one.digest
    id = one.id
    count.seals++
  }
}
