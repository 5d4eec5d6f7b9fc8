import { type IsoDate, type IsoInstant, isWeekend, mustBeDay } from '../../../record/time.ts'

/** The same words in both languages: [zh, en]. */
export type Words = readonly [zh: string, en: string]

/** A session as the exchange publishes it, good for a span of dates. */
export interface SessionRule {
  /** One name per part of the day: 'night', 'day-am', 'day-pm'. */
  readonly code: string
  /** 'HH:MM' in the calendar's zone. */
  readonly start: string
  /** 'HH:MM', not itself in the session. For an evening session, at or before `start` means after midnight. */
  readonly end: string
  /** 'HH:MM' at which the opening auction begins, before `start`. */
  readonly auctionFrom?: string
  /** Held on the evening of a trading date and belonging to the next one. */
  readonly evening: boolean
  /** First and last date (null: for good) on which the session is held; for an evening session, of the evening. */
  readonly validFrom: string
  readonly validTo: string | null
  /** Where the rule was published. */
  readonly source: string
}

/** Dates, both included, on which the calendar is closed beside weekends. */
export interface ClosedRange {
  readonly from: string
  readonly to: string
  readonly reason: Words
  readonly source: string
}

/** A trading date whose evening has no session. */
export interface NoNight {
  readonly date: string
  readonly source: string
}

/** The dates, both included, for which something is known. */
export interface Coverage {
  readonly from: string
  readonly to: string
}

/**
 * One exchange's calendar: dated data, never code. Saturdays and Sundays are closed. Treat it as immutable: answers are
 * worked out once for each calendar object and kept.
 */
export interface TradingCalendar {
  readonly code: string
  readonly name: Words
  /** IANA name of the zone in which all its times are. */
  readonly zone: string
  /** 'HH:MM' on a trading date from which work belongs to the next trading day; 18:00 unless there is a reason. */
  readonly turnsAt: string
  readonly sessions: readonly SessionRule[]
  readonly closed: readonly ClosedRange[]
  readonly noNight: readonly NoNight[]
  readonly covers: Coverage
}

/** The answer about a time for which the calendar has no data. */
export type Unknown = 'unknown'

/** A session with its place in time: `from` is in it, `to` is not. */
export interface TradingSession {
  readonly code: string
  readonly tradingDay: IsoDate
  readonly from: IsoInstant
  readonly to: IsoInstant
  readonly auctionFrom: IsoInstant | null
}

/** Whether the session is held on this date ('YYYY-MM-DD'). */
export function heldOn(rule: SessionRule, date: string): boolean {
  return rule.validFrom <= date && (rule.validTo === null || date <= rule.validTo)
}

/** Every trading date the calendar covers, in order, as days since 1970-01-01. */
export function tradingDaysIn(cal: Pick<TradingCalendar, 'closed' | 'covers'>): number[] {
  const first = mustBeDay(cal.covers.from)
  const last = mustBeDay(cal.covers.to)
  const closed = new Set<number>()
  for (const range of cal.closed) {
    const end = Math.min(mustBeDay(range.to), last)
    for (let day = Math.max(mustBeDay(range.from), first); day <= end; day++) closed.add(day)
  }
  const open: number[] = []
  for (let day = first; day <= last; day++) if (!isWeekend(day) && !closed.has(day)) open.push(day)
  return open
}
