import '../../server/tables.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { query, type Reading } from '../../../../platform/area.ts'
import { monthAway } from '../../../../record/time.ts'
import { dateIn } from '../../../../record/zone.ts'
import { matrixInForce } from '../../risk-matrix/server/in-force.ts'
import { matrixShape, shownMatrix } from '../../risk-matrix/server/shown.ts'
import { riskReaders } from '../../risk-parties.rules.ts'
import { severities } from '../../vulnerability/severity.rules.ts'
import { ratings } from '../risk.rules.ts'

const months = 12
const soonDays = 30

export const riskMap = query({
  path: '/api/risk-map',
  allow: riskReaders,
  summary:
    'Open risks on the matrix in force, before and after controls; by level through a year; what is due; and open vulnerabilities',
  input: z.strictObject({}),
  output: z.object({
    matrix: matrixShape.nullable(),
    cells: z.array(
      z.object({ rating: z.enum(ratings), likelihood: z.number(), impact: z.number(), count: z.number() }),
    ),
    /** Rated by an earlier matrix, and never rated: on no map. */
    outdated: z.number(),
    unrated: z.number(),
    levels: z.array(z.object({ level: z.number(), count: z.number() })),
    due: z.object({
      treatments: z.number(),
      reviews: z.number(),
      /** Acceptances that end within a month. */
      ending: z.number(),
    }),
    today: z.string(),
    soon: z.string(),
    /** Open risks at the end of each month (of this one: now) by the level they then had, from the journal. */
    trend: z.array(z.object({ month: z.string(), level: z.number(), count: z.number() })),
    vulnerabilities: z.array(z.object({ severity: z.enum(severities), open: z.number(), overdue: z.number() })),
  }),
  async run(at) {
    const matrix = await matrixInForce(at.db)
    const today = dateIn(at.engine.zone, at.now)
    const soon = new Date(Date.parse(today) + soonDays * 86_400_000).toISOString().slice(0, 10)
    const [cells, counted, levels, trend, weak] = await Promise.all([
      cellsOf(at, matrix?.id ?? null),
      countsOf(at, matrix?.id ?? null, today, soon),
      levelsOf(at),
      trendOf(at, today),
      weaknessesOf(at),
    ])
    const { outdated, unrated, ...due } = counted
    return {
      ...{ matrix: matrix && shownMatrix(matrix), cells, outdated, unrated, due, today, soon },
      ...{ levels, trend, vulnerabilities: severities.map((severity) => weak.get(severity) ?? nothing(severity)) },
    }
  },
})

type Cell = { rating: (typeof ratings)[number]; likelihood: number; impact: number; count: number }

async function cellsOf({ db }: Reading, matrix: string | null): Promise<Cell[]> {
  if (matrix === null) return []
  const { rows } = await sql<Cell>`
    select v.rating, v.likelihood, v.impact, count(*)::int as count
    from risk r cross join lateral (values
      ('inherent', r.inherent_likelihood, r.inherent_impact),
      ('current', r.current_likelihood, r.current_impact),
      ('residual', r.residual_likelihood, r.residual_impact)) v(rating, likelihood, impact)
    where r.state <> 'closed' and r.matrix = ${matrix} group by 1, 2, 3 order by 1, 2, 3`.execute(db)
  return rows
}

type Counts = { outdated: number; unrated: number; treatments: number; reviews: number; ending: number }

async function countsOf({ db, now }: Reading, matrix: string | null, today: string, soon: string): Promise<Counts> {
  const inMonth = new Date(Date.parse(now) + soonDays * 86_400_000).toISOString()
  const { rows } = await sql<Counts>`
    select count(*) filter (where matrix is not null and matrix is distinct from ${matrix}::uuid)::int as outdated,
      count(*) filter (where matrix is null)::int as unrated,
      count(*) filter (where state = 'treating' and due_on < ${today}::date)::int as treatments,
      count(*) filter (where review_on <= ${soon}::date)::int as reviews,
      count(*) filter (where state = 'accepted' and accepted_until <= ${inMonth}::timestamptz)::int as ending
    from risk where state <> 'closed'`.execute(db)
  return rows[0] as Counts
}

async function levelsOf({ db }: Reading) {
  const { rows } = await sql<{ level: number; count: number }>`
    select current_level as level, count(*)::int as count from risk
    where state <> 'closed' and current_level is not null group by 1 order by 1 desc`.execute(db)
  return rows
}

async function trendOf({ db, now, engine }: Reading, today: string) {
  const month = today.slice(0, 7)
  const ends = Array.from({ length: months }, (_, n) => {
    const of = monthAway(month, n + 1 - months)
    return { month: of, next: `${monthAway(of, 1)}-01` }
  })
  const { rows } = await sql<{ month: string; level: number; count: number }>`
    select e.month, l.level, count(*)::int as count
    from json_to_recordset(${JSON.stringify(ends)}::json) e(month text, next date)
    cross join lateral (select least(e.next::timestamp at time zone ${engine.zone}, ${now}::timestamptz) as until) u
    join risk r on r.created_at <= u.until and (r.closed_at is null or r.closed_at > u.until)
    cross join lateral (
      select (j.changes->'currentLevel'->>1)::float8 as level from journal j
      where j.record_id = r.id and j.at <= u.until and j.changes ? 'currentLevel' order by j.n desc limit 1) l
    where l.level is not null group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

type Weak = { severity: (typeof severities)[number]; open: number; overdue: number }
const nothing = (severity: Weak['severity']): Weak => ({ severity, open: 0, overdue: 0 })

async function weaknessesOf({ db, now }: Reading): Promise<Map<string, Weak>> {
  const { rows } = await sql<Weak>`
    select severity, count(*)::int as open, count(*) filter (where fix_by < ${now}::timestamptz)::int as overdue
    from vulnerability where state in ('open', 'in-progress', 'fixed') group by 1`.execute(db)
  return new Map(rows.map((row) => [row.severity, row]))
}
