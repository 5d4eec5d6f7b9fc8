import './line.table.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { fault, invalid } from '../../../../record/problem.ts'
import { everyone } from '../../../../record/rule.ts'
import { dayMs } from '../../../../record/time.ts'
import { foreseenOf } from '../../../administration/administration.api.ts'
import { stocktake } from '../stocktake.record.ts'

const mostDays = 400

const one = z.object({
  number: z.string(),
  title: z.string(),
  state: z.enum(stocktake.states as readonly [string, ...string[]]),
  plannedOn: z.iso.date(),
  dueOn: z.iso.date(),
  startedAt: z.iso.datetime().nullable(),
  approvedAt: z.iso.datetime().nullable(),
  expected: z.int(),
  counted: z.int(),
})

/** The stocktakes of some months, those that are overdue whenever they fell, and what schedules are going to make. */
export const stocktakeCalendar = query({
  path: '/api/stocktake-calendar',
  allow: everyone,
  summary: 'Stocktakes between two dates, the unfinished ones that are overdue, and those that schedules will make',
  input: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  output: z.object({
    items: z.array(one),
    overdue: z.array(one),
    foreseen: z.array(z.object({ schedule: z.string(), name: z.string(), date: z.iso.date() })),
  }),
  async run({ db, person, now }, { from, to }) {
    const days = (Date.parse(to) - Date.parse(from)) / dayMs
    if (days < 0 || days > mostDays)
      throw invalid([fault('to', 'order', `起止日期之间最多 ${mostDays} 天。`, `At most ${mostDays} days after from.`)])
    const stocktakes = async (which: ReturnType<typeof sql>) =>
      (
        await sql<z.output<typeof one>>`select number, title, state, planned_on as "plannedOn", due_on as "dueOn",
          started_at as "startedAt", approved_at as "approvedAt", coalesce(t.expected, 0)::int as expected,
          coalesce(t.counted, 0)::int as counted
        from stocktake left join lateral (select sum(expected) as expected, sum(counted) as counted
          from stocktake_tally where stocktake = stocktake.id and "of" = 'place') t on true
        where ${which} and ${condition(stocktake, stocktake.access.read, person)}
        order by planned_on, id limit 500`.execute(db.withoutPlugins())
      ).rows
    const [items, overdue, foreseen] = await Promise.all([
      stocktakes(sql`planned_on <= ${to}::date and due_on >= ${from}::date and state <> 'cancelled'`),
      stocktakes(sql`due_on < ${person.today}::date and state in ('planned', 'counting', 'settling', 'in-approval')`),
      foreseenOf(db, stocktake.name, now, `${to}T15:59:59.999Z`),
    ])
    return { items, overdue, foreseen: foreseen.filter(({ date }) => date >= from && date <= to) }
  },
})
