import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { PersonActor } from '../../record/actor.ts'
import { type AnyRecord, tableOf } from '../../record/record.ts'
import type { Registry } from '../../record/registry.ts'
import { codesOf, searchedFields } from '../../record/search.ts'
import { snake } from '../db/columns.ts'
import type { Tables } from '../tables.ts'
import { filterFor } from './filter.ts'
import { numberFrom, termsIn } from './search.ts'

/** One record that was found; the lower its rank, the nearer to what was meant. */
export interface Found {
  readonly record: string
  readonly id: string
  readonly number: string
  readonly label: string
  readonly state: string
  readonly rank: number
}

/** What was found of one kind of record, best first, with how many there are, counted to a hundred. */
export interface Group {
  readonly record: string
  readonly items: readonly Found[]
  readonly count: { readonly value: number; readonly atLeast: boolean }
}

const mostCounted = 100

/**
 * Looks through every record that this person may read: numbers by their beginning, then codes, names, and the rest of the
 * searched fields; newest first among equals. Groups with the nearest find come first. One statement finds, and one more counts
 * where there is more than is shown: with dozens of tables planning is what takes the time.
 */
export async function find(
  db: Kysely<Tables>,
  registry: Registry,
  person: PersonActor,
  text: string,
  limit: number,
): Promise<Group[]> {
  const given = text.trim()
  const places = registry.all.flatMap(({ record }): Place[] => {
    const filter = filterFor(record, record.access.read, person)
    const ways = filter === false ? [] : waysOf(record, given)
    return filter === false || ways.length === 0 ? [] : [{ record, ways, filter: filter ?? sql<boolean>`true` }]
  })
  if (places.length === 0) return []
  const looks = places.flatMap((place) => place.ways.map((way) => look(place, way, given, limit)))
  const { rows } = await sql<Found>`${sql.join(looks, sql` union all `)}`.execute(db.withoutPlugins())
  const found = places.flatMap((place) => {
    const mine = new Map(rows.filter(({ record }) => record === place.record.name).map((row) => [row.id, row]))
    return mine.size === 0 ? [] : [{ place, items: [...mine.values()].sort(nearer).slice(0, limit) }]
  })
  const full = found.filter(({ items }) => items.length === limit).map(({ place }) => place)
  const counts = full.length === 0 ? new Map<string, number>() : await countIn(db, full)
  return found
    .map(({ place, items }) => {
      const n = counts.get(place.record.name) ?? items.length
      return { record: place.record.name, items, count: { value: Math.min(n, mostCounted), atLeast: n > mostCounted } }
    })
    .sort((a, b) => (a.items[0]?.rank ?? 0) - (b.items[0]?.rank ?? 0))
}

const nearer = (a: Found, b: Found): number => a.rank - b.rank || (a.id < b.id ? 1 : -1)

/** A table to look into: what is asked of a row, and who may see which. */
interface Place {
  readonly record: AnyRecord
  readonly ways: readonly Way[]
  readonly filter: RawBuilder<boolean>
}

/** A way of finding, and which of what it finds comes first. */
interface Way {
  readonly holds: RawBuilder<boolean>
  readonly order: RawBuilder<unknown>
}

/** Numbers where it may be the beginning of one, what names the record, and the rest where there is any. */
function waysOf(record: AnyRecord, given: string): Way[] {
  const { first, rest } = searchedFields(record)
  const number = `${record.number}-`
  const typed = given.toUpperCase()
  const newest = sql`id desc`
  return [
    ...(number.startsWith(typed) || typed.startsWith(number)
      ? [{ holds: numberFrom(given), order: sql`number desc` }]
      : []),
    ...(first.length > 0 ? [{ holds: termsIn(record, given, 'A'), order: newest }] : []),
    ...(rest.length > 0 ? [{ holds: termsIn(record, given), order: newest }] : []),
  ]
}

/** The first finds of one way in one table. */
function look({ record, filter }: Place, { holds, order }: Way, given: string, limit: number): RawBuilder<unknown> {
  const label = sql.ref(snake(record.label))
  const codes = [sql`number`, ...codesOf(record).map((name) => sql.ref(snake(name)))]
  const same = sql.join(
    codes.map((code) => sql`lower(${code}) = lower(${given})`),
    sql` or `,
  )
  return sql`(select ${record.name}::text as record, id, number, ${label} as label, state,
      case when ${same} then 0 when ${numberFrom(given)} then 1 when lower(${label}) = lower(${given}) then 2
        when ${termsIn(record, given, 'A')} then 3 else 4 end as rank
    from ${sql.table(tableOf(record))} where ${holds} and ${filter} order by ${order} limit ${limit})`
}

/** How many there are in each of these tables, counted to a hundred. */
async function countIn(db: Kysely<Tables>, places: readonly Place[]): Promise<Map<string, number>> {
  const counts = places.map(({ record, ways, filter }) => {
    const any = sql.join(
      ways.map(({ holds }) => holds),
      sql` or `,
    )
    return sql`(select ${record.name}::text as record, count(*)::int as n from (
      select 1 from ${sql.table(tableOf(record))} where (${any}) and ${filter} limit ${mostCounted + 1}) as seen)`
  })
  const { rows } = await sql<{ record: string; n: number }>`${sql.join(counts, sql` union all `)}`.execute(
    db.withoutPlugins(),
  )
  return new Map(rows.map(({ record, n }) => [record, n]))
}
