import '../../server/tables.ts'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import { dateOf, dayMs, instantAt, msOf, mustBeDay } from '../../../../record/time.ts'
import { zoneClock } from '../../../../record/zone.ts'
import type { TradingCalendar } from '../../calendar/calendar.rules.ts'
import { effectiveCalendar, usualZone } from '../../calendar/server/calendar.store.ts'
import { type Ground, prove } from '../proof.rules.ts'
import type { Wall } from '../rest.rules.ts'
import type { Finding, Limits, Someone, Watch } from '../shape.rules.ts'
import { neededIn, type Pattern, type Period, type PlacedPosition } from '../slots.rules.ts'

export interface Planned extends Watch {
  readonly roster: string
  readonly pattern: string | null
  readonly date: string
  readonly state: 'planned' | 'published'
  readonly fixed: boolean
}

export interface Laid extends Ground {
  readonly period: Period
  readonly watches: readonly Planned[]
  readonly positions: readonly (PlacedPosition & Named)[]
  readonly patterns: readonly (Pattern & Named & { readonly mark: string })[]
  readonly people: readonly (Someone & { readonly name: string })[]
  readonly calendar: TradingCalendar | null
  readonly wall: Wall
  /** The roster that is looked at; null: all that are published. */
  readonly roster: string | null
}

interface Named {
  readonly name: string
  readonly nameEn: string | null
}

export interface Asked extends Period {
  /** The roster that is looked at; without one, all that are published. */
  readonly roster?: { readonly id: string; readonly people: readonly string[] } & Limits
}

/** Nobody breaks these. */
const noLimits: Limits = { restHours: 0, nightsInRow: 1_000, weekHours: 168 }

/** All that a proof of these dates looks at, with what stands before and after them. */
export async function layOut(db: Kysely<Tables>, { startsOn, endsOn, roster }: Asked): Promise<Laid> {
  const calendar = await effectiveCalendar(db)
  const [first, last] = [mustBeDay(startsOn), mustBeDay(endsOn)]
  const wall = zoneClock(calendar?.zone ?? usualZone, first - 60, last + 60)
  const limits = roster ?? noLimits
  const around = (roster ? limits.nightsInRow + 8 : 2) * dayMs
  const [from, to] = [wall.msAt(first, 0) - around, wall.msAt(last + 1, 0) + around]
  const [positions, patterns, watches, away] = await Promise.all([
    db.selectFrom('dutyPosition').selectAll().where('state', '=', 'in-use').orderBy('code').execute(),
    db
      .selectFrom('shiftPattern')
      .selectAll()
      .where('state', '=', 'in-use')
      .orderBy('startsAt')
      .orderBy('code')
      .execute(),
    watchesBetween(db, from, to, roster?.id ?? null),
    awayBetween(db, from, to),
  ])
  const people = await peopleFor(
    db,
    positions.flatMap(({ posts }) => posts),
    roster?.people ?? [],
    watches,
  )
  return {
    ...{ period: { startsOn, endsOn }, positions, patterns, watches, away, people, limits, calendar, wall },
    roster: roster?.id ?? null,
    needed: neededIn({ startsOn, endsOn }, positions, calendar, wall),
  }
}

async function watchesBetween(db: Kysely<Tables>, from: number, to: number, roster: string | null): Promise<Planned[]> {
  const rows = await db
    .selectFrom('duty')
    .select(['id', 'person', 'position', 'roster', 'pattern', 'date', 'state', 'fixed', 'startsAt', 'endsAt'])
    .where('startsAt', '<', instantAt(to))
    // One lasts a day at most: so the index serves both ends.
    .where('startsAt', '>', instantAt(from - dayMs))
    .where((is) =>
      is.or([is('state', '=', 'published'), is.and([is('state', '=', 'planned'), is('roster', '=', roster)])]),
    )
    .orderBy('startsAt')
    .orderBy('id')
    .execute()
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    ...{ date: row.date as string, state: row.state as Planned['state'] },
    ...{ from: msOf(startsAt), to: msOf(endsAt) },
  }))
}

export async function awayBetween(db: Kysely<Tables>, from: number, to: number) {
  const rows = await db
    .selectFrom('leave')
    .select(['person', 'startsAt', 'endsAt'])
    .where('state', '=', 'approved')
    .where('startsAt', '<', instantAt(to))
    .where('endsAt', '>', instantAt(from))
    .orderBy('startsAt')
    .execute()
  return rows.map(({ person, startsAt, endsAt }) => ({ person, from: msOf(startsAt), to: msOf(endsAt) }))
}

/** Those who may be planned, and whoever is on duty already. Closed posts and retired skills no longer count. */
async function peopleFor(
  db: Kysely<Tables>,
  posts: readonly string[],
  chosen: readonly string[],
  watches: readonly Watch[],
): Promise<Laid['people']> {
  const ids = [...new Set([...chosen, ...watches.map(({ person }) => person)])]
  const { rows } = await sql<Laid['people'][number]>`select p.id, p.name,
      array(select id from post where id = any(p.posts) and state = 'active') as posts,
      array(select id from skill where id = any(p.skills) and state = 'in-use') as skills
    from person p where p.state = 'active' and (p.id = any(${ids}::uuid[])
      or (${chosen.length === 0} and p.posts && ${[...new Set(posts)]}::uuid[]))
    order by p.employee_no`.execute(db)
  return rows
}

/** What the proof finds of these dates; of a roster, what is a hole in it or has to do with one of its own duties. */
export function findingsOf(laid: Laid): Finding[] {
  const own = new Set(laid.watches.filter(({ roster }) => roster === laid.roster).map(({ id }) => id))
  const isOurs = ({ kind, duties }: Finding) =>
    kind === 'hole' || laid.roster === null || duties.some((one) => own.has(one))
  return [...prove(laid, laid.wall).filter(isOurs), ...beyond(laid)]
}

/** Dates that the trading calendar does not reach: nothing can be proved of them. */
function beyond({ calendar, period, wall }: Laid): Finding[] {
  const last = calendar?.covers.to ?? '0000'
  if (period.endsOn <= last) return []
  const from = last < period.startsOn ? period.startsOn : dateOf(mustBeDay(last) + 1)
  const span = { from: wall.msAt(mustBeDay(from), 0), to: wall.msAt(mustBeDay(period.endsOn) + 1, 0) }
  return [{ kind: 'no-calendar', ...span, position: null, person: null, duties: [], have: 0, want: 0 }]
}
