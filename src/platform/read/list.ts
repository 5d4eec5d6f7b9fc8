import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { PersonActor } from '../../record/actor.ts'
import { type Field, f } from '../../record/field.ts'
import { type Fault, fault, invalid } from '../../record/problem.ts'
import { type AnyRecord, type AnyRow, tableOf } from '../../record/record.ts'
import { columnsOf, snake, typeOf } from '../db/columns.ts'
import type { Tables } from '../tables.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import { condition } from './filter.ts'
import { isNumberPrefix, searchFor } from './search.ts'

/** A list as asked for: filters by field name as they stand in the address, already split at commas. */
export interface ListQuery {
  readonly limit: number
  readonly after?: string | undefined
  readonly sort: string
  readonly q?: string | undefined
  readonly filters: Readonly<Record<string, readonly string[]>>
  /** The zone whose days are meant where instants are filtered by date. */
  readonly zone: string
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
  const where = [condition(record, record.access.read, person), ...conditionsOf(record, query)]
  const all = sql.join(where, sql` and `)
  const counted = sql`select count(*) from (select 1 from ${table} where ${all} limit ${mostCounted + 1}) as counted`
  // Among numbers of one prefix the newest is the highest, and their index is in that order.
  const byNumber = query.q !== undefined && query.sort === '-createdAt' && isNumberPrefix(record, query.q)
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
    const matched = sql`select ${order.key} from ${table} where ${all} order by ${order.by} limit ${mostCounted + 1}`
    const { rows: found } = await sql<Counted>`with matched as materialized (${matched})
      select ${columns}, (select count(*) from matched) as counted from ${table}
      where id in (select id from matched order by ${order.by} limit ${query.limit + 1}) order by ${order.by}`.execute(
      plain,
    )
    return found
  }

  async function nextRows(after: string): Promise<Counted[]> {
    const { rows: found } = await sql<Counted>`select ${columns}, (${counted}) as counted from ${table}
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
  const names = ['createdAt', 'number', ...Object.keys(record.fields).filter((name) => record.fields[name].sort)]
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
  const field = name === 'number' ? f.text() : (record.fields[name] as Field)
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

function conditionsOf(record: AnyRecord, query: ListQuery): RawBuilder<boolean>[] {
  const faults: Fault[] = []
  const conditions: RawBuilder<boolean>[] = []
  for (const [key, values] of Object.entries(query.filters)) {
    const made = oneFilter(record, key, values, query.zone)
    if (made) conditions.push(made)
    else faults.push(fault(key, 'bad-filter', '不能按这个条件筛选。', 'This is not a filter of the list.'))
  }
  if (faults.length > 0) throw invalid(faults)
  if (query.q) conditions.push(searchFor(record, query.q))
  return conditions
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const isDate = (text: string) => f.date().schema.safeParse(text).success
const isInstant = (text: string) => f.instant().schema.safeParse(text).success
const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text))

/** One filter as SQL; undefined when the list has no such filter or a value does not fit it. */
function oneFilter(
  record: AnyRecord,
  key: string,
  values: readonly string[],
  zone: string,
): RawBuilder<boolean> | undefined {
  const [name = '', bound] = key.split('.')
  const field: Field | undefined = Object.hasOwn(record.fields, name) ? record.fields[name] : undefined
  const column = sql.ref(snake(name))
  const [first = ''] = values
  if (bound === 'from' || bound === 'to') {
    const kind = name === 'createdAt' || name === 'updatedAt' ? 'instant' : field?.filter ? field.kind : undefined
    const way = sql.raw(bound === 'from' ? '>=' : '<=')
    if ((kind === 'date' || kind === 'trading-day') && isDate(first)) return sql`${column} ${way} ${first}::date`
    if (kind === 'instant' && isInstant(first)) return sql`${column} ${way} ${first}::timestamptz`
    if (kind === 'instant' && isDate(first)) return dayBound(column, bound, first, zone)
    if (kind === 'number' && isNumber(first)) return sql`${column} ${way} ${Number(first)}`
    return undefined
  }
  if (bound !== undefined) return undefined
  if (name === 'state')
    return values.every((value) => record.states.includes(value)) ? isAny(column, values, 'text') : undefined
  if (name === 'createdBy') return values.every((value) => uuid.test(value)) ? isAny(column, values, 'uuid') : undefined
  if (!field?.filter) return undefined
  if (values.length === 1 && first === '') {
    return field.kind === 'links' ? sql`cardinality(${column}) = 0` : sql`${column} is null`
  }
  switch (field.kind) {
    case 'choice':
      return values.every((value) => field.choices?.includes(value)) ? isAny(column, values, 'text') : undefined
    case 'text':
      return isAny(column, values, 'text')
    case 'flag':
      return first === 'true' || first === 'false' ? sql`${column} = ${first === 'true'}` : undefined
    case 'link':
      return values.every((value) => uuid.test(value)) ? isAny(column, values, 'uuid') : undefined
    case 'links':
      return values.every((value) => uuid.test(value)) ? sql`${column} && ${[...values]}::uuid[]` : undefined
    case 'date':
    case 'trading-day':
      return values.every(isDate) ? isAny(column, values, 'date') : undefined
    case 'number':
      return values.every(isNumber) ? isAny(column, values.map(Number), 'double precision') : undefined
    default:
      return undefined
  }
}

/** From the day's first instant, or to its last, where the firm is. */
const dayBound = (column: RawBuilder<unknown>, bound: 'from' | 'to', day: string, zone: string): RawBuilder<boolean> =>
  bound === 'from'
    ? sql`${column} >= ${day}::date::timestamp at time zone ${zone}`
    : sql`${column} < (${day}::date + 1)::timestamp at time zone ${zone}`

/** One value is compared plainly, so that the planner may walk an index already in the list's order. */
const isAny = (column: RawBuilder<unknown>, values: readonly unknown[], type: string): RawBuilder<boolean> =>
  values.length === 1
    ? sql`${column} = ${values[0]}::${sql.raw(type)}`
    : sql`${column} = any(${[...values]}::${sql.raw(type)}[])`
