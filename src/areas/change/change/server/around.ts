import '../../server/tables.ts'
import { type Kysely, sql } from 'kysely'
import type { Settings } from '../../../../platform/settings/settings.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { instantAt, minuteMs, msOf, mustBeDay } from '../../../../record/time.ts'
import { spansBetween } from '../../../../record/working-time.ts'
import { zoneClock } from '../../../../record/zone.ts'
import {
  componentGraph,
  downstream,
  type GraphNode,
  tradingHours,
  upstream,
} from '../../../operations/operations.api.ts'
import { servicesOffered } from '../../../service/service.api.ts'
import { freezeAfter, freezeAfterHoliday, freezeBefore, freezeBeforeHoliday } from '../change.settings.ts'
import type { Clash } from '../gates.rules.ts'
import { isLive, isTrading } from '../risk.rules.ts'
import { commonOf, daysAroundHolidays, type Freeze, overlap, type Planned, sessionFreezes } from '../window.rules.ts'

/** A component that stands on what is changed. */
export interface Affected extends GraphNode {
  readonly distance: number
}

/** What a change would touch, and what else is on at its time. */
export interface Around {
  readonly components: readonly GraphNode[]
  /** Nearest first. */
  readonly affected: readonly Affected[]
  readonly services: readonly { readonly id: string; readonly number: string; readonly name: string }[]
  /** Null where the trading calendar does not reach. */
  readonly freezes: readonly Freeze[] | null
  readonly clashes: readonly Clash[]
}

export interface Asked {
  readonly id: string | null
  readonly components: readonly string[]
  readonly plannedStart: string | null
  readonly plannedEnd: string | null
}

/** States in which a change has its time and its components. */
const holding = ['approved', 'scheduled', 'in-progress', 'rolling-back'] as const

export async function aroundOf(db: Kysely<Tables>, settings: Settings, asked: Asked): Promise<Around> {
  const graph = await componentGraph(db)
  const components = asked.components.flatMap((id) => graph.get(id) ?? [])
  const affected = affectedBy(graph, asked.components)
  const touched = new Set([...asked.components, ...affected.map(({ id }) => id)])
  const services = await servicesOffered(db)
  const { plannedStart: from, plannedEnd: to } = asked
  const isSound = from !== null && to !== null && from < to
  return {
    components,
    affected,
    services: services.filter((one) => one.components.some((id) => touched.has(id))),
    freezes: isSound ? await freezesIn(db, settings, [...components, ...affected], { from, to }) : [],
    clashes: isSound ? await clashesOf(db, graph, { ...asked, from, to, id: asked.id ?? '' }) : [],
  }
}

/** What stands on any of them and is in use, themselves left out. */
function affectedBy(graph: ReadonlyMap<string, GraphNode>, ids: readonly string[]): Affected[] {
  const nearest = new Map<string, number>()
  for (const id of ids)
    for (const [at, distance] of downstream(graph, id))
      if (!ids.includes(at)) nearest.set(at, Math.min(distance, nearest.get(at) ?? distance))
  return [...nearest]
    .flatMap(([id, distance]) => {
      const node = graph.get(id)
      return node && node.state !== 'retired' ? [{ ...node, distance }] : []
    })
    .sort((a, b) => a.distance - b.distance)
}

/** Freezes that stand in a time: of sessions for what trading stands on, and by hand for everything live that they cover. */
async function freezesIn(
  db: Kysely<Tables>,
  settings: Settings,
  touched: readonly GraphNode[],
  window: { from: string; to: string },
): Promise<Freeze[] | null> {
  if (!touched.some(isLive)) return []
  const trading = touched.some(isTrading)
  const byHand: Freeze[] = (await freezesByHand(db, window)).filter(({ covers }) => covers === 'all' || trading)
  byHand.push(...(await holidayFreezes(db, settings, window)))
  if (!trading) return byHand
  const sessions = await sessionsFrozen(db, settings, window)
  return sessions && [...sessions.filter((one) => overlap(one, window)), ...byHand]
}

/** The sessions around a time with their margins; null where the calendar does not reach. */
export async function sessionsFrozen(
  db: Kysely<Tables>,
  settings: Settings,
  { from, to }: { from: string; to: string },
): Promise<Freeze[] | null> {
  const hours = await tradingHours(db)
  const margin = { before: settings.get(freezeBefore), after: settings.get(freezeAfter) }
  const [first, last] = [msOf(from) - margin.after * minuteMs, msOf(to) + margin.before * minuteMs]
  if (!hours || first < hours.time.from || last > hours.time.to) return null
  return sessionFreezes(spansBetween(hours.time, first, last), margin)
}

const dayMs = 86_400_000
/** Longest that a holiday and the days around it may be. */
const reachMs = 35 * dayMs

/** The days before and after long holidays, as far as the trading calendar reaches. */
export async function holidayFreezes(
  db: Kysely<Tables>,
  settings: Settings,
  window: { from: string; to: string },
): Promise<Freeze[]> {
  const hours = await tradingHours(db)
  if (!hours) return []
  const [from, to] = [msOf(window.from) - reachMs, msOf(window.to) + reachMs]
  const dates: string[] = []
  for (let at = from; at <= to; at += dayMs) {
    const date = instantAt(at).slice(0, 10)
    if (hours.isTradingDate(date) === true) dates.push(date)
  }
  const margin = { before: settings.get(freezeBeforeHoliday), after: settings.get(freezeAfterHoliday) }
  const clock = zoneClock(
    hours.zone,
    mustBeDay(instantAt(from).slice(0, 10)),
    mustBeDay(instantAt(to + dayMs).slice(0, 10)),
  )
  return daysAroundHolidays(dates, margin)
    .map(({ first, last, is }) => ({
      from: instantAt(clock.msAt(mustBeDay(first), 0)),
      to: instantAt(clock.msAt(mustBeDay(last) + 1, 0)),
      title:
        is === 'before'
          ? (['长假前', 'Before a long holiday'] as const)
          : (['长假后', 'After a long holiday'] as const),
      by: 'calendar' as const,
      number: null,
    }))
    .filter((one) => overlap(one, window))
}

export async function freezesByHand(
  db: Kysely<Tables>,
  { from, to }: { from: string; to: string },
): Promise<(Freeze & { covers: 'all' | 'trading' })[]> {
  const rows = await db
    .selectFrom('freezeWindow')
    .select(['number', 'title', 'titleEn', 'startsAt', 'endsAt', 'covers'])
    .where('state', '=', 'in-force')
    .where('startsAt', '<', to)
    .where('endsAt', '>', from)
    .orderBy('startsAt')
    .execute()
  return rows.map(({ number, title, titleEn, startsAt, endsAt, covers }) => ({
    ...{ number, covers, from: startsAt, to: endsAt, by: 'hand' as const },
    title: [title, titleEn ?? title],
  }))
}

/** Changes that hold their time: those whose window, or whose work, overlaps. */
export async function holdersIn(db: Kysely<Tables>, { from, to }: { from: string; to: string }) {
  const begins = sql<string>`coalesce(planned_start, started_at)`
  const ends = sql<string>`coalesce(planned_end, started_at + interval '4 hours')`
  return db
    .selectFrom('change')
    .select(['id', 'number', 'title', 'state', 'components', begins.as('from'), ends.as('to')])
    .where('state', 'in', holding)
    .where(begins, '<', to)
    .where(ends, '>', from)
    .orderBy('id')
    .execute()
}

async function clashesOf(db: Kysely<Tables>, graph: ReadonlyMap<string, GraphNode>, mine: Planned): Promise<Clash[]> {
  const reach = (id: string) => new Set([...upstream(graph, id).keys(), ...downstream(graph, id).keys()])
  const nameOf = (id: string) => graph.get(id)?.name ?? id
  return (await holdersIn(db, mine)).flatMap(({ number, title, state, ...other }) => {
    // They come as instants of the driver's making.
    const [from, to] = [instantAt(Date.parse(other.from)), instantAt(Date.parse(other.to))]
    const common = commonOf(mine, { ...other, from, to }, reach)
    if (!common) return []
    return [{ number, title, state, from, to, same: common.same.map(nameOf), related: common.related.map(nameOf) }]
  })
}
