import '../../server/tables.ts'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { RowOf } from '../../../../record/record.ts'
import { instantAt, minuteMs, monthAway, mustBeDay } from '../../../../record/time.ts'
import { type Span, type Unknown, type WorkingTime, workingBetween } from '../../../../record/working-time.ts'
import { zoneClock } from '../../../../record/zone.ts'
import { calendarInForce } from '../../../administration/administration.api.ts'
import { outagesOf } from '../../../operations/operations.api.ts'
import type { agreement } from '../../agreement/agreement.record.ts'
import type { Figures, Kept, Missed, Month } from '../figures.rules.ts'

type Agreement = RowOf<typeof agreement>
type Db = Kysely<Tables>

const monthsTold = 6
const mostMissed = 200

/** What the month of an agreement (`2026-10`) and the five before it came to, as far as is known now. */
export async function compileFigures(db: Db, row: Agreement, month: string): Promise<Figures> {
  const calendar = await calendarInForce(db, row.hours)
  const months = Array.from({ length: monthsTold }, (_, n) => monthAway(month, n + 1 - monthsTold))
  const spans = spansOf(calendar?.zone ?? 'UTC', months)
  const last = spans.at(-1) as Span
  const flow = await flowIn(db, row, spans)
  const kept = await keptIn(db, row, spans)
  const grades = await gradesIn(db, row, spans)
  const standing = await standingIn(db, row, spans, calendar?.time ?? null)
  const { missed, missedCount } = await missedIn(db, row, last)
  return {
    share: row.share,
    availability: row.availability,
    kept: ofLast(row, kept),
    missed,
    missedCount,
    months: months.map((name, n): Month => {
      const mine = kept.filter((one) => one.n === n)
      return {
        month: name,
        ...(flow[n] as Flow),
        judged: mine.reduce((sum, one) => sum + one.judged, 0),
        kept: mine.reduce((sum, one) => sum + one.kept, 0),
        ...(standing[n] as Standing),
        ...(grades.get(n) ?? { grade: null, grades: 0 }),
      }
    }),
  }
}

/** The months from their first instant to the next one's, where the hours are counted. */
export function spansOf(zone: string, months: readonly string[]): Span[] {
  const dayOf = (month: string) => mustBeDay(`${month}-01`)
  const [first, last] = [months[0] as string, months.at(-1) as string]
  const clock = zoneClock(zone, dayOf(first), dayOf(monthAway(last, 1)))
  return months.map((month) => ({ from: clock.msAt(dayOf(month), 0), to: clock.msAt(dayOf(monthAway(month, 1)), 0) }))
}

const table = (spans: readonly Span[]) => sql`unnest(${spans.map(({ from }) => instantAt(from))}::timestamptz[],
  ${spans.map(({ to }) => instantAt(to))}::timestamptz[]) with ordinality as m (begins, ends, n)`

type Flow = Pick<Month, 'in' | 'out' | 'backlog'>

async function flowIn(db: Db, { service, customer }: Agreement, spans: readonly Span[]): Promise<Flow[]> {
  const { rows } = await sql<Flow>`select
      count(t) filter (where created_at >= begins and created_at < ends)::int as "in",
      count(t) filter (where resolved_at >= begins and resolved_at < ends)::int as out,
      count(t) filter (where created_at < ends and (resolved_at is null or resolved_at >= ends))::int as backlog
    from ${table(spans)} left join (
      select created_at, resolved_at from incident where service = ${service} and customer = ${customer}
    ) t on true group by n order by n`.execute(db.withoutPlugins())
  return rows
}

type KeptIn = Omit<Kept, 'minutes'> & { readonly n: number }

/** Of the tickets settled in each month, how many were in time, by the clocks as the engine keeps them. */
async function keptIn(db: Db, { service, customer }: Agreement, spans: readonly Span[]): Promise<KeptIn[]> {
  const { rows } = await sql<KeptIn>`select (n - 1)::int as n, priority, c.name as clock, count(*)::int as judged,
      count(*) filter (where c.state = 'met')::int as kept
    from ${table(spans)}
    join incident i on i.service = ${service} and i.customer = ${customer} and i.resolved_at >= begins and i.resolved_at < ends
    join clock c on c.record_id = i.id and c.state in ('met', 'breached')
    group by n, priority, c.name`.execute(db.withoutPlugins())
  return rows
}

/** What was promised, with what became of it in the last month; a promise that nothing tried is told too. */
const ofLast = ({ pledges }: Agreement, kept: readonly KeptIn[]): Kept[] =>
  [...pledges]
    .sort((a, b) => (a.priority < b.priority ? -1 : 1))
    .flatMap((pledge) =>
      (['response', 'resolution'] as const).flatMap((clock): Kept[] => {
        const minutes = pledge[clock]
        if (minutes === null) return []
        const { priority } = pledge
        const found = kept.find((one) => one.n === monthsTold - 1 && one.priority === priority && one.clock === clock)
        return [{ priority, clock, minutes, judged: found?.judged ?? 0, kept: found?.kept ?? 0 }]
      }),
    )

async function missedIn(db: Db, { service, customer }: Agreement, { from, to }: Span) {
  const { rows } = await sql<Missed & { total: number }>`select i.id, number, title, priority, created_at as at,
      resolved_at as "settledAt", array_agg(c.name order by c.name desc) as clocks, count(*) over ()::int as total
    from incident i join clock c on c.record_id = i.id and c.state = 'breached'
    where i.service = ${service} and i.customer = ${customer}
      and i.resolved_at >= ${instantAt(from)}::timestamptz and i.resolved_at < ${instantAt(to)}::timestamptz
    group by i.id order by priority, i.id limit ${mostMissed}`.execute(db.withoutPlugins())
  return { missed: rows.map(({ total: _total, ...one }) => one), missedCount: rows[0]?.total ?? 0 }
}

type Standing = Pick<Month, 'availability' | 'down'>

/** For how much of the hours agreed none of the service's components was down, by their critical alarms. */
async function standingIn(
  db: Db,
  { service }: Agreement,
  spans: readonly Span[],
  time: WorkingTime | null,
): Promise<Standing[]> {
  const { components } = await db
    .selectFrom('service')
    .select('components')
    .where('id', '=', service)
    .executeTakeFirstOrThrow()
  const nothing = { availability: null, down: null }
  if (components.length === 0 || !time) return spans.map(() => nothing)
  const all = { from: (spans[0] as Span).from, to: (spans.at(-1) as Span).to }
  const outages = joined(await outagesOf(db, components, all))
  return spans.map((month) => standing(time, month, outages) ?? nothing)
}

function standing(time: WorkingTime, { from, to }: Span, outages: readonly Span[]): Standing | null {
  const worked = workingBetween(time, from, to)
  if (worked === 'unknown' || worked === 0) return null
  const lost = outages
    .map((one) => workingBetween(time, Math.max(one.from, from), Math.min(one.to, to)))
    .reduce<number | Unknown>((sum, one) => (sum === 'unknown' || one === 'unknown' ? 'unknown' : sum + one), 0)
  if (lost === 'unknown') return null
  return { availability: Math.floor((1 - lost / worked) * 100_000) / 1_000, down: Math.round(lost / minuteMs) }
}

/** Stretches apart from each other and in order: what two components lacked at once was lacking once. */
export function joined(spans: readonly Span[]): Span[] {
  const apart: { from: number; to: number }[] = []
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = apart.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else apart.push({ from, to })
  }
  return apart
}

/** What the customer's people said of it after closing, by month. */
async function gradesIn(db: Db, { service, customer }: Agreement, spans: readonly Span[]) {
  const { rows } = await sql<{ n: number; grade: number; grades: number }>`select (n - 1)::int as n,
      round(avg(a.grade)::numeric, 2)::float8 as grade, count(*)::int as grades
    from ${table(spans)}
    join survey_answer a on a.service = ${service} and a.answered_at >= begins and a.answered_at < ends and a.grade is not null
    join person p on p.id = a.person and p.department = ${customer}
    group by n`.execute(db.withoutPlugins())
  return new Map(rows.map(({ n, ...rest }) => [n, rest]))
}
