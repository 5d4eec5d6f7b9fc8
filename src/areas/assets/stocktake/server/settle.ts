import './line.table.ts'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { createAll } from '../../../../platform/write/create-all.ts'
import { Refusal } from '../../../../record/problem.ts'
import {
  type Decision,
  type Kind,
  movedSince,
  proposalFor,
  type Standing,
} from '../../stocktake-difference/decision.rules.ts'
import { stocktakeDifference } from '../../stocktake-difference/stocktake-difference.record.ts'
import { type Count, outcomeOf, type Within } from '../result.rules.ts'
import { placesWithin } from './places.ts'

type Db = Kysely<Tables>

/** More is no settling of differences: it was not counted yet. */
const mostDifferences = 20_000
const handful = 1_000

const tooMany = (n: number): Refusal =>
  new Refusal('too-large', [
    `差异有 ${n.toLocaleString('en-US')} 条,多于 ${mostDifferences.toLocaleString('en-US')} 条。请先继续清点,或缩小范围另行盘点。`,
    `There are ${n.toLocaleString('en-US')} differences, more than ${mostDifferences.toLocaleString('en-US')}. Count on first, or plan a smaller scope.`,
  ])

/** What a difference is about, from which all the rest of it follows. */
interface Case {
  readonly asset: string | null
  readonly tag: string
  readonly name: string | null
  /** As frozen; null: not expected. */
  readonly then: Standing | null
  readonly now: Standing | null
  readonly counts: readonly Count[]
}

/** Until when counts were received: one that was being taken as the counting ended is among them. */
export async function receivedUntil(db: Db, id: string, now: string): Promise<string> {
  const last = await db
    .selectFrom('stocktakeCount')
    .select('createdAt')
    .where('stocktake', '=', id)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last && last.createdAt > now ? last.createdAt : now
}

/** Finds the differences anew: what still holds keeps what was decided of it, what holds no more is withdrawn. */
export async function settle(tx: Tx, id: string, leader: string, until: string): Promise<void> {
  const within = await placesWithin(tx.db)
  const found = (await casesOf(tx.db, id, until)).flatMap((one) => differenceOf(one, id, leader, within))
  if (found.length > mostDifferences) throw tooMany(found.length)
  const standing = await tx.db
    .selectFrom('stocktakeDifference')
    .selectAll()
    .where('stocktake', '=', id)
    .where('state', 'in', ['open', 'decided'])
    .orderBy('id')
    .execute()
  const known = new Map(standing.map((one) => [keyOf(one), one.id]))
  const system = tx.as('stocktake')
  for (const one of found) known.delete(keyOf(one))
  for (const gone of known.values()) await system.act(stocktakeDifference, gone, 'withdraw')
  const kept = new Set(standing.filter(({ id }) => ![...known.values()].includes(id)).map(keyOf))
  const fresh = found.filter((one) => !kept.has(keyOf(one)))
  for (let from = 0; from < fresh.length; from += handful)
    await createAll(system, stocktakeDifference, fresh.slice(from, from + handful))
}

interface Difference {
  readonly stocktake: string
  readonly leader: string
  readonly label: string
  readonly kind: Kind
  readonly asset: string | null
  readonly tag: string
  readonly expectedPlace: string | null
  readonly expectedHolder: string | null
  readonly expectedState: string | null
  readonly foundPlace: string | null
  readonly foundHolder: string | null
  readonly count: string | null
  readonly counts: number
  readonly moved: boolean
  readonly proposal: Decision | null
}

const keyOf = ({ kind, asset, tag, count, moved }: Pick<Difference, 'kind' | 'asset' | 'tag' | 'count' | 'moved'>) =>
  `${kind} ${asset ?? tag} ${count} ${moved}`

function differenceOf(one: Case, stocktake: string, leader: string, within: Within): Difference[] {
  const { asset, tag, name, then, now, counts } = one
  const outcome = outcomeOf(then, counts, within)
  const { result, stands } = outcome
  if (result === 'found') return []
  const was = then ?? now
  return [
    {
      ...{ stocktake, leader, asset, tag, kind: result },
      label: [tag, name].filter(Boolean).join(' '),
      expectedPlace: was?.location ?? null,
      expectedHolder: was?.custodian ?? null,
      expectedState: was?.state ?? null,
      foundPlace: stands?.place ?? null,
      foundHolder: stands?.holder ?? null,
      count: stands?.id ?? null,
      counts: counts.length,
      moved: then !== null && now !== null && movedSince(then, now),
      proposal: proposalFor(outcome, then, now, within),
    },
  ]
}

/** All that is not plainly as expected, with its counts received until the end: a full look is worth it only there. */
async function casesOf(db: Db, id: string, until: string): Promise<Case[]> {
  const { rows } = await sql<Case>`
    with cases as (
      select l.asset, l.tag, l.name,
        json_build_object('location', l.location, 'custodian', l.custodian, 'state', l.state) as "then"
      from stocktake_line l where l.stocktake = ${id} and (not counted or exists (
        select from stocktake_count c where c.stocktake = l.stocktake and c.asset = l.asset
          and (c.place is distinct from l.location or (c.holder is not null and c.holder is distinct from l.custodian)
            or c.follows is not null)))
      union all
      select c.asset, c.tag, null, null
      from (select distinct on (coalesce(asset::text, tag)) asset, tag from stocktake_count
        where stocktake = ${id} and created_at <= ${until} order by coalesce(asset::text, tag), id) c
      where not exists (select from stocktake_line l where l.stocktake = ${id} and l.asset = c.asset)
    )
    select one.asset, one.tag, coalesce(one.name, a.name) as name, one."then",
      case when a.id is not null
        then json_build_object('location', a.location, 'custodian', a.custodian, 'state', a.state) end as "now",
      coalesce((select json_agg(json_build_object('id', c.id, 'place', c.place, 'holder', c.holder, 'counter', c.counter,
          'countedAt', to_char(c.counted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
        from stocktake_count c where c.stocktake = ${id} and c.created_at <= ${until}
          and (c.asset = one.asset or (one.asset is null and c.asset is null and c.tag = one.tag))), '[]') as counts
    from cases one left join asset a on a.id = one.asset order by one.tag`.execute(db.withoutPlugins())
  return rows
}
