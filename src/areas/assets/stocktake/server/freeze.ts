import './line.table.ts'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import { countedStates, type Scope, unseenKinds } from '../scope.rules.ts'
import { nowhere } from './line.table.ts'

type Db = Kysely<Tables>

/** The assets of a scope as they stand now, as a condition on `asset a`. */
function inScope({ places, departments, categories }: Scope): RawBuilder<boolean> {
  const parts = [sql`a.state = any(${[...countedStates]}::text[])`]
  if (places.length > 0) parts.push(sql`a.location in (select id from places_within(${[...places]}::uuid[]))`)
  if (departments.length > 0) parts.push(sql`a.department = any(${[...departments]}::uuid[])`)
  parts.push(
    categories.length > 0
      ? sql`a.category = any(${[...categories]}::uuid[])`
      : sql`a.category in (select id from asset_category where kind <> all(${[...unseenKinds]}::text[]))`,
  )
  return sql`${sql.join(parts, sql` and `)}`
}

/** How many assets a scope has now. */
export async function countScope(db: Db, scope: Scope): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from asset a where ${inScope(scope)}`.execute(db)
  return rows[0]?.n ?? 0
}

/** Keeps what should be there, in one statement however much it is; answers how much, and its digest. */
export async function freeze(db: Db, id: string, scope: Scope): Promise<{ expected: number; digest: string }> {
  await sql`insert into stocktake_line (stocktake, asset, tag, name, state, category, department, location, custodian)
    select ${id}, a.id, a.tag, a.name, a.state, a.category, a.department, a.location, a.custodian
    from asset a where ${inScope(scope)} on conflict do nothing`.execute(db)
  await tally(db, id)
  return digestOf(db, id)
}

/** Counts anew how far it is, from the lines and the counts themselves. */
export async function tally(db: Db, id: string): Promise<void> {
  await sql`update stocktake_line l set counted = true where stocktake = ${id} and not counted
    and exists (select from stocktake_count c where c.stocktake = l.stocktake and c.asset = l.asset)`.execute(db)
  await sql`delete from stocktake_tally where stocktake = ${id}`.execute(db)
  await sql`insert into stocktake_tally (stocktake, "of", key, expected, counted)
    select stocktake, 'place', coalesce(location, ${nowhere}), count(*), count(*) filter (where counted)
    from stocktake_line where stocktake = ${id} group by stocktake, location`.execute(db)
  await sql`insert into stocktake_tally (stocktake, "of", key, expected, counted, first_at, last_at)
    select stocktake, 'counter', counter, 0, count(*), min(counted_at), max(counted_at)
    from stocktake_count where stocktake = ${id} group by stocktake, counter`.execute(db)
}

/** SHA-256 over the frozen lines in the order of their assets: what any later look at the list must come to again. */
export async function digestOf(db: Db, id: string): Promise<{ expected: number; digest: string }> {
  const { rows } = await sql<{ expected: number; digest: string }>`select count(*)::int as expected,
      encode(sha256(convert_to(coalesce(string_agg(
        (asset, tag, name, state, category, department, location, custodian)::text, E'\n' order by asset), ''), 'UTF8')), 'hex') as digest
    from stocktake_line where stocktake = ${id}`.execute(db)
  return rows[0] as { expected: number; digest: string }
}
