import { dateOf, dayMinutes, minuteMs, minuteOfDay, msOf, mustBeDay } from '../../../record/time.ts'
import type { Span } from '../../../record/working-time.ts'
import {
  daySpans,
  isTradingDate,
  nextTradingDate,
  sessionsOf,
  type TradingCalendar,
} from '../calendar/calendar.rules.ts'
import { sessionsIn } from '../duty-position/position.rules.ts'
import type { DayKind } from '../shift-pattern/pattern.rules.ts'
import type { Wall } from './rest.rules.ts'
import type { Needed, Position } from './shape.rules.ts'

export interface Pattern {
  readonly id: string
  readonly startsAt: string
  readonly endsAt: string
  readonly days: DayKind
  readonly positions: readonly string[]
}

export interface PlacedPosition extends Position {
  readonly sessions: string | null
  readonly minutesBefore: number
  readonly minutesAfter: number
}

/** A place to be filled: a pattern's shift of one date at one position. */
export interface Slot extends Span {
  readonly date: string
  readonly pattern: string
  readonly position: string
}

export interface Period {
  readonly startsOn: string
  readonly endsOn: string
}

/** From when to when a pattern's shift of a date lasts. */
export function placed({ startsAt, endsAt }: Pick<Pattern, 'startsAt' | 'endsAt'>, date: string, wall: Wall): Span {
  const [begin, end] = [minuteOfDay(startsAt) ?? 0, minuteOfDay(endsAt) ?? 0]
  const day = mustBeDay(date)
  return { from: wall.msAt(day, begin), to: wall.msAt(day, end <= begin ? end + dayMinutes : end) }
}

/** Every place of a period that its patterns want filled, in the order of time. Where the calendar ends, none. */
export function slotsOf(
  { startsOn, endsOn }: Period,
  patterns: readonly Pattern[],
  positions: readonly Position[],
  cal: TradingCalendar | null,
  wall: Wall,
): Slot[] {
  const wanted = new Map(positions.map(({ id, people }) => [id, people]))
  const slots: Slot[] = []
  for (let day = mustBeDay(startsOn); day <= mustBeDay(endsOn); day++) {
    const date = dateOf(day)
    for (const pattern of patterns) {
      if (!isHeldOn(pattern.days, date, cal, wall)) continue
      for (const position of pattern.positions)
        for (let n = 0; n < (wanted.get(position) ?? 0); n++)
          slots.push({ date, pattern: pattern.id, position, ...placed(pattern, date, wall) })
    }
  }
  return slots.sort((a, b) => a.from - b.from)
}

function isHeldOn(days: DayKind, date: string, cal: TradingCalendar | null, wall: Wall): boolean {
  if (days === 'every-day') return true
  if (cal === null) return false
  if (days === 'trading-days') return isTradingDate(cal, date) === true
  return eveningOf(cal, date, wall)
}

/** Whether a session begins on this date that belongs to the next trading day. */
function eveningOf(cal: TradingCalendar, date: string, wall: Wall): boolean {
  if (isTradingDate(cal, date) !== true) return false
  const next = nextTradingDate(cal, date)
  const sessions = next === 'unknown' ? next : sessionsOf(cal, next)
  return sessions !== 'unknown' && sessions.some(({ from }) => dateOf(wall.dayAt(msOf(from))) === date)
}

/** What must not be empty, of all that begins on the dates of a period: each session, and what is wanted around it. */
export function neededIn(
  { startsOn, endsOn }: Period,
  positions: readonly PlacedPosition[],
  cal: TradingCalendar | null,
  wall: Wall,
): Needed[] {
  if (cal === null) return []
  // The evening of the last date belongs to a trading day after it, a holiday perhaps between them.
  const spans = daySpans(cal, ...clipped(cal, startsOn, dateOf(mustBeDay(endsOn) + 20)))
  const sessions = (spans === 'unknown' ? [] : spans).flatMap(({ date }) => {
    const found = sessionsOf(cal, date)
    return found === 'unknown' ? [] : found
  })
  const [begin, end] = [wall.msAt(mustBeDay(startsOn), 0), wall.msAt(mustBeDay(endsOn) + 1, 0)]
  return positions.flatMap(({ id, sessions: named, minutesBefore, minutesAfter }) => {
    const codes = sessionsIn(named)
    const needed: Needed[] = []
    for (const one of sessions) {
      const [opens, closes] = [msOf(one.from), msOf(one.to)]
      if (opens < begin || opens >= end || (codes.length > 0 && !codes.includes(one.code))) continue
      const [from, to] = [opens - minutesBefore * minuteMs, closes + minutesAfter * minuteMs]
      const last = needed.at(-1)
      // What is wanted around two sessions may meet: then it is one stretch.
      if (last && from <= last.to) needed[needed.length - 1] = { ...last, to }
      else needed.push({ position: id, session: one.code, tradingDay: one.tradingDay, from, to })
    }
    return needed
  })
}

const clipped = (cal: TradingCalendar, from: string, to: string): [string, string] => [
  from < cal.covers.from ? cal.covers.from : from,
  to > cal.covers.to ? cal.covers.to : to,
]
