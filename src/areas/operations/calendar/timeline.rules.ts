import { dateOf, dayMinutes, type IsoDate, instantAt, minuteOfDay, mustBeDay } from '../../../record/time.ts'
import { type ZoneClock, zoneClock } from '../../../record/zone.ts'
import { checkCalendar } from './check.rules.ts'
import { heldOn, type SessionRule, type TradingCalendar, type TradingSession, tradingDaysIn } from './shape.rules.ts'

/** A session with its bounds in milliseconds, as searched in the hot path. */
export interface Placed {
  readonly fromMs: number
  readonly toMs: number
  readonly session: TradingSession
}

/** One trading day: all the time from the turn before it to its own turn. */
export interface PlacedDay {
  readonly date: IsoDate
  readonly fromMs: number
  readonly toMs: number
  /** False for the first day covered: whether it had a night session was decided on a date without data. */
  readonly nightKnown: boolean
  readonly sessions: readonly Placed[]
}

/** A calendar laid out on the axis of time, sorted for binary search. */
export interface Timeline {
  readonly clock: ZoneClock
  readonly firstDay: number
  readonly lastDay: number
  /** Answers about trading days are known in [fromMs, toMs), about sessions in [sessionsFromMs, toMs). */
  readonly fromMs: number
  readonly sessionsFromMs: number
  readonly toMs: number
  readonly days: readonly PlacedDay[]
  /** Of each trading day: its day number, and the moment at which it ends. */
  readonly dayNumbers: Float64Array
  readonly turns: Float64Array
  readonly sessions: readonly Placed[]
  readonly starts: Float64Array
}

const drawn = new WeakMap<TradingCalendar, Timeline>()

/** The calendar's timeline, drawn once per calendar object. Throws on a calendar that `checkCalendar` finds fault with. */
export function timelineOf(cal: TradingCalendar): Timeline {
  let timeline = drawn.get(cal)
  if (!timeline) {
    timeline = draw(cal)
    drawn.set(cal, timeline)
  }
  return timeline
}

/** How many of the ascending values are at or below x: the index of the first one above it. */
export function countUpTo(values: Float64Array, x: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] as number) <= x) low = middle + 1
    else high = middle
  }
  return low
}

function draw(cal: TradingCalendar): Timeline {
  const faults = checkCalendar(cal)
  if (faults.length > 0) {
    throw new Error(`calendar ${cal.code}: ${faults.map((fault) => `${fault.path}: ${fault.message[1]}`).join('; ')}`)
  }
  const firstDay = mustBeDay(cal.covers.from)
  const lastDay = mustBeDay(cal.covers.to)
  const clock = zoneClock(cal.zone, firstDay, lastDay)
  const dayNumbers = tradingDaysIn(cal)
  const days = placeDays(cal, clock, dayNumbers, firstDay)
  const sessions = days.flatMap((day) => day.sessions)
  return {
    clock,
    firstDay,
    lastDay,
    fromMs: clock.msAt(firstDay, 0),
    // The night before the first date may reach into it, and nobody here knows whether there was one.
    sessionsFromMs: clock.msAt(firstDay, Math.max(0, ...cal.sessions.map((rule) => minutesOf(rule).end - dayMinutes))),
    toMs: days.at(-1)?.toMs ?? Number.NEGATIVE_INFINITY,
    days,
    dayNumbers: Float64Array.from(dayNumbers),
    turns: Float64Array.from(days, (day) => day.toMs),
    sessions,
    starts: Float64Array.from(sessions, (placed) => placed.fromMs),
  }
}

function placeDays(cal: TradingCalendar, clock: ZoneClock, dayNumbers: number[], firstDay: number): PlacedDay[] {
  const turn = minuteOfDay(cal.turnsAt) as number
  const noNight = new Set(cal.noNight.map((evening) => evening.date))
  const hasEvenings = cal.sessions.some((rule) => rule.evening)
  return dayNumbers.map((day, index) => {
    const date = dateOf(day)
    const before = dayNumbers[index - 1]
    const place = (on: number) => (rule: SessionRule) => placeSession(rule, on, date, clock)
    const night =
      before === undefined || noNight.has(dateOf(before))
        ? []
        : cal.sessions.filter((rule) => rule.evening && heldOn(rule, dateOf(before))).map(place(before))
    const parts = cal.sessions.filter((rule) => !rule.evening && heldOn(rule, date)).map(place(day))
    return {
      date,
      fromMs: before === undefined ? clock.msAt(firstDay, 0) : clock.msAt(before, turn),
      toMs: clock.msAt(day, turn),
      nightKnown: before !== undefined || !hasEvenings,
      sessions: [...night, ...parts].sort((a, b) => a.fromMs - b.fromMs),
    }
  })
}

function placeSession(rule: SessionRule, day: number, tradingDay: IsoDate, clock: ZoneClock): Placed {
  const { start, end, auctionFrom } = minutesOf(rule)
  const fromMs = clock.msAt(day, start)
  const toMs = clock.msAt(day, end)
  return {
    fromMs,
    toMs,
    session: Object.freeze({
      code: rule.code,
      tradingDay,
      from: instantAt(fromMs),
      to: instantAt(toMs),
      auctionFrom: auctionFrom === null ? null : instantAt(clock.msAt(day, auctionFrom)),
    }),
  }
}

/** A checked rule's times as minutes from its date's midnight; past midnight they exceed a day. */
function minutesOf(rule: SessionRule): { start: number; end: number; auctionFrom: number | null } {
  const start = minuteOfDay(rule.start) as number
  const end = minuteOfDay(rule.end) as number
  return {
    start,
    end: end <= start ? end + dayMinutes : end,
    auctionFrom: rule.auctionFrom === undefined ? null : minuteOfDay(rule.auctionFrom),
  }
}
