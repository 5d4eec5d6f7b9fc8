import { type Kysely, sql } from 'kysely'
import { type AnyRecord, tableOf } from '../../record/record.ts'
import { searchedFields } from '../../record/search.ts'
import type { Tables } from '../tables.ts'
import { snake } from './columns.ts'

/** The `search` columns that are there, by table, each with the fields it was made of. */
export async function searchColumns(db: Kysely<Tables>): Promise<Map<string, string>> {
  const { rows } = await sql<{ table: string; made: string | null }>`select c.relname as table,
      col_description(c.oid, a.attnum) as made
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.attname = 'search' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`.execute(db)
  return new Map(rows.map(({ table, made }) => [table, made ?? '']))
}

/**
 * A record is found by a column that PostgreSQL itself keeps: the terms of its searched fields, under a GIN index. Which
 * fields those are stands in the column's comment, so that a later change of the declaration is noticed.
 */
export function draftSearch(record: AnyRecord, has: ReadonlyMap<string, string>): string[] {
  const table = tableOf(record)
  const wanted = madeOf(record)
  const made = has.get(table)
  if (wanted === made) return []
  const drop = made === undefined ? [] : [`alter table ${table} drop column search;`]
  if (wanted === undefined) return drop
  return [
    ...drop,
    `alter table ${table} add column search tsvector generated always as (${termsOf(record)}) stored;`,
    `comment on column ${table}.search is '${wanted}';`,
    // What is new is indexed by handfuls, and small ones, as every search reads through what still waits.
    `create index ${table}_search on ${table} using gin (search) with (gin_pending_list_limit = 64);`,
  ]
}

function madeOf(record: AnyRecord): string | undefined {
  const { first, rest } = searchedFields(record)
  if (first.length + rest.length === 0) return undefined
  return `${first.join(' ')}${rest.length > 0 ? `; ${rest.join(' ')}` : ''}`
}

function termsOf(record: AnyRecord): string {
  const { first, rest } = searchedFields(record)
  const texts = (names: readonly string[]) => names.map((name) => `coalesce("${snake(name)}", '')`).join(" || ' ' || ")
  const parts = [
    ...(first.length > 0 ? [`search_terms(${texts(first)}, 'A')`] : []),
    ...(rest.length > 0 ? [`search_terms(${texts(rest)}, 'B')`] : []),
  ]
  return parts.join(' || ')
}
