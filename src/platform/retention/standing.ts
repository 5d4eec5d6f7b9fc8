import { sql } from 'kysely'
import type { Words } from '../../record/words.ts'
import type { Engine } from '../engine.ts'
import { daysOf } from './remove.ts'
import type { Retention } from './retention.ts'

/** How one kind stands: what it takes up, how far back it reaches, and what went last. */
export interface Standing {
  readonly code: string
  readonly words: Words
  readonly by: Retention['by']
  /** Null: for ever. */
  readonly days: number | null
  /** The key of the setting that says how many days; null where the firm may not say. */
  readonly setting: string | null
  readonly oldest: string | null
  readonly bytes: number
  /** Null where the table has none. */
  readonly partitions: number | null
  readonly removed: { readonly at: string; readonly until: string; readonly rows: number } | null
}

/** How everything that grows stands, in the order of its declarations. */
export const standingOf = (engine: Engine): Promise<Standing[]> =>
  Promise.all(engine.retentions.map((one) => standing(engine, one)))

async function standing(engine: Engine, retention: Retention): Promise<Standing> {
  const { code, words, by, table, setting } = retention
  const days = daysOf(engine, retention)
  const parts = await partitionsOf(engine, table)
  const { rows } = await sql<{ bytes: number }>`select sum(pg_total_relation_size(part::regclass))::float8 as bytes
    from unnest(${parts ?? [table]}::text[]) part`.execute(engine.db)
  return {
    code,
    words,
    by,
    days: Number.isFinite(days) ? days : null,
    setting: setting?.key ?? null,
    oldest: await oldestIn(engine, retention, parts ?? [table]),
    bytes: rows[0]?.bytes ?? 0,
    partitions: parts?.length ?? null,
    removed: await lastRemoved(engine, code),
  }
}

/** The oldest first, the one for what fits nowhere else before all; null for a table that is not parted. */
async function partitionsOf({ db }: Engine, table: string): Promise<string[] | null> {
  const { rows } = await sql<{ parts: string[] | null }>`select case relkind when 'p' then array(
      select inhrelid::regclass::text from pg_inherits join pg_class c on c.oid = inhrelid where inhparent = parent.oid
      order by pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT', pg_get_expr(c.relpartbound, c.oid)) end as parts
    from pg_class parent where oid = ${table}::regclass`.execute(db)
  return rows[0]?.parts ?? null
}

/** Looked for part by part: the first that holds a row has the oldest, and the many after it are not read. */
async function oldestIn(
  { db, clock }: Engine,
  { at, by, only }: Retention,
  parts: readonly string[],
): Promise<string | null> {
  const which = by === 'rows' ? only : sql<boolean>`true`
  for (const part of parts) {
    const { rows } = await sql<{ oldest: string | null }>`
      select min(${sql.ref(at)}) as oldest from ${sql.table(part)}
      where ${which} and ${sql.ref(at)} <= ${clock.now()}::timestamptz`.execute(db)
    if (rows[0]?.oldest) return rows[0].oldest
  }
  return null
}

async function lastRemoved({ db }: Engine, code: string): Promise<Standing['removed']> {
  const last = await db
    .selectFrom('removal')
    .select(['at', 'until', 'rows'])
    .where('kind', '=', code)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? { ...last, rows: Number(last.rows) } : null
}
