import '../../server/tables.ts'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'

/** What stands on a component, directly or through others; the component itself is the first, at distance 0. */
export interface Reached {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly distance: number
  readonly trading: boolean
}

export interface ReachedService {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly trading: boolean
}

/** One walk up the map: the components that go with this one, and the services that stand on any of them. */
export async function reachOf(
  db: Kysely<Tables>,
  component: string,
): Promise<{ components: Reached[]; services: ReachedService[] }> {
  const { rows } = await sql<Reached & { kind: 'component' | 'service' }>`
    with recursive ${above(sql`select ${component}::uuid`)}, near as (select id, min(distance) as distance from above group by id)
    select 'component' as kind, c.id, c.number, c.name, near.distance, c.criticality = 'trading' as trading
      from near join component c on c.id = near.id
    union all
    select 'service', s.id, s.number, s.name, 0, s.affects_trading from service s
      where s.state <> 'retired' and s.components && (select array_agg(id) from near)
    order by 1, 5, 6 desc, 4, 2`.execute(db)
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ kind: _kind, ...row }) => row)
  return { components: of('component'), services: of('service').map(({ distance: _distance, ...one }) => one) }
}

/** For each of these components, the one service that stands on it, directly or through others; none where it is not one. */
export async function soleServices(db: Kysely<Tables>, components: readonly string[]): Promise<Map<string, string>> {
  if (components.length === 0) return new Map()
  const { rows } = await sql<{ root: string; service: string }>`
    with recursive ${above(sql`select unnest(${[...components]}::uuid[])`)}
    select above.root, (array_agg(distinct s.id))[1] as service
    from above join service s on s.state <> 'retired' and s.components @> array[above.id]
    group by above.root having count(distinct s.id) = 1`.execute(db)
  return new Map(rows.map(({ root, service }) => [root, service]))
}

/** Components with everything that depends on them; `union` ends a walk that meets itself only by distance, so it is bounded. */
const above = (roots: ReturnType<typeof sql>) => sql`above (root, id, distance) as (
    select root, root, 0 from (${roots}) as given (root)
    union
    select above.root, c.id, above.distance + 1 from above
      join component c on c.depends_on @> array[above.id] and c.state <> 'retired' where above.distance < 12)`
