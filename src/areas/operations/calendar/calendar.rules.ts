/**
 * The trading calendar: which trading day and session an instant belongs to. Pure; the same answer in every zone a
 * machine may be set to. Instants are ISO strings in UTC ending in Z, dates 'YYYY-MM-DD' in the calendar's zone. A
 * malformed one is a bug of the caller and throws RangeError; a time for which the calendar has no data is answered
 * 'unknown', never guessed.
 */

import { dateOf, type IsoDate, type IsoInstant, instantAt, minuteMs, msOf, mustBeDay } from '../../../record/time.ts'
import { type WorkingTime, workingTime } from '../../../record/working-time.ts'
import type { TradingCalendar, TradingSession, Unknown } from './shape.rules.ts'
import { countUpTo, type PlacedDay, timelineOf } from './timeline.rules.ts'

export type { IsoDate, IsoInstant } from '../../../record/time.ts'
export { type CalendarFault, checkCalendar } from './check.rules.ts'
export type {
  ClosedRange,
  Coverage,
  NoNight,
  SessionRule,
  TradingCalendar,
  TradingSession,
  Unknown,
  Words,
} from './shape.rules.ts'

/** Whether the exchange trades on this date. Compare with `=== true`: 'unknown' is truthy. */
export function isTradingDate(cal: TradingCalendar, date: string): boolean | Unknown {
  const line = timelineOf(cal)
  const day = mustBeDay(date)
  if (day < line.firstDay || day > line.lastDay) return 'unknown'
  return line.dayNumbers[countUpTo(line.dayNumbers, day) - 1] === day
}

/** The first trading date after this date, trading or not. */
export function nextTradingDate(cal: TradingCalendar, date: string): IsoDate | Unknown {
  const line = timelineOf(cal)
  const day = mustBeDay(date)
  if (day < line.firstDay) return 'unknown'
  return line.days[countUpTo(line.dayNumbers, day)]?.date ?? 'unknown'
}

/** The last trading date before this date, trading or not. */
export function previousTradingDate(cal: TradingCalendar, date: string): IsoDate | Unknown {
  const line = timelineOf(cal)
  const day = mustBeDay(date)
  if (day > line.lastDay) return 'unknown'
  return line.days[countUpTo(line.dayNumbers, day - 1) - 1]?.date ?? 'unknown'
}

/**
 * The trading day an instant belongs to, in session or out: from `turnsAt` of one trading date to `turnsAt` of the
 * next, so that Friday's night, the weekend and Monday's day are all Monday's.
 */
export function tradingDayOf(cal: TradingCalendar, instant: string): IsoDate | Unknown {
  const line = timelineOf(cal)
  const ms = msOf(instant)
  if (ms < line.fromMs) return 'unknown'
  return line.days[countUpTo(line.turns, ms)]?.date ?? 'unknown'
}

/** A trading day with all that belongs to it, in milliseconds since 1970; `to` is the next one's. */
export interface DaySpan {
  readonly date: IsoDate
  readonly from: number
  readonly to: number
}

/** The trading days from one date to another, in order; unknown where either lies outside of the data. */
export function daySpans(cal: TradingCalendar, from: string, to: string): DaySpan[] | Unknown {
  const line = timelineOf(cal)
  const [first, last] = [mustBeDay(from), mustBeDay(to)]
  if (first < line.firstDay || last > line.lastDay) return 'unknown'
  return line.days
    .slice(countUpTo(line.dayNumbers, first - 1), countUpTo(line.dayNumbers, last))
    .map(({ date, fromMs, toMs }) => ({ date, from: fromMs, to: toMs }))
}

/** The session in progress, its end not included; null when the exchange is closed. An opening auction is not in it. */
export function sessionAt(cal: TradingCalendar, instant: string): TradingSession | null | Unknown {
  const line = timelineOf(cal)
  const ms = msOf(instant)
  if (ms < line.sessionsFromMs || ms >= line.toMs) return 'unknown'
  const placed = line.sessions[countUpTo(line.starts, ms) - 1]
  return placed && ms < placed.toMs ? placed.session : null
}

/** The next session to open after this instant, not the one in progress. */
export function nextSession(cal: TradingCalendar, instant: string): TradingSession | Unknown {
  const line = timelineOf(cal)
  const ms = msOf(instant)
  if (ms < line.fromMs) return 'unknown'
  return line.sessions[countUpTo(line.starts, ms)]?.session ?? 'unknown'
}

/** The sessions of a trading day in order, the night before it first; none on a date without trading. */
export function sessionsOf(cal: TradingCalendar, tradingDay: string): readonly TradingSession[] | Unknown {
  const day = placedDay(cal, tradingDay)
  if (day === null) return []
  return day === 'unknown' || !day.nightKnown ? 'unknown' : day.sessions.map((placed) => placed.session)
}

/** All sessions as working time; known from the first date whose night was decided within the data. */
export function sessionTime(cal: TradingCalendar): WorkingTime {
  const { sessionsFromMs, toMs, sessions } = timelineOf(cal)
  return workingTime(
    { from: sessionsFromMs, to: Math.max(sessionsFromMs, toMs) },
    sessions.map((placed) => ({ from: placed.fromMs, to: placed.toMs })),
  )
}

/** A moment relative to a session, as a runbook step states its earliest start or deadline. */
export interface SessionMark {
  /** The session's code. */
  readonly session: string
  readonly edge: 'start' | 'end'
  /** Minutes after the edge; negative before it. */
  readonly offsetMinutes: number
}

/** When a mark falls on a trading day; null when that day has no such session (no night part, no trading). */
export function instantOf(cal: TradingCalendar, tradingDay: string, mark: SessionMark): IsoInstant | null | Unknown {
  const day = placedDay(cal, tradingDay)
  if (day === null || day === 'unknown') return day
  const placed = day.sessions.find((candidate) => candidate.session.code === mark.session)
  if (!placed) return day.nightKnown ? null : 'unknown'
  return instantAt((mark.edge === 'start' ? placed.fromMs : placed.toMs) + mark.offsetMinutes * minuteMs)
}

/** What a trading clock shows. */
export interface ClockReading {
  readonly tradingDay: IsoDate
  /** The session in progress, or null. */
  readonly session: string | null
  /** The next edge, and what happens then. */
  readonly until: IsoInstant
  readonly edge: 'opens' | 'closes'
  /** The next session to open; null where the data ends. */
  readonly nextCode: string | null
}

/** The trading clock: "day session, closes in 1:42", "opens in 0:20". */
export function clockAt(cal: TradingCalendar, instant: string): ClockReading | Unknown {
  const tradingDay = tradingDayOf(cal, instant)
  const session = sessionAt(cal, instant)
  const next = nextSession(cal, instant)
  if (tradingDay === 'unknown' || session === 'unknown') return 'unknown'
  if (session) {
    const nextCode = next === 'unknown' ? null : next.code
    return { tradingDay, session: session.code, until: session.to, edge: 'closes', nextCode }
  }
  if (next === 'unknown') return 'unknown'
  return { tradingDay, session: null, until: next.from, edge: 'opens', nextCode: next.code }
}

/** Whole minutes from now until then, begun ones counted: 0 only once it has come. */
export function minutesUntil(then: string, now: string): number {
  return Math.max(0, Math.ceil((msOf(then) - msOf(now)) / minuteMs))
}

/** A stretch of the day as it is drawn; `code` names the session of a session or auction. */
export interface RibbonSegment {
  readonly kind: 'session' | 'auction' | 'pause'
  readonly code: string | null
  readonly from: IsoInstant
  readonly to: IsoInstant
}

/** The whole trading day from turn to turn without gap or overlap, for drawing; nothing on a date without trading. */
export function ribbonOf(cal: TradingCalendar, tradingDay: string): readonly RibbonSegment[] | Unknown {
  const day = placedDay(cal, tradingDay)
  if (day === null) return []
  if (day === 'unknown' || !day.nightKnown) return 'unknown'
  const dayEnd = instantAt(day.toMs)
  let drawnTo = instantAt(day.fromMs)
  const segments: RibbonSegment[] = []
  const draw = (kind: RibbonSegment['kind'], code: string | null, to: IsoInstant) => {
    if (drawnTo !== to) segments.push({ kind, code, from: drawnTo, to })
    drawnTo = to
  }
  for (const { session } of day.sessions) {
    draw('pause', null, session.auctionFrom ?? session.from)
    draw('auction', session.code, session.from)
    draw('session', session.code, session.to)
  }
  draw('pause', null, dayEnd)
  return segments
}

/** What becomes of something that came with its own time stamp. */
export type StampVerdict =
  | { readonly accepted: true; readonly date: IsoDate }
  | { readonly accepted: false; readonly aheadMs: number }

/**
 * The date of a stamped tick or log line: its stamp decides, not the moment it was handled. A stamp further ahead of
 * our clock than `maxAheadMs` milliseconds is set aside, since one of the two clocks is wrong.
 */
export function acceptStamp(
  cal: TradingCalendar,
  stamp: string,
  handledAt: string,
  { maxAheadMs }: { maxAheadMs: number },
): StampVerdict {
  const ms = msOf(stamp)
  const aheadMs = ms - msOf(handledAt)
  // Written so that a tolerance which is no number sets everything aside instead of nothing.
  if (!(aheadMs <= maxAheadMs)) return { accepted: false, aheadMs }
  return { accepted: true, date: dateOf(timelineOf(cal).clock.dayAt(ms)) }
}

function placedDay(cal: TradingCalendar, date: string): PlacedDay | null | Unknown {
  const trades = isTradingDate(cal, date)
  if (trades === 'unknown') return 'unknown'
  const line = timelineOf(cal)
  return trades ? (line.days[countUpTo(line.dayNumbers, mustBeDay(date)) - 1] ?? null) : null
}
