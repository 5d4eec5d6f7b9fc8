import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../platform/tables.ts'
import { instantAt, msOf } from '../../record/time.ts'
import type { Span, Unknown, WorkingTime } from '../../record/working-time.ts'
import { type DaySpan, daySpans, isTradingDate, sessionTime, type TradingCalendar } from './calendar/calendar.rules.ts'
import { effectiveCalendar } from './calendar/server/calendar.store.ts'
import { graphOf, upstream } from './component/component.rules.ts'

/** When the exchange trades, for whoever counts time by its sessions. */
export interface TradingHours {
  readonly zone: string
  readonly time: WorkingTime
  isTradingDate(date: string): boolean | Unknown
  /** The trading days from one date to another, each with all that belongs to it. */
  daySpans(from: string, to: string): DaySpan[] | Unknown
}

const laidOut = new WeakMap<TradingCalendar, TradingHours>()

/** By the trading calendar in force; null while the firm has none. */
export async function tradingHours(db: Kysely<Tables>): Promise<TradingHours | null> {
  const calendar = await effectiveCalendar(db)
  if (!calendar) return null
  const known = laidOut.get(calendar)
  if (known) return known
  const made: TradingHours = {
    zone: calendar.zone,
    time: sessionTime(calendar),
    isTradingDate: (date) => isTradingDate(calendar, date),
    daySpans: (from, to) => daySpans(calendar, from, to),
  }
  laidOut.set(calendar, made)
  return made
}

/** When one of these components was down between two instants, by its critical alarms; they may overlap. Milliseconds. */
export async function outagesOf(
  db: Kysely<Tables>,
  components: readonly string[],
  { from, to }: Span,
): Promise<Span[]> {
  if (components.length === 0) return []
  const rows = await db
    .selectFrom('alarm')
    .select(['firstAt', 'recoveredAt', 'resolvedAt'])
    .where('component', 'in', components)
    .where('severity', '=', 'critical')
    .where('firstAt', '<', instantAt(to))
    .where((either) => either.or([either('resolvedAt', 'is', null), either('resolvedAt', '>', instantAt(from))]))
    .execute()
  return rows
    .map(({ firstAt, recoveredAt, resolvedAt }) => {
      const end = recoveredAt ?? resolvedAt
      return { from: Math.max(msOf(firstAt), from), to: end ? Math.min(msOf(end), to) : to }
    })
    .filter((span) => span.from < span.to)
}

/** For how much of some time the readings of a component's probes found it up, and how much of that it was strained; percent. */
export interface Strain {
  readonly up: number
  readonly slow: number
}

/** Of every component that was probed between two instants, by all its probes together. */
export async function strainOf(db: Kysely<Tables>, from: string, to: string): Promise<ReadonlyMap<string, Strain>> {
  const { rows } = await sql<{ component: string } & Strain>`select p.component,
      round(100.0 * count(*) filter (where r.outcome < 2) / count(*), 2)::float8 as up,
      round(100.0 * count(*) filter (where r.outcome = 1) / count(*), 2)::float8 as slow
    from probe p join probe_result r on r.probe = p.id and r.at >= ${from} and r.at < ${to} and r.outcome < 3
    where p.state <> 'retired' group by p.component`.execute(db.withoutPlugins())
  return new Map(rows.map(({ component, up, slow }) => [component, { up, slow }]))
}

/** A look at the dependencies as they are now: all that some components stand on, themselves among it. */
export async function allBelow(db: Kysely<Tables>): Promise<(components: readonly string[]) => string[]> {
  const rows = await db.selectFrom('component').select(['id', 'name', 'state', 'dependsOn']).execute()
  const graph = graphOf(rows)
  return (components) => [...new Set(components.flatMap((id) => [id, ...upstream(graph, id).keys()]))]
}
