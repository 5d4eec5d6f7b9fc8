import '../../server/tables.ts'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { condition } from '../../../../platform/read/filter.ts'
import type { Tables } from '../../../../platform/tables.ts'
import type { PersonActor } from '../../../../record/actor.ts'
import { asset } from '../../asset/asset.record.ts'
import { assetRelation } from '../../asset-relation/asset-relation.record.ts'
import { levels, mostCounted, mostShown } from '../impact.rules.ts'

/** What is so many steps away: those that are shown, and how many there are in all, as far as they are counted. */
export interface Step {
  /** Above 0: what stands on it; below: what it stands on. */
  readonly level: number
  readonly shown: readonly string[]
  readonly count: number
}

type Way = 'up' | 'down'

const ways = ['up', 'down'] as const

/** Of what kind one wants to hear first. */
const ranks = ['software', 'database', 'network', 'hardware', 'facility', 'document'] as const

/**
 * All steps to both sides in one statement. Each level goes on from what is shown of the one before, so that the work is
 * bounded however much hangs on a hub. Those that carry components are shown first, then systems before what they run on.
 */
export async function stepsAround(db: Kysely<Tables>, id: string, person: PersonActor): Promise<Step[]> {
  const each = ways.flatMap((way) => Array.from({ length: levels }, (_, i) => [way, i + 1] as const))
  const { rows } = await sql<Step>`
    with ${sql.join(each.flatMap(([way, level]) => oneLevel(way, level, id, person)))}
    ${sql.join(
      each.map(
        ([way, level]) => sql`select ${way === 'down' ? level : -level}::int as level,
          coalesce((select array_agg(id) from ${table(way, level, 'shown')}), '{}') as shown,
          (select count(*)::int from ${table(way, level, 'all')}) as count`,
      ),
      sql` union all `,
    )}`.execute(db)
  return rows
}

function oneLevel(way: Way, level: number, id: string, person: PersonActor): RawBuilder<unknown>[] {
  const [near, far] = (way === 'down' ? ['to', 'from'] : ['from', 'to']).map((end) => sql.ref(end)) as [
    RawBuilder<unknown>,
    RawBuilder<unknown>,
  ]
  const start = level === 1 ? sql`(${id}::uuid)` : sql`(select id from ${table(way, level - 1, 'shown')})`
  const seen = Array.from(
    { length: level - 1 },
    (_, i) => sql`and not exists (select from ${table(way, i + 1, 'all')} seen where seen.id = r.${far})`,
  )
  return [
    sql`${table(way, level, 'all')} as materialized (
      select distinct a.id, a.name, a.carries, a.rank from (
        select "from", "to" from asset_relation where ${near} in ${start} and state = 'standing'
          and ${condition(assetRelation, assetRelation.access.read, person)}
      ) r join lateral (
        select id, name, cardinality(components) as carries, (
          select array_position(${[...ranks]}::text[], kind) from asset_category k where k.id = category
        ) as rank from asset
        where id = r.${far} and state <> 'disposed' and ${condition(asset, asset.access.read, person)}
      ) a on true
      where r.${far} <> ${id} ${sql.join(seen, sql` `)} limit ${mostCounted + 1})`,
    sql`${table(way, level, 'shown')} as materialized (
      select id from ${table(way, level, 'all')} order by carries desc, rank, name, id limit ${mostShown})`,
  ]
}

const table = (way: Way, level: number, which: 'all' | 'shown') => sql.raw(`${way}_${level}_${which}`)
