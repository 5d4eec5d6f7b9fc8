import '../../server/tables.ts'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import { sumYuan } from '../../money.rules.ts'
import type { purchase } from '../../purchase/purchase.record.ts'

type Row = Pick<RowOf<typeof purchase>, 'id' | 'department' | 'neededBy' | 'lines' | 'total'>

/** What a purchase is charged to, and whether that has too little left for it. */
export interface Charge {
  readonly budget: string | null
  readonly overdraws: boolean
}

/**
 * The budget in force of the year and department: the one for its category where all its lines have the same, else the general
 * one. It is locked, so that two who ask for the same money ask one after the other.
 */
export async function chargeOf(tx: Tx, row: Row): Promise<Charge> {
  const categories = [...new Set(row.lines.map(({ category }) => category))]
  const [category = null] = categories.length === 1 ? categories : []
  const found = await tx.db
    .selectFrom('budget')
    .select(['id', 'planned'])
    .where('state', '=', 'in-force')
    .where('year', '=', Number((row.neededBy ?? tx.today).slice(0, 4)))
    .where('department', '=', row.department)
    .where((one) => one.or([one('category', 'is', null), one('category', '=', category)]))
    .orderBy('category', (order) => order.asc().nullsLast())
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (!found) return { budget: null, overdraws: false }
  const taken = await takenFrom(tx.db, found.id, row.id)
  return { budget: found.id, overdraws: sumYuan([taken, row.total]) > found.planned }
}

/**
 * Yuan of a budget that others have: what is promised, what came in, and what was asked for before this and still waits to be
 * agreed to.
 */
async function takenFrom(db: Kysely<Tables>, budget: string, purchase: string): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    with asked as (
      select max(requested_at) as at from approval
      where record_id = ${purchase} and verb = 'submit' and state in ('pending', 'approved')
    )
    select round((
      (select coalesce(sum(open_amount), 0) from purchase where budget = ${budget} and id <> ${purchase})
      + (select coalesce(sum(amount), 0) from receipt where budget = ${budget})
      + (select coalesce(sum(p.total), 0) from purchase p
         where p.budget = ${budget} and p.id <> ${purchase} and p.state = 'requested' and exists (
           select 1 from approval a where a.record_id = p.id and a.verb = 'submit' and a.state = 'pending'
             and a.requested_at < coalesce((select at from asked), 'infinity')))
    )::numeric, 2)::float8 as taken`.execute(db)
  return rows[0]?.taken ?? 0
}
