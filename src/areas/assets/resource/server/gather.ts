import '../../server/tables.ts'
import { type Kysely, sql } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { dayMs, instantAt, monthsAway, msOf, mustBeDay } from '../../../../record/time.ts'
import { dateIn } from '../../../../record/zone.ts'
import { strainOf } from '../../../operations/operations.api.ts'
import { incidentsSince } from '../../../service/service.api.ts'
import { bookValueAt, type Method, termsOf } from '../../asset/depreciation.rules.ts'
import { yuanOf } from '../../money.rules.ts'
import type { Figures } from '../resource.rules.ts'

/** An asset with its figures and what a year of it costs: what it lost in value, and its maintenance. */
export interface Gathered extends Figures {
  readonly id: string
  readonly costYear: number
}

/** What holds for every asset: when it is, and what its components went through. */
export interface Times {
  readonly today: string
  readonly zone: string
  readonly since: string
  readonly failures: ReadonlyMap<string, number>
  readonly strain: ReadonlyMap<string, { readonly up: number; readonly slow: number }>
}

const strainDays = 7

export async function timesOf({ db, clock, zone }: Engine): Promise<Times> {
  const now = clock.now()
  const today = dateIn(zone, now)
  const since = instantAt(mustBeDay(monthsAway(today, -12)) * dayMs)
  const [failures, strain] = await Promise.all([
    incidentsSince(db, since),
    strainOf(db, instantAt(msOf(now) - strainDays * dayMs), now),
  ])
  return { today, zone, since, failures, strain }
}

interface Raw {
  readonly id: string
  readonly state: string
  readonly cost: number | null
  readonly depreciation: Method | null
  readonly usefulMonths: number | null
  readonly inServiceOn: string | null
  readonly purchasedOn: string | null
  /** Of its category. */
  readonly usual: { readonly depreciation: Method; readonly usefulMonths: number; readonly residual: number }
  readonly components: string[]
  readonly warrantyUntil: string | null
  readonly supportUntil: string | null
  readonly spentYear: number
  readonly spentAll: number
  readonly repairs: number
  readonly responseMinutes: number | null
  readonly downMinutes: number
  readonly isBeyondRepair: boolean
  readonly use: number | null
  readonly fullest: number | null
  readonly stockedAt: string | null
}

/** The figures of some assets, or of the next so many after an id: one round trip. What is out of use for good has none. */
export async function gather(
  db: Kysely<Tables>,
  times: Times,
  which: { readonly ids: readonly string[] } | { readonly after: string | null; readonly limit: number },
): Promise<Gathered[]> {
  const some =
    'ids' in which
      ? sql`a.id = any(${[...which.ids]}::uuid[])`
      : sql`a.id > ${which.after ?? '00000000-0000-0000-0000-000000000000'}`
  const limit = 'limit' in which ? sql`limit ${which.limit}` : sql``
  const { rows } = await sql<Raw>`with chosen as materialized (
      select a.* from asset a where ${some} and a.state in ('in-use', 'in-stock', 'in-repair') order by a.id ${limit}
    ), care as (
      select s.id, o.kind, o.state, o.outcome, o.finished_at, o.created_at, o.response_minutes, o.down_minutes,
        coalesce(o.cost, 0) / cardinality(o.assets) as cost
      from chosen s join maintenance_order o on o.assets @> array[s.id] and o.state <> 'skipped'
    ), cared as (
      select id, sum(cost) as all_time,
        sum(cost) filter (where finished_at >= ${times.since}) as year,
        count(*) filter (where kind = 'repair' and created_at >= ${times.since})::int as repairs,
        avg(response_minutes) filter (where kind = 'repair' and created_at >= ${times.since}) as response,
        sum(down_minutes) filter (where finished_at >= ${times.since}) as down,
        (array_agg(outcome order by finished_at desc) filter (where kind = 'repair' and state = 'done'))[1] as outcome
      from care group by id
    )
    select s.id, s.state, s.components, s.cost, s.in_service_on::text as "inServiceOn", s.purchased_on::text as "purchasedOn",
      s.depreciation, s.useful_months as "usefulMonths",
      jsonb_build_object('depreciation', c.depreciation, 'usefulMonths', c.useful_months, 'residual', c.residual) as usual,
      s.warranty_until::text as "warrantyUntil", m.support_until::text as "supportUntil",
      coalesce(k.year, 0)::float8 as "spentYear", coalesce(k.all_time, 0)::float8 as "spentAll",
      coalesce(k.repairs, 0) as repairs, round(k.response)::int as "responseMinutes",
      coalesce(k.down, 0)::float8 as "downMinutes", coalesce(k.outcome = 'beyond-repair', false) as "isBeyondRepair",
      l.use, l.fullest, j.at as "stockedAt"
    from chosen s join asset_category c on c.id = s.category left join asset_model m on m.id = s.model
    left join cared k on k.id = s.id
    left join lateral (
      select round(avg(cpu))::int as use, round(greatest(avg(cpu), avg(memory), avg(disk)))::int as fullest
      from asset_load where asset = s.id and at >= ${times.since}
    ) l on true
    left join lateral (
      select to_char(max(at) at time zone ${times.zone}, 'YYYY-MM-DD') as at from journal where s.state = 'in-stock' and record_id = s.id and changes ? 'state'
    ) j on true
    order by s.id`.execute(db.withoutPlugins())
  return rows.map((row) => figuresOf(row, times))
}

function figuresOf(row: Raw, { today, failures, strain }: Times): Gathered {
  const { id, state, cost, components, usual, stockedAt } = row
  const probed = components.flatMap((one) => strain.get(one) ?? [])
  const terms = termsOf(row, usual)
  const worthAt = (date: string) => (terms ? yuanOf(bookValueAt(terms, date)) : null)
  const bookValue = worthAt(today)
  const lost = Math.max(0, (worthAt(monthsAway(today, -12)) ?? 0) - (bookValue ?? 0))
  return {
    ...{ id, state, cost, bookValue },
    ...{ spentYear: row.spentYear, spentAll: row.spentAll, costYear: lost + row.spentYear },
    ...{ repairs: row.repairs, responseMinutes: row.responseMinutes, downMinutes: row.downMinutes },
    ...{ use: row.use, fullest: row.fullest, isBeyondRepair: row.isBeyondRepair },
    ...{ warrantyUntil: row.warrantyUntil, supportUntil: row.supportUntil },
    lifeMonths: row.usefulMonths ?? usual.usefulMonths,
    ageMonths: monthsBetween(row.inServiceOn ?? row.purchasedOn, today),
    failures: components.reduce((sum, one) => sum + (failures.get(one) ?? 0), 0),
    up: probed.length > 0 ? Math.min(...probed.map(({ up }) => up)) : null,
    slow: probed.length > 0 ? Math.max(...probed.map(({ slow }) => slow)) : null,
    idleDays: stockedAt ? Math.max(0, mustBeDay(today) - mustBeDay(stockedAt)) : null,
  }
}

/** Whole months from one date to another; null where the first is not known. */
export function monthsBetween(from: string | null, to: string): number | null {
  if (!from) return null
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  return Math.max(0, months - (to.slice(8) < from.slice(8) ? 1 : 0))
}
