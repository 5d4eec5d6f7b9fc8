import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { PersonActor } from '../../record/actor.ts'
import { type AnyRecord, tableOf } from '../../record/record.ts'
import type { Registry } from '../../record/registry.ts'
import { codesOf } from '../../record/search.ts'
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
 * Looks through every record that this person may read, in one statement: numbers by their beginning, then codes, names,
 * and the rest of the searched fields; newest first among equals. Groups with the nearest find come first.
 */
export async function find(
  db: Kysely<Tables>,
  registry: Registry,
  person: PersonActor,
  text: string,
  limit: number,
): Promise<Group[]> {
  const looks = registry.all.flatMap(({ record }) => {
    const filter = filterFor(record, record.access.read, person)
    return filter === false ? [] : [look(record, filter ?? sql<boolean>`true`, text, limit)]
  })
  if (looks.length === 0) return []
  const { rows } = await sql<Found & { counted: number }>`${sql.join(looks, sql` union all `)}`.execute(
    db.withoutPlugins(),
  )
  const groups = new Map<string, (Found & { counted: number })[]>()
  for (const row of rows) groups.set(row.record, [...(groups.get(row.record) ?? []), row])
  return [...groups]
    .map(([record, found]) => ({
      record,
      items: found.sort(nearer).map(({ counted: _counted, ...one }) => one),
      count: { value: Math.min(found[0]?.counted ?? 0, mostCounted), atLeast: (found[0]?.counted ?? 0) > mostCounted },
    }))
    .sort((a, b) => (a.items[0]?.rank ?? 0) - (b.items[0]?.rank ?? 0))
}

const nearer = (a: Found, b: Found): number => a.rank - b.rank || (a.id < b.id ? 1 : -1)

/** The finds in one table: a few of each way of finding, the best of them kept. */
function look(record: AnyRecord, filter: RawBuilder<boolean>, text: string, limit: number): RawBuilder<unknown> {
  const table = sql.table(tableOf(record))
  const label = sql.ref(snake(record.label))
  const given = text.trim()
  const ways: [RawBuilder<boolean>, RawBuilder<unknown>][] = [
    [numberFrom(given), sql`number desc`],
    [termsIn(record, given, 'A'), sql`id desc`],
    [termsIn(record, given), sql`id desc`],
  ]
  const found = ways.map(
    ([way, order]) => sql`(select id from ${table} where ${way} and ${filter} order by ${order} limit ${limit})`,
  )
  const all = sql`(${termsIn(record, given)} or ${numberFrom(given)})`
  const codes = [sql`number`, ...codesOf(record).map((name) => sql.ref(snake(name)))]
  const same = sql.join(
    codes.map((code) => sql`lower(${code}) = lower(${given})`),
    sql` or `,
  )
  return sql`(select ${record.name}::text as record, id, number, ${label} as label, state,
      case when ${same} then 0 when ${numberFrom(given)} then 1 when lower(${label}) = lower(${given}) then 2
        when ${termsIn(record, given, 'A')} then 3 else 4 end as rank,
      (select count(*) from (select 1 from ${table} where ${all} and ${filter} limit ${mostCounted + 1}) as seen) as counted
    from ${table} where id in (${sql.join(found, sql` union `)}) order by rank, id desc limit ${limit})`
}
