import '../../server/tables.ts'
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { dateIn } from '../../../../record/zone.ts'
import { moneyReaders } from '../../keepers.rules.ts'
import { committedStates } from '../../purchase/purchase.record.ts'
import { type BudgetLine, budgetShape, type Figures } from '../figures.rules.ts'

/** What was planned, promised and spent in a year, budget by budget: each figure is the sum of a list. */
export const budgetFigures = query({
  path: '/api/budget-figures',
  allow: moneyReaders,
  summary: 'Budgets of a year with what was asked for, committed, spent and paid, and what was spent month by month',
  input: z.strictObject({
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    department: z.uuid().optional(),
  }),
  output: budgetShape.extend({ refs: refsSchema }),
  async run({ db, person, now, engine }, asked) {
    const year = asked.year ?? Number(dateIn(engine.zone, now).slice(0, 4))
    const { department } = asked
    const budgets = await linesOf(db, year, department)
    const [none, months, years] = await Promise.all([
      department === undefined ? chargedToNone(db, year) : null,
      byMonth(db, year, department),
      yearsKnown(db),
    ])
    const refs = await lookUp(
      engine,
      person,
      new Map([
        ['department', new Set(budgets.map((one) => one.department))],
        ['asset-category', new Set(budgets.flatMap((one) => one.category ?? []))],
      ]),
    )
    return { year, years: [...new Set([...years, year])].sort(), budgets, none, months, refs }
  },
})

const ofDepartment = (department: string | undefined) =>
  department === undefined ? sql`true` : sql`department = ${department}`

/** Exact to the fen, whatever the columns are summed as. */
const yuan = (amount: string, when = sql`true`) =>
  sql`round(coalesce(sum(${sql.ref(amount)}) filter (where ${when}), 0)::numeric, 2)::float8`

const inStates = (...states: string[]) => sql`state = any(${states}::text[])`

const purchaseFigures = sql`${yuan('total', inStates('requested'))} as requested,
  ${yuan('open_amount', inStates(...committedStates))} as committed`

async function linesOf(db: Kysely<Tables>, year: number, department: string | undefined): Promise<BudgetLine[]> {
  const { rows } = await sql<BudgetLine>`
    with b as (
      select id, number, name, state, department, category, planned from budget
      where year = ${year} and ${ofDepartment(department)}
    ),
    p as (select budget, ${purchaseFigures} from purchase where budget in (select id from b) group by budget),
    r as (select budget, ${yuan('amount')} as spent from receipt where budget in (select id from b) group by budget),
    i as (
      select budget, ${yuan('amount', inStates('paid'))} as paid from invoice
      where budget in (select id from b) group by budget
    )
    select b.*, coalesce(requested, 0) as requested, coalesce(committed, 0) as committed,
      coalesce(spent, 0) as spent, coalesce(paid, 0) as paid
    from b left join p on p.budget = b.id left join r on r.budget = b.id left join i on i.budget = b.id
    order by b.department, b.category nulls first, b.number`.execute(db.withoutPlugins())
  return rows
}

async function chargedToNone(db: Kysely<Tables>, year: number): Promise<Figures> {
  const within = (field: string) => sql`${sql.ref(field)} between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`
  const { rows } = await sql<Figures>`
    select p.requested, p.committed, r.spent, i.paid from
      (select ${purchaseFigures} from purchase where budget is null) p,
      (select ${yuan('amount')} as spent from receipt where budget is null and ${within('received_on')}) r,
      (select ${yuan('amount')} as paid from invoice
        where budget is null and state = 'paid' and ${within('paid_on')}) i`.execute(db.withoutPlugins())
  return rows[0] as Figures
}

async function byMonth(db: Kysely<Tables>, year: number, department: string | undefined) {
  const { rows } = await sql<{ month: string; spent: number }>`
    select to_char(m, 'YYYY-MM') as month, ${yuan('amount')} as spent
    from generate_series(${`${year}-01-01`}::date, ${`${year}-12-01`}::date, interval '1 month') m
    left join receipt on received_on >= m::date and received_on < (m + interval '1 month')::date
      and ${ofDepartment(department)}
    group by m order by m`.execute(db.withoutPlugins())
  return rows
}

async function yearsKnown(db: Kysely<Tables>): Promise<number[]> {
  const rows = await db.selectFrom('budget').select('year').distinct().execute()
  return rows.map(({ year }) => year)
}
