import { type Kysely, sql } from 'kysely'
import type { PersonActor } from '../../record/actor.ts'
import { type Field, f } from '../../record/field.ts'
import { fault, invalid } from '../../record/problem.ts'
import { type AnyRecord, type AnyRow, columnFields, fieldOf, tableOf } from '../../record/record.ts'
import { maySift } from '../../record/secret.ts'
import { columnsOf, snake, typeOf } from '../db/columns.ts'
import type { Tables } from '../tables.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import { type Asked, listed } from './list-filter.ts'
import { isNumberPrefix, placeFor } from './search.ts'

/** A page of a list as asked for. */
export interface ListQuery extends Asked {
  readonly limit: number
  readonly after?: string | undefined
  readonly sort: string
}

export interface Page {
  readonly items: readonly AnyRow[]
  readonly next: string | null
  /** Counted up to a thousand; beyond, `atLeast` is true and nobody waits for the rest. */
  readonly count: { readonly value: number; readonly atLeast: boolean }
}

const mostCounted = 1000

/** One page by key, and the capped count, of what this person may read. Refuses `invalid` and `bad-cursor`. */
export async function listPage(
  db: Kysely<Tables>,
  record: AnyRecord,
  person: PersonActor,
  query: ListQuery,
): Promise<Page> {
  // Column names are written out and aliased here: nothing is left for a plugin to rename.
  const plain = db.withoutPlugins()
  const table = sql.table(tableOf(record))
  const columns = sql.raw(columnsOf(record).select)
  const all = listed(record, person, query)
  const place = await placeFor(plain, record, query.q || undefined)
  const counted = sql`select count(*) from (select 1 from ${place} where ${all} limit ${mostCounted + 1}) as counted`
  // Among numbers of one prefix the newest is the highest, and their index is in that order.
  const byNumber = query.q !== undefined && query.sort === '-createdAt' && isNumberPrefix(record, query.q)
  if (!maySift(record, person, query.sort.replace('-', '')))
    throw invalid([fault('sort', 'bad-filter', '不能按这个条件排序。', 'The list cannot be sorted by this.')])
  const order = orderOf(record, byNumber ? '-number' : query.sort)
  const rows = await (query.after ? nextRows(query.after) : firstRows())
  const n = rows[0]?.counted ?? (query.after ? await countAlone() : 0)
  const items = rows.slice(0, query.limit).map(({ counted: _counted, ...row }) => row as AnyRow)
  const last = items.at(-1)
  return {
    items,
    next: last && rows.length > query.limit ? order.mark(last) : null,
    count: { value: Math.min(n, mostCounted), atLeast: n > mostCounted },
  }

  /** Counting walks the same rows in the same order, so that the first page is what it met first: one walk for both. */
  async function firstRows(): Promise<Counted[]> {
    const matched = sql`select ${order.key} from ${place} where ${all} order by ${order.by} limit ${mostCounted + 1}`
    const { rows: found } = await sql<Counted>`with matched as materialized (${matched})
      select ${columns}, (select count(*) from matched) as counted from ${table}
      where id in (select id from matched order by ${order.by} limit ${query.limit + 1}) order by ${order.by}`.execute(
      plain,
    )
    return found
  }

  async function nextRows(after: string): Promise<Counted[]> {
    const { rows: found } = await sql<Counted>`select ${columns}, (${counted}) as counted from ${place}
      where ${all} and ${order.after(after)} order by ${order.by} limit ${query.limit + 1}`.execute(plain)
    return found
  }

  /** An empty last page carries no count with it. */
  async function countAlone(): Promise<number> {
    const { rows: found } = await sql<{ counted: number }>`select (${counted}) as counted`.execute(plain)
    return found[0]?.counted ?? 0
  }
}

type Counted = AnyRow & { counted: number }

/** Fields a list may be sorted by; newest first unless asked. `createdAt` sorts by id, which grows with time. */
export const sortsOf = (record: AnyRecord): string[] => {
  const sorted = columnFields(record).filter(([, { sort }]) => sort)
  const names = ['createdAt', 'number', ...sorted.map(([name]) => name)]
  return names.flatMap((name) => [name, `-${name}`])
}

function orderOf(record: AnyRecord, sort: string) {
  const down = sort.startsWith('-')
  const name = down ? sort.slice(1) : sort
  const direction = sql.raw(down ? 'desc' : 'asc')
  const past = sql.raw(down ? '<' : '>')
  if (name === 'createdAt') {
    return {
      key: sql`id`,
      by: sql`id ${direction}`,
      after: (mark: string) => sql<boolean>`id ${past} ${readCursor(mark, sort, (value) => value === null).id}::uuid`,
      mark: (row: AnyRow) => writeCursor({ sort, value: null, id: row.id }),
    }
  }
  const column = sql.ref(snake(name))
  const field = name === 'number' ? f.text() : (fieldOf(record, name) as Field)
  const type = sql.raw(typeOf(field))
  const fits = (value: unknown) => (value === null ? field.optional : field.schema.safeParse(value).success)
  return {
    key: sql`${column}, id`,
    by: sql`${column} ${direction}, id ${direction}`,
    after: (mark: string) => {
      const { value, id } = readCursor(mark, sort, fits as (value: unknown) => value is Cursor['value'])
      // PostgreSQL's own order: empty values come last going up and first going down.
      if (value === null) {
        const rest = sql<boolean>`${column} is null and id ${past} ${id}::uuid`
        return down ? sql<boolean>`(${rest} or ${column} is not null)` : sql<boolean>`(${rest})`
      }
      const beyond = sql<boolean>`(${column}, id) ${past} (${value}::${type}, ${id}::uuid)`
      return down || !field.optional ? beyond : sql<boolean>`(${beyond} or ${column} is null)`
    },
    mark: (row: AnyRow) => writeCursor({ sort, value: row[name] as string, id: row.id }),
  }
}
