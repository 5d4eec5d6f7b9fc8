import { type Kysely, sql } from 'kysely'
import { labelOf, snake } from '../../../../platform/db/columns.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { type AnyRecord, tableOf } from '../../../../record/record.ts'
import type { Registry } from '../../../../record/registry.ts'
import { givenBack as ofAssets } from '../../../assets/assets.api.ts'
import { givenBack as ofSecurity } from '../../../security/security.api.ts'
import { type GivenBack, type Holding, holdingsIn } from '../holding.rules.ts'

/** Everything that is given back, or taken away, rather than handed over; in this order. */
export const givenBack: readonly GivenBack[] = [...ofAssets, ...ofSecurity]

interface Where {
  readonly db: Kysely<Tables>
  readonly registry: Registry
  readonly directory: AnyRecord
}

/** A record that somebody has in hand. */
export interface Held {
  readonly id: string
  readonly number: string
  readonly label: string
  readonly state: string
}

/** All of one way of holding, in somebody's hands. */
export interface HeldGroup extends Holding {
  readonly count: number
  /** The oldest; not all of them where there are many. */
  readonly items: readonly Held[]
}

/** More of one kind are handed over in several goes. */
export const mostAtOnce = 500

/** What a person has in hand, by record and field, in the order of the menu: one round trip. */
export async function heldBy({ db, registry, directory }: Where, person: string): Promise<HeldGroup[]> {
  const records = registry.all.map(({ record }) => record)
  const ways = holdingsIn(records, givenBack, directory.name)
  const looks = ways.map(
    ({ record, field, states }, n) => sql`(select ${n}::int as n, id, number, ${labelOf(record)} as label, state,
      count(*) over ()::int as count from ${sql.table(tableOf(record))}
      where ${sql.ref(snake(field))} = ${person} and state = any(${[...states]}) order by number limit ${mostAtOnce})`,
  )
  const { rows } = await sql<Held & { n: number; count: number }>`${sql.join(looks, sql` union all `)}`.execute(
    db.withoutPlugins(),
  )
  return ways.flatMap((way, n): HeldGroup[] => {
    const own = rows.filter((row) => row.n === n)
    return own.length === 0 ? [] : [{ ...way, count: own[0]?.count ?? 0, items: own }]
  })
}
