import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { PersonActor } from '../../record/actor.ts'
import { type AnyRecord, tableOf } from '../../record/record.ts'
import type { Registry } from '../../record/registry.ts'
import { codesOf, searchedFields } from '../../record/search.ts'
import { labelOf, snake } from '../db/columns.ts'
import { once } from '../db/pool.ts'
import type { Tables } from '../tables.ts'
import { filterFor } from './filter.ts'
import { isCommon, mayBeNumber, newestOf, numberFrom, readTerms, type Terms } from './search.ts'

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
 * searched fields; newest first among equals. Groups with the nearest find come first. One more statement counts where there is
 * more than is shown.
 */
export async function find(
  db: Kysely<Tables>,
  registry: Registry,
  person: PersonActor,
  text: string,
  limit: number,
): Promise<Group[]> {
  const places = registry.all.flatMap(({ record }): Place[] => {
    const filter = filterFor(record, record.access.read, person)
    return filter === false ? [] : [{ record, filter: filter ?? sql<boolean>`true` }]
  })
  if (places.length === 0) return []
  const wanted = { given: text.trim(), terms: await readTerms(db, text), limit }
  const rows = await lookInto(db, places, wanted)
  const found = places.flatMap((place) => {
    const mine = new Map(rows.filter(({ record }) => record === place.record.name).map((row) => [row.id, row]))
    return mine.size === 0 ? [] : [{ place, items: [...mine.values()].sort(nearer).slice(0, limit) }]
  })
  const full = found.filter(({ items }) => items.length === limit).map(({ place }) => place)
  const counts = full.length === 0 ? new Map<string, number>() : await countIn(db, full, wanted)
  return found
    .map(({ place, items }) => {
      const n = counts.get(place.record.name) ?? items.length
      return { record: place.record.name, items, count: { value: Math.min(n, mostCounted), atLeast: n > mostCounted } }
    })
    .sort((a, b) => (a.items[0]?.rank ?? 0) - (b.items[0]?.rank ?? 0))
}

const nearer = (a: Found, b: Found): number => a.rank - b.rank || (a.id < b.id ? 1 : -1)

/** A table to look into, and which of its rows are there for this person. */
interface Place {
  readonly record: AnyRecord
  readonly filter: RawBuilder<boolean>
}

/** What is looked for, and how much of it. */
interface Wanted {
  readonly given: string
  readonly terms: Terms | null
  readonly limit: number
}

/** A table of fewer rows is looked through as it comes; beyond it one looks near, wide and far. */
const small = 10_000

/**
 * The first finds of each way in each table. To plan dozens of tables takes longer than to find in them, so words are planned once per
 * connection, whatever they are: the text of the statement is the same for all of one set of roles. Numbers are looked for only
 * where numbers begin so.
 */
const lookInto = (db: Kysely<Tables>, places: readonly Place[], wanted: Wanted): Promise<Found[]> =>
  db
    .withoutPlugins()
    .transaction()
    .execute(async (trx) => {
      const numbered = places.filter(({ record }) => mayBeNumber(record, wanted.given))
      const byNumber = numbered.map((place) => numbersIn(place, wanted))
      const found = byNumber.length > 0 ? (await sql<Found>`${union(byNumber)} ${sql.raw(once)}`.execute(trx)).rows : []
      if (!wanted.terms) return found
      const large = await largeAmong(trx, places)
      const byWord = places.flatMap((place) =>
        large.has(tableOf(place.record)) ? wordsInLarge(place, wanted) : wordsIn(place, wanted),
      )
      if (byWord.length === 0) return found
      await sql`set local plan_cache_mode = force_generic_plan`.execute(trx)
      return [...found, ...(await sql<Found>`${union(byWord)}`.execute(trx)).rows]
    })

const union = (looks: readonly RawBuilder<unknown>[]) => sql.join(looks, sql` union all `)

async function largeAmong(db: Kysely<Tables>, places: readonly Place[]): Promise<ReadonlySet<string>> {
  const names = places.map(({ record }) => tableOf(record))
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class
    where relname = any(${names}) and relnamespace = current_schema::regnamespace and reltuples > ${small}`.execute(db)
  return new Set(rows.map(({ name }) => name))
}

/** What is told of a find, with its rank: the very number or code, a number that begins so, the very name, in the name, elsewhere. */
function shownOf({ record }: Place, { given, terms }: Wanted): RawBuilder<unknown> {
  const label = labelOf(record)
  const codes = [sql`number`, ...codesOf(record).map((name) => sql.ref(snake(name)))]
  const same = sql.join(
    codes.map((code) => sql`lower(${code}) = lower(${given})`),
    sql` or `,
  )
  return sql`${sql.lit(record.name)} as record, id, number, ${label} as label, state,
      case when ${same} then 0 when ${numberFrom(given)} then 1 when lower(${label}) = lower(${given}) then 2
        when ${isFirst(record, terms)} then 3 else 4 end as rank`
}

const isFirst = (record: AnyRecord, terms: Terms | null): RawBuilder<boolean> =>
  searchedFields(record).first.length > 0 ? holds(terms?.first) : sql<boolean>`false`

const numbersIn = (place: Place, wanted: Wanted): RawBuilder<unknown> =>
  sql`(select ${shownOf(place, wanted)} from ${sql.table(tableOf(place.record))}
    where ${numberFrom(wanted.given)} and ${place.filter} order by number desc limit ${wanted.limit})`

function wordsIn(place: Place, wanted: Wanted): RawBuilder<unknown>[] {
  const { first, rest } = searchedFields(place.record)
  if (first.length + rest.length === 0) return []
  return [
    sql`(select ${shownOf(place, wanted)} from ${sql.table(tableOf(place.record))}
      where ${holds(wanted.terms?.anywhere)} and ${place.filter} order by rank, id desc limit ${wanted.limit})`,
  ]
}

/** So many of the newest rows are looked through first, and so many for a word that is common but not among those. */
const near = 500
const wide = 50_000

/** So many finds of an index are looked at, where even that did not help: they may not be the newest. */
const most = 2_000

/**
 * By what names the record, and by the rest where there is any. A word is looked for among the newest rows first. Where those do not
 * suffice its index finds it if it is rare, and a longer walk if it is common, as an index would bring all of them up.
 */
function wordsInLarge(place: Place, wanted: Wanted): RawBuilder<unknown>[] {
  const { record, filter } = place
  const { terms, limit } = wanted
  const { first, rest } = searchedFields(record)
  const shown = shownOf(place, wanted)
  const byWord = (way: RawBuilder<boolean>) => sql`(with near as materialized (
      select ${shown} from ${newestOf(record, near)} where ${way} and ${filter} order by id desc limit ${limit}),
    wide as materialized (
      select ${shown} from ${newestOf(record, wide)} where (select count(*) from near) < ${limit}
        and ${isCommon(record, way)} and ${way} and ${filter} order by id desc limit ${limit})
    select * from near union all select * from wide union all
    select * from (select ${shown} from (
      select * from ${sql.table(tableOf(record))} where (select count(*) from near) < ${limit} and not exists (select from wide)
        and ${way} and ${filter} limit ${most}) as far
    order by id desc limit ${limit}) as rest)`
  return [
    ...(first.length > 0 ? [byWord(isFirst(record, terms))] : []),
    ...(rest.length > 0 ? [byWord(holds(terms?.anywhere))] : []),
  ]
}

/** Nothing holds what nobody asked for. */
const holds = (terms: string | undefined): RawBuilder<boolean> => sql<boolean>`search @@ ${terms ?? null}::tsquery`

/** How many there are in each of these tables, counted to a hundred. */
async function countIn(
  db: Kysely<Tables>,
  places: readonly Place[],
  { given, terms }: Wanted,
): Promise<Map<string, number>> {
  const counts = places.map(({ record, filter }) => {
    const { first, rest } = searchedFields(record)
    const word = first.length + rest.length > 0 ? holds(terms?.anywhere) : sql<boolean>`false`
    return sql`(select ${record.name}::text as record, count(*)::int as n from (
      select 1 from (select 1 from ${sql.table(tableOf(record))} where (${word} or ${numberFrom(given)}) and ${filter} offset 0) as every
      limit ${mostCounted + 1}) as seen)`
  })
  const { rows } = await sql<{
    record: string
    n: number
  }>`${sql.join(counts, sql` union all `)} ${sql.raw(once)}`.execute(db.withoutPlugins())
  return new Map(rows.map(({ record, n }) => [record, n]))
}
