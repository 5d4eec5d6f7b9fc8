import { isWeekend, mustBeDay } from '../../../record/time.ts'
import type { ClosedRange, Coverage, Unknown, Words } from './shape.rules.ts'

/** A Saturday or Sunday on which the office works to make up for a holiday (调休). */
export interface MakeUpDay {
  readonly date: string
  readonly reason: Words
  readonly source: string
}

/** Working hours 'HH:MM' to 'HH:MM', the end not included. */
export interface OfficeHours {
  readonly start: string
  readonly end: string
}

/** When the office works. Not the exchange's calendar: on a make-up day the office works and the exchange is closed. */
export interface OfficeCalendar {
  readonly code: string
  readonly name: Words
  /** IANA name of the zone in which its hours are. */
  readonly zone: string
  /** The hours of every office day, in order. */
  readonly hours: readonly OfficeHours[]
  readonly closed: readonly ClosedRange[]
  readonly madeUp: readonly MakeUpDay[]
  readonly covers: Coverage
}

/**
 * Whether the office works on this date: Monday to Friday but for holidays, and make-up days. Compare with `=== true`:
 * a date the calendar does not cover is 'unknown', which is truthy. Throws RangeError on text that is no date.
 */
export function isOfficeDay(office: OfficeCalendar, date: string): boolean | Unknown {
  const day = mustBeDay(date)
  if (date < office.covers.from || date > office.covers.to) return 'unknown'
  if (office.madeUp.some((madeUp) => madeUp.date === date)) return true
  return !isWeekend(day) && !office.closed.some((range) => range.from <= date && date <= range.to)
}
