import { dayAway, monthsAway } from '../../../../record/time.ts'
import '../../server/tables.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { refsSchema } from '../../../../platform/http/present.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import { staff } from '../../keepers.rules.ts'
import { kinds } from '../maintenance-order.rules.ts'

const mostOrders = 300
const monthsAhead = 12

const order = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  kind: z.enum(kinds),
  state: z.string(),
  dueOn: z.iso.date(),
  assets: z.int(),
  owner: z.uuid().nullable(),
  supplier: z.uuid().nullable(),
})

/** What is to be kept up: what is late, in hand or near, and how many each month brings. */
export const upkeep = query({
  path: '/api/upkeep',
  allow: staff,
  summary:
    'Maintenance that is late, in progress or due within some days; plans by the month of their next date; how soon repairs were answered',
  input: z.strictObject({ days: z.coerce.number().int().min(1).max(366).default(30) }),
  output: z.object({
    today: z.iso.date(),
    orders: z.array(order),
    plans: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        name: z.string(),
        nextOn: z.iso.date(),
        everyMonths: z.int(),
        owner: z.uuid(),
      }),
    ),
    /** Twelve months back and this one: done, and how long repairs waited on average; minutes. */
    months: z.array(
      z.object({
        month: z.string(),
        done: z.int(),
        repairs: z.int(),
        skipped: z.int(),
        responseMinutes: z.int().nullable(),
      }),
    ),
    refs: refsSchema,
  }),
  async run({ db, person, engine }, { days }) {
    const { today } = person
    const { rows: orders } = await sql<
      z.output<typeof order>
    >`select id, number, title, kind, state, due_on::text as "dueOn",
        cardinality(assets) as assets, owner, supplier
      from maintenance_order
      where state in ('planned', 'due', 'in-progress') and due_on <= ${dayAway(today, days)}
      order by due_on, id limit ${mostOrders}`.execute(db.withoutPlugins())
    const plans = await db
      .selectFrom('maintenancePlan')
      .select(['id', 'number', 'name', 'nextOn', 'everyMonths', 'owner'])
      .where('state', '=', 'active')
      .where('nextOn', '<=', monthsAway(today, monthsAhead))
      .orderBy('nextOn')
      .orderBy('id')
      .limit(mostOrders)
      .execute()
    const { rows: months } = await sql<{
      month: string
      done: number
      repairs: number
      skipped: number
      responseMinutes: number | null
    }>`select to_char(m, 'YYYY-MM') as month,
        count(o.id) filter (where o.state = 'done')::int as done,
        count(o.id) filter (where o.state = 'done' and o.kind = 'repair')::int as repairs,
        count(o.id) filter (where o.state = 'skipped')::int as skipped,
        round(avg(o.response_minutes) filter (where o.kind = 'repair'))::int as "responseMinutes"
      from generate_series(${`${monthsAway(today, -monthsAhead).slice(0, 7)}-01`}::date, ${today}::date, '1 month') m
      left join maintenance_order o on o.due_on >= m and o.due_on < m + interval '1 month' and o.state in ('done', 'skipped')
      group by m order by m`.execute(db.withoutPlugins())
    const people = new Set([...orders, ...plans].flatMap(({ owner }) => owner ?? []))
    const suppliers = new Set(orders.flatMap(({ supplier }) => supplier ?? []))
    return {
      ...{ today, orders, months },
      plans: plans.map((one) => ({ ...one, nextOn: one.nextOn as string })),
      refs: await lookUp(
        engine,
        person,
        new Map([
          [engine.directory.record.name, people],
          ['supplier', suppliers],
        ]),
      ),
    }
  },
})
