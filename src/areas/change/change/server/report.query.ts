import '../../server/tables.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { lastOfMonth, monthAway } from '../../../../record/time.ts'
import { staff } from '../../parties.rules.ts'

const counts = {
  total: z.int(),
  done: z.int(),
  rolledBack: z.int(),
  emergency: z.int(),
  standard: z.int(),
}
const shares = z.object(counts)
const line = z.object({ id: z.uuid().nullable(), name: z.string().nullable(), ...counts })

type Line = z.output<typeof line>

/** Changes whose work was over in a span, as they ended: `name` of the group; standard SQL over the index of `endedAt`. */
const counted = sql`count(*)::int as total, count(*) filter (where c.state in ('verified', 'closed'))::int as done,
  count(*) filter (where c.state = 'rolled-back')::int as "rolledBack",
  count(*) filter (where c.kind = 'emergency')::int as emergency,
  count(*) filter (where c.kind = 'standard')::int as standard`

/** How changes ended: carried out, rolled back, and how many were emergencies; by month, team and vendor. */
export const changeReport = query({
  path: '/api/change-report',
  allow: staff,
  summary: 'How many changes succeeded, were rolled back, or were emergencies: by month, by team and by vendor',
  input: z.strictObject({ months: z.coerce.number().int().min(1).max(24).default(6) }),
  output: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    all: shares,
    months: z.array(z.object({ month: z.string(), ...counts })),
    teams: z.array(line),
    vendors: z.array(line),
  }),
  async run({ db, person, engine }, { months }) {
    const month = person.today.slice(0, 7)
    const from = `${monthAway(month, 1 - months)}-01`
    const to = lastOfMonth(month)
    const inSpan = sql`c.ended_at >= (${from}::date::timestamp at time zone ${engine.zone})
      and c.ended_at < ((${to}::date + 1)::timestamp at time zone ${engine.zone})
      and c.state in ('verified', 'closed', 'rolled-back')`
    const byMonth = await sql<{ month: string } & z.output<typeof shares>>`
      select to_char(c.ended_at at time zone ${engine.zone}, 'YYYY-MM') as month, ${counted}
      from change c where ${inSpan} group by 1 order by 1`.execute(db)
    const teams = await sql<Line>`select t.id, t.name, ${counted} from change c left join team t on t.id = c.team
      where ${inSpan} group by t.id, t.name order by total desc, t.name`.execute(db)
    const vendors = await sql<Line>`select s.id, s.name, ${counted} from change c join supplier s on s.id = c.supplier
      where ${inSpan} group by s.id, s.name order by total desc, s.name`.execute(db)
    const known = new Map(byMonth.rows.map((one) => [one.month, one]))
    const all = Array.from({ length: months }, (_, n) => {
      const at = monthAway(month, n + 1 - months)
      return known.get(at) ?? { month: at, ...none }
    })
    return { from, to, all: all.reduce(plus, none), months: all, teams: teams.rows, vendors: vendors.rows }
  },
})

const none = { total: 0, done: 0, rolledBack: 0, emergency: 0, standard: 0 }

const plus = (a: typeof none, b: typeof none): typeof none => ({
  total: a.total + b.total,
  done: a.done + b.done,
  rolledBack: a.rolledBack + b.rolledBack,
  emergency: a.emergency + b.emergency,
  standard: a.standard + b.standard,
})
