import '../../server/tables.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { query, type Reading } from '../../../../platform/area.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import { allBelow } from '../../../operations/operations.api.ts'
import { servicesOffered } from '../../../service/service.api.ts'
import { moneyReaders } from '../../keepers.rules.ts'
import { type Aspect, aspects, type Part, partShape } from '../shape.rules.ts'

const kinds: Readonly<Record<Exclude<Aspect, 'service'>, string>> = {
  category: 'asset-category',
  model: 'asset-model',
  department: 'department',
}

/** What each kind, model, department or service comes to. */
export const resourceParts = query({
  path: '/api/resources/parts',
  allow: moneyReaders,
  summary: 'Assets put together by category, model, department or service: how many, how old, how busy, what they cost',
  input: z.strictObject({ of: z.enum(aspects).default('category') }),
  output: z.object({ items: z.array(partShape) }),
  run: async (at, { of }) => ({ items: of === 'service' ? await byService(at) : await byField(at, of) }),
})

type Sums = Omit<Part, 'label'>

/** What is summed of assets, whose cost may count by its share alone. */
const sums = (share = sql`1`) => sql`count(*)::int as assets,
  count(*) filter (where f.verdict <> 'keep')::int as advised,
  round(avg(f.age_months) filter (where f.age_months >= 0), 1)::float8 as "ageMonths",
  round(avg((figures ->> 'use')::float8))::float8 as use,
  sum(f.failures)::float8 as failures,
  sum((figures ->> 'repairs')::int)::float8 as repairs,
  round((sum((figures ->> 'responseMinutes')::float8 * (figures ->> 'repairs')::int)
    / nullif(sum((figures ->> 'repairs')::int) filter (where figures ->> 'responseMinutes' is not null), 0))::numeric)::float8
    as "responseMinutes",
  coalesce(sum(${share} * (figures ->> 'cost')::float8), 0)::float8 as cost,
  coalesce(sum(${share} * (figures ->> 'bookValue')::float8), 0)::float8 as "bookValue",
  sum(${share} * (figures ->> 'spentYear')::float8)::float8 as "spentYear",
  sum(${share} * f.cost_year)::float8 as "costYear"`

async function byField({ db, engine, person }: Reading, of: Exclude<Aspect, 'service'>): Promise<Part[]> {
  const { rows } = await sql<Sums>`select ${sql.ref(`a.${of}`)} as id, ${sums()}
    from resource_figure f join asset a on a.id = f.asset group by 1 order by "costYear" desc, 1 limit 500`.execute(
    db.withoutPlugins(),
  )
  const refs = await lookUp(engine, person, new Map([[kinds[of], new Set(rows.flatMap(({ id }) => id ?? []))]]))
  return rows.map((row) => ({ ...row, label: row.id ? (refs[row.id]?.label ?? null) : null }))
}

/** A service bears of the cost of each asset on which it stands as much as every other that does; what fails, fails for all of them. */
async function byService({ db }: Reading): Promise<Part[]> {
  const services = await servicesOffered(db)
  const below = await allBelow(db)
  const on = services.flatMap(({ id, components }) => below(components).map((component) => ({ id, component })))
  if (on.length === 0) return []
  const { rows } = await sql<Sums>`with stands as (
      select distinct s.id, a.id as asset
      from jsonb_to_recordset(${JSON.stringify(on)}::jsonb) as s (id uuid, component uuid)
      join asset a on a.components @> array[s.component]
    ), shared as (
      select id, asset, 1.0 / count(*) over (partition by asset) as share from stands
    )
    select s.id, ${sums(sql`s.share`)} from shared s join resource_figure f on f.asset = s.asset
    group by s.id order by "costYear" desc, s.id`.execute(db.withoutPlugins())
  const names = new Map(services.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({ ...row, label: (row.id && names.get(row.id)) ?? null }))
}
