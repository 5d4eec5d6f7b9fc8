import { lastOfMonth } from '../../../../record/time.ts'
import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Reading } from '../../../../platform/area.ts'
import type { Renewal } from '../shape.rules.ts'

/** From the first day to the last. */
export interface Window {
  readonly at: Reading
  readonly from: string
  readonly to: string
}

/** Of each kind no more are shown. */
export const most = 1_000

/** Assets that are still there. */
const standing = ['ordered', 'in-stock', 'in-use', 'in-repair']

/** Written out, since the index `asset_warranties` is of these alone. */
const stands = sql`state in (${sql.join(standing.map((state) => sql.lit(state)))})`

const none = { decideOn: null, count: null, owner: null, supplier: null, goesOn: null, search: {} } as const

/** Contracts in force, and those that expired without another that goes on from them. */
export async function contractsEnding({ at, from, to }: Window): Promise<Renewal[]> {
  const { rows } = await sql<{
    id: string
    number: string
    title: string
    validTo: string
    noticeOn: string | null
    owner: string
    supplier: string
    prolongs: boolean
    next: boolean
    assets: number
  }>`select c.id, c.number, c.title, c.valid_to as "validTo", c.notice_on as "noticeOn", c.owner, c.supplier,
      c.state = 'in-force' and c.renew_months is not null as prolongs,
      exists (select from contract n where n.follows = c.id and n.state in ('draft', 'in-force')) as next,
      cardinality(c.assets) as assets
    from contract c where c.state in ('in-force', 'expired') and c.valid_to between ${from}::date and ${to}::date
    order by c.valid_to, c.id limit ${most}`.execute(at.db.withoutPlugins())
  return rows.map(({ id, number, title, validTo, noticeOn, owner, supplier, prolongs, next, assets }) => ({
    ...none,
    kind: 'contract',
    id,
    label: title,
    endsOn: validTo,
    decideOn: noticeOn,
    count: assets || null,
    owner,
    supplier,
    goesOn: next ? 'renewed' : prolongs ? 'by-itself' : null,
    path: `/contracts/${number}`,
  }))
}

/** Entitlements that end, each by itself: some of a licence may go on. */
export async function licencesEnding({ at, from, to }: Window): Promise<Renewal[]> {
  const rows = await at.db
    .selectFrom('entitlement as e')
    .innerJoin('licence as l', 'l.id', 'e.licence')
    .select(['e.id', 'l.number', 'l.name', 'e.validTo', 'e.quantity', 'l.owner', 'l.supplier'])
    .where('e.state', '=', 'standing')
    .where('l.state', '=', 'active')
    .where('e.validTo', '>=', from)
    .where('e.validTo', '<=', to)
    .orderBy('e.validTo')
    .orderBy('e.id')
    .limit(most)
    .execute()
  return rows.map(({ id, number, name, validTo, quantity, owner, supplier }) => ({
    ...none,
    kind: 'licence',
    id,
    label: name,
    endsOn: validTo as string,
    count: quantity,
    owner,
    supplier,
    path: `/licences/${number}`,
  }))
}

/** By model and month: what was bought together ends together. */
export async function warrantiesEnding({ at, from, to }: Window): Promise<Renewal[]> {
  const { rows } = await sql<{ month: string; model: string | null; name: string | null; first: string; n: number }>`
    with ending as (
      select date_trunc('month', warranty_until)::date as month, model, min(warranty_until) as first, count(*)::int as n
      from asset where ${stands}
        and warranty_until between ${from}::date and ${to}::date
      group by 1, 2 order by 1, 2 limit ${most}
    )
    select e.month, e.model, m.name, e.first, e.n from ending e left join asset_model m on m.id = e.model
    order by e.first, m.name, e.model`.execute(at.db.withoutPlugins())
  return rows.map(({ month, model, name, first, n }) => ({
    ...none,
    kind: 'warranty',
    id: `${month} ${model ?? ''}`,
    label: name,
    endsOn: first,
    count: n,
    path: '/assets',
    search: {
      state: standing.join(','),
      model: model ?? '',
      'warrantyUntil.from': month < from ? from : month,
      'warrantyUntil.to': earlier(lastOfMonth(month.slice(0, 7)), to),
    },
  }))
}

const earlier = (a: string, b: string): string => (a < b ? a : b)

/** Models of which there still are some, and how many. */
export async function supportEnding({ at, from, to }: Window): Promise<Renewal[]> {
  const { rows } = await sql<{ id: string; name: string; until: string; n: number }>`
    select m.id, m.name, m.support_until as until, has.n from asset_model m cross join lateral (
      select count(*)::int as n from asset
      where model = m.id and ${stands}
    ) has
    where m.state = 'active' and m.support_until between ${from}::date and ${to}::date and has.n > 0
    order by m.support_until, m.name limit ${most}`.execute(at.db.withoutPlugins())
  return rows.map(({ id, name, until, n }) => ({
    ...none,
    kind: 'support',
    id,
    label: name,
    endsOn: until,
    count: n,
    path: '/assets',
    search: { state: standing.join(','), model: id },
  }))
}
