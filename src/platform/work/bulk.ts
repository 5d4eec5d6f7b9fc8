import './bulk.table.ts'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { PersonActor } from '../../record/actor.ts'
import { Refusal } from '../../record/problem.ts'
import { type AnyRecord, tableOf } from '../../record/record.ts'
import type { Entry } from '../../record/registry.ts'
import type { Words } from '../../record/words.ts'
import type { Engine } from '../engine.ts'
import { condition } from '../read/filter.ts'
import { type Asked, listed } from '../read/list-filter.ts'
import type { Tables } from '../tables.ts'
import type { Tx } from '../tx.ts'
import { type Progress, Stopped, startWork, type Work } from './work.ts'

/** More is no longer one decision of one person. */
const mostAtOnce = 100_000

/** What is done to each row: a verb of the record, or `update`, with the values it wants. */
export interface Bulk {
  readonly verb: string
  readonly values: Readonly<Record<string, unknown>>
}

/** To which rows: named ones, or those of a list. */
export type Chosen = { readonly ids: readonly string[] } | { readonly asked: Asked }

/** What came of it. Every row chosen is in exactly one of `changed`, `same`, `waiting`, `refused` and `left`. */
export interface BulkResult extends Pick<Bulk, 'verb'> {
  readonly record: string
  readonly changed: number
  /** Was as wanted already: nothing was written. */
  readonly same: number
  /** Asked for, and waits until others have agreed. */
  readonly waiting: number
  readonly refused: number
  /** Not tried, because it was stopped before. */
  readonly left: number
  /** Why, the most frequent first; `count` counts all, `rows` lists up to a thousand of all reasons together. */
  readonly reasons: readonly {
    readonly code: string
    readonly text: Words
    readonly count: number
    readonly rows: readonly { readonly id: string; readonly number: string | null }[]
  }[]
}

/**
 * Asks for a bulk in this transaction. The rows are chosen now, through the reader's filter: what comes to match later is not
 * touched. Answers the work's id and how many rows it has; refuses `too-large` beyond the `most`, `invalid` for none.
 */
export async function startBulk(
  tx: Tx,
  record: AnyRecord,
  bulk: Bulk,
  chosen: Chosen,
  most = mostAtOnce,
): Promise<{ work: string; total: number }> {
  const person = tx.actor as PersonActor
  const work = await startWork(tx, bulkWork.kind, { record: record.name, ...bulk })
  const rows = 'ids' in chosen ? named(record, person, chosen.ids) : matching(record, person, chosen.asked, most)
  const frozen = await sql`insert into work_row (work, record_id, number)
    select ${work}::uuid, row_id, number from (${rows}) as chosen on conflict do nothing`.execute(tx.db)
  const total = Number(frozen.numAffectedRows)
  if (total > most) throw tooMany(most)
  if (total === 0) throw new Refusal('invalid', ['没有选中任何记录。', 'No record is chosen.'])
  await tx.db.updateTable('work').set({ total }).where('id', '=', work).execute()
  return { work, total }
}

const matching = (record: AnyRecord, person: PersonActor, asked: Asked, most: number): RawBuilder<unknown> =>
  sql`select id as row_id, number from ${sql.table(tableOf(record))} where ${listed(record, person, asked)}
    order by id limit ${most + 1}`

/** Those that one may not read are chosen too, so that each is refused and none is passed over in silence. */
const named = (record: AnyRecord, person: PersonActor, ids: readonly string[]): RawBuilder<unknown> =>
  sql`select asked.row_id, known.number from unnest(${[...new Set(ids)]}::uuid[]) as asked (row_id)
    left join (select id as known_id, number from ${sql.table(tableOf(record))}
      where ${condition(record, record.access.read, person)}) as known on known_id = asked.row_id`

const tooMany = (most: number): Refusal => {
  const figure = most.toLocaleString('en-US')
  return new Refusal('too-large', [
    `一次最多办理 ${figure} 条,请缩小筛选范围后分批办理。`,
    `At most ${figure} records at once; narrow the filter and do it in parts.`,
  ])
}

/** Carries out a bulk, each row in a transaction of its own through the one write path, and each exactly once. */
export const bulkWork: Work = {
  kind: 'bulk',
  async run(engine, person, { record, ...bulk }: Bulk & { record: string }, progress, work) {
    const entry = engine.registry.get(record)
    try {
      await eachLeft(engine, work, progress, (id) => oneRow(engine, person, entry, bulk, work, id))
    } catch (error) {
      throw error instanceof Stopped ? new Stopped(await resultOf(engine.db, entry, bulk, work)) : error
    }
    return resultOf(engine.db, entry, bulk, work)
  },
}

const batch = 500

/** What a crashed run had done stays done: only rows without an outcome are left. */
async function eachLeft(
  { db }: Engine,
  work: string,
  progress: Progress,
  each: (id: string) => Promise<void>,
): Promise<void> {
  const counted = await db
    .selectFrom('workRow')
    .select(({ fn }) => [fn.countAll<number>().as('total'), fn.count<number>('outcome').as('done')])
    .where('work', '=', work)
    .executeTakeFirstOrThrow()
  const total = Number(counted.total)
  let done = Number(counted.done)
  for (;;) {
    const left = await db
      .selectFrom('workRow')
      .select('recordId')
      .where('work', '=', work)
      .where('outcome', 'is', null)
      .orderBy('recordId')
      .limit(batch)
      .execute()
    if (left.length === 0) return
    for (const { recordId } of left) {
      await progress.check()
      await each(recordId)
      await progress.tell(++done, total)
    }
  }
}

/** The outcome is written with the change or not at all. */
async function oneRow(
  engine: Engine,
  person: PersonActor,
  { record, words }: Entry,
  { verb, values }: Bulk,
  work: string,
  id: string,
): Promise<void> {
  try {
    await engine.inTx(person, async (tx) => {
      if (!(await isLeft(tx.db, work, id))) return
      const before = await tx.lock(record, id)
      const given = values as never
      const after = await (verb === 'update' ? tx.update(record, id, given) : tx.act(record, id, verb as never, given))
      // A verb that leaves its row as it was is not done yet: it waits for approval.
      const still = verb === 'update' ? 'same' : 'waiting'
      await settle(tx.db, work, id, { outcome: after.version === before.version ? still : 'changed' })
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await settle(engine.db, work, id, { outcome: 'refused', ...reasonOf(error, words.fields) })
  }
}

/** Locked, so that a row is tried once even if two copies took up the same work. */
const isLeft = async (db: Kysely<Tables>, work: string, id: string): Promise<boolean> =>
  (await db
    .selectFrom('workRow')
    .select('recordId')
    .where('work', '=', work)
    .where('recordId', '=', id)
    .where('outcome', 'is', null)
    .forUpdate()
    .executeTakeFirst()) !== undefined

type Settled = { outcome: 'changed' | 'same' | 'waiting' } | { outcome: 'refused'; code: string; text: Words }

async function settle(db: Kysely<Tables>, work: string, id: string, settled: Settled): Promise<void> {
  const text = 'text' in settled ? JSON.stringify(settled.text) : null
  await db
    .updateTable('workRow')
    .set({ ...settled, text: text as never })
    .where('work', '=', work)
    .where('recordId', '=', id)
    .where('outcome', 'is', null)
    .execute()
}

/** The sentence a person reads: of faults each with the name of its field. */
function reasonOf({ code, text, faults }: Refusal, fields: Readonly<Record<string, Words>>) {
  if (faults.length === 0) return { code, text }
  const said = (n: 0 | 1, colon: string) =>
    faults.map(({ path, text }) => (fields[path] ? `${fields[path][n]}${colon}${text[n]}` : text[n])).join(' ')
  return { code, text: [said(0, ':'), said(1, ': ')] as const }
}

const mostListed = 1_000

async function resultOf(db: Kysely<Tables>, { record }: Entry, { verb }: Bulk, work: string): Promise<BulkResult> {
  const { rows: groups } = await sql<{ outcome: string | null; code: string; text: Words; count: number }>`
    select outcome, code, text, count(*)::int as count from work_row where work = ${work}
    group by outcome, code, text order by count desc, code`.execute(db)
  const listed = await db
    .selectFrom('workRow')
    .select(['recordId', 'number', 'code', 'text'])
    .where('work', '=', work)
    .where('outcome', '=', 'refused')
    .orderBy('number')
    .limit(mostListed)
    .execute()
  const of = (outcome: string | null) => groups.filter((group) => group.outcome === outcome)
  const count = (outcome: string | null) => of(outcome).reduce((sum, group) => sum + group.count, 0)
  const same = (a: { code: string | null; text: Words | null }, b: typeof a) =>
    a.code === b.code && a.text?.[1] === b.text?.[1]
  return {
    verb,
    record: record.name,
    changed: count('changed'),
    same: count('same'),
    waiting: count('waiting'),
    refused: count('refused'),
    left: count(null),
    reasons: of('refused')
      .slice(0, mostListed)
      .map(({ code, text, count }) => ({
        code,
        text,
        count,
        rows: listed
          .filter((row) => same(row, { code, text }))
          .map(({ recordId, number }) => ({ id: recordId, number })),
      })),
  }
}
