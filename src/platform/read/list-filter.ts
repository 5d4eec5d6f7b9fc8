import { type RawBuilder, sql } from 'kysely'
import type { PersonActor } from '../../record/actor.ts'
import { clockStates } from '../../record/clock.ts'
import { f } from '../../record/field.ts'
import { type Fault, fault, invalid } from '../../record/problem.ts'
import { type AnyRecord, clocksOf, fieldOf } from '../../record/record.ts'
import { daysOf, relativeDay, type Today } from '../../record/relative-day.ts'
import { maySift } from '../../record/secret.ts'
import { snake } from '../db/columns.ts'
import { condition } from './filter.ts'
import { searchFor } from './search.ts'

/** Which rows of a list are meant: filters by field name as they stand in the address, already split at commas. */
export interface Asked {
  readonly q?: string | undefined
  /**
   * `state`, `due.from`, `owner.not`, `at.not.to` (later or never), `clock.response`; one empty value means those that have none.
   * `@me` and `@team` are the reader’s.
   */
  readonly filters: Readonly<Record<string, readonly string[]>>
  /** The zone whose days are meant where instants are filtered by date. */
  readonly zone: string
  /** What `@today`, `@week`, `@trading-day` … mean now. */
  readonly today: Today
}

/** The rows meant, of those the person may read: for whatever works on a list. Refuses `invalid`, with every fault. */
export function listed(record: AnyRecord, person: PersonActor, asked: Asked): RawBuilder<boolean> {
  const faults: Fault[] = []
  const conditions = [condition(record, record.access.read, person)]
  for (const [key, values] of Object.entries(asked.filters)) {
    const made = filterOf({ record, person, asked }, key, values)
    if (made) conditions.push(made)
    else faults.push(fault(key, 'bad-filter', '不能按这个条件筛选。', 'This is not a filter of the list.'))
  }
  if (faults.length > 0) throw invalid(faults)
  if (asked.q) conditions.push(searchFor(record, asked.q))
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

interface Reading {
  readonly record: AnyRecord
  readonly person: PersonActor
  readonly asked: Asked
}

/** One filter as SQL; undefined when the list has no such filter or a value does not fit it. */
function filterOf(reading: Reading, key: string, values: readonly string[]): RawBuilder<boolean> | undefined {
  if (key.startsWith('custom.')) return customFilter(reading, key, values)
  if (key.startsWith('clock.')) return clockFilter(reading, key, values)
  const [name = '', way, end] = key.split('.')
  if (!maySift(reading.record, reading.person, name)) return undefined
  if (way === undefined) return among(reading, name, values)
  if (way === 'from' || way === 'to') return bound(reading, name, way, values[0] ?? '')
  if (way !== 'not') return undefined
  if (end === 'to') return laterOrNever(name, bound(reading, name, end, values[0] ?? ''))
  const wanted = among(reading, name, values)
  // A row without a value is none of the others.
  return wanted && sql`not coalesce(${wanted}, false)`
}

const laterOrNever = (name: string, by: RawBuilder<boolean> | undefined): RawBuilder<boolean> | undefined =>
  by && sql`(${sql.ref(snake(name))} is null or not (${by}))`

const isDate = (text: string) => f.date().schema.safeParse(text).success
const isInstant = (text: string) => f.instant().schema.safeParse(text).success
const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text))

function bound(
  { record, asked }: Reading,
  name: string,
  way: 'from' | 'to',
  value: string,
): RawBuilder<boolean> | undefined {
  const field = fieldOf(record, name)
  const kind = name === 'createdAt' || name === 'updatedAt' ? 'instant' : field?.filter ? field.kind : undefined
  const column = sql.ref(snake(name))
  const compare = sql.raw(way === 'from' ? '>=' : '<=')
  if (kind === 'number') return isNumber(value) ? sql`${column} ${compare} ${Number(value)}` : undefined
  if (kind !== 'date' && kind !== 'trading-day' && kind !== 'instant') return undefined
  if (kind === 'instant' && isInstant(value)) return sql`${column} ${compare} ${value}::timestamptz`
  const day = dayOf(asked, way, value)
  if (day === null) return sql<boolean>`false`
  if (!isDate(day)) return undefined
  return kind === 'instant' ? dayBound(column, way, day, asked.zone) : sql`${column} ${compare} ${day}::date`
}

/** The first or last day that a bound means; null where it means a day that no calendar has. */
function dayOf({ today }: Asked, way: 'from' | 'to', value: string): string | null {
  const relative = relativeDay(value)
  const days = relative ? daysOf(relative, today) : ([value, value] as const)
  return days === null ? null : days[way === 'from' ? 0 : 1]
}

/** From the day's first instant, or to its last, where the firm is. */
const dayBound = (column: RawBuilder<unknown>, way: 'from' | 'to', day: string, zone: string): RawBuilder<boolean> =>
  way === 'from'
    ? sql`${column} >= ${day}::date::timestamp at time zone ${zone}`
    : sql`${column} < (${day}::date + 1)::timestamp at time zone ${zone}`

/** Has one of the values. */
function among({ record, person }: Reading, name: string, values: readonly string[]): RawBuilder<boolean> | undefined {
  const field = fieldOf(record, name)
  const column = sql.ref(snake(name))
  const ids = () => values.map((value) => reader(value, person))
  const [first = ''] = values
  if (name === 'state')
    return values.every((value) => record.states.includes(value)) ? isAny(column, values, 'text') : undefined
  if (name === 'id') return values.every(isId) ? isAny(column, values, 'uuid') : undefined
  if (name === 'createdBy') return ids().every(isId) ? isAny(column, ids(), 'uuid') : undefined
  if (!field?.filter) return undefined
  if (isNone(values)) {
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
      return ids().every(isId) ? isAny(column, ids(), 'uuid') : undefined
    case 'links':
      return ids().every(isId) ? sql`${column} && ${ids()}::uuid[]` : undefined
    case 'date':
    case 'trading-day':
      return values.every(isDate) ? isAny(column, values, 'date') : undefined
    case 'number':
      return values.every(isNumber) ? isAny(column, values.map(Number), 'double precision') : undefined
    default:
      return undefined
  }
}

/** How one of its clocks stands: `clock.response=breached`; one empty value means those on which it never ran. */
function clockFilter({ record }: Reading, key: string, values: readonly string[]): RawBuilder<boolean> | undefined {
  const [, name, way] = key.split('.')
  if (!clocksOf(record).some(([clock]) => clock === name) || (way !== undefined && way !== 'not')) return undefined
  if (!isNone(values) && !values.every((value) => (clockStates as readonly string[]).includes(value))) return undefined
  const state = isNone(values) ? sql`` : sql` and c.state = any(${[...values]}::text[])`
  const found = sql<boolean>`exists (select 1 from clock c
    where c.record_id = id and c.record = ${record.name} and c.name = ${name}${state})`
  return isNone(values) === (way === 'not') ? found : sql<boolean>`not ${found}`
}

const customKey = /^custom\.([a-z][a-z0-9-]*)(?:\.(not|from|to))?$/

/**
 * A filter by a field that the firm added. Whether `3` is a number or a text is the field's affair: either is found. Values of
 * another kind than the bound are outside of it.
 */
function customFilter(
  { record, asked }: Reading,
  key: string,
  values: readonly string[],
): RawBuilder<boolean> | undefined {
  const [, name, way] = customKey.exec(key) ?? []
  if (name === undefined || record.appendOnly) return undefined
  const [first = ''] = values
  // The index holds the rows that have any such value at all.
  const having = (condition: RawBuilder<unknown>) => sql<boolean>`(custom <> '{}' and (${condition}))`
  if (way === 'from' || way === 'to') {
    const bound = isNumber(first) ? Number(first) : dayOf(asked, way, first)
    if (bound === null) return sql<boolean>`false`
    if (typeof bound === 'string' && !isDate(bound)) return undefined
    const path = `$.${JSON.stringify(name)} ${way === 'from' ? '>=' : '<='} ${JSON.stringify(bound)}`
    return having(sql`coalesce(custom @@ ${path}::jsonpath, false)`)
  }
  const typed = values.flatMap((value) => [...new Set([value, typedOf(value)])])
  const has = (value: unknown) => sql`custom @> ${JSON.stringify({ [name]: value })}::jsonb`
  const wanted = isNone(values) ? sql<boolean>`not custom ? ${name}` : having(sql.join(typed.map(has), sql` or `))
  return way === 'not' ? sql<boolean>`not (${wanted})` : wanted
}

/** One empty value: those that have none. */
const isNone = (values: readonly string[]) => values.length === 1 && values[0] === ''

const typedOf = (text: string): string | number | boolean =>
  text === 'true' || text === 'false' ? text === 'true' : isNumber(text) ? Number(text) : text

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const isId = (text: string): boolean => uuid.test(text)
const nobody = '00000000-0000-0000-0000-000000000000'

/** Whom `@me` and `@team` mean depends on who reads, so that one view serves many. */
function reader(value: string, person: PersonActor): string {
  if (value === '@me') return person.id
  return value === '@team' ? (person.team ?? nobody) : value
}

/** One value is compared plainly, so that the planner may walk an index already in the list's order. */
const isAny = (column: RawBuilder<unknown>, values: readonly unknown[], type: string): RawBuilder<boolean> =>
  values.length === 1
    ? sql`${column} = ${values[0]}::${sql.raw(type)}`
    : sql`${column} = any(${[...values]}::${sql.raw(type)}[])`
