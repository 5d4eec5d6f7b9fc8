import { Temporal } from 'temporal-polyfill'
import { dateOf, dayMinutes, dayMs, type IsoDate, minuteMs, mustBeDay } from './time.ts'

/** Reads and sets the wall clock of one zone. */
export interface ZoneClock {
  /** Milliseconds since 1970 at which the zone's clock shows this minute of this day (days since 1970-01-01). */
  msAt(day: number, minute: number): number
  /** The day (days since 1970-01-01) that the zone's calendar shows at this moment. */
  dayAt(ms: number): number
}

/**
 * A clock for one zone, quick between the two days given when the zone's offset stays the same from one to the other
 * (as in China), exact everywhere.
 */
export function zoneClock(zone: string, firstDay: number, lastDay: number): ZoneClock {
  const from = (firstDay - 2) * dayMs
  const to = (lastDay + 3) * dayMs
  const offset = steadyOffset(zone, from, to)
  if (offset === null) return exactClock(zone)

  const exact = exactClock(zone)
  return {
    msAt: (day, minute) =>
      day >= firstDay && day <= lastDay + 1 ? day * dayMs + minute * minuteMs - offset : exact.msAt(day, minute),
    dayAt: (ms) => (ms >= from && ms < to ? Math.floor((ms + offset) / dayMs) : exact.dayAt(ms)),
  }
}

/** The date that the zone's calendar shows at an instant: `2026-11-24`. */
export function dateIn(zone: string, instant: string): IsoDate {
  const clock = clocks.get(zone) ?? zoneClock(zone, mustBeDay('2000-01-01'), mustBeDay('2099-12-31'))
  clocks.set(zone, clock)
  return dateOf(clock.dayAt(Date.parse(instant)))
}

const clocks = new Map<string, ZoneClock>()

/** Whether this machine knows an IANA zone of this name. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false // a bare offset such as +08:00 says nothing about the zone's law
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The zone's offset in milliseconds when it does not change between two moments, else null. */
function steadyOffset(zone: string, from: number, to: number): number | null {
  const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  const change = start.getTimeZoneTransition('next')
  return change === null || change.epochMilliseconds >= to ? start.offsetNanoseconds / 1e6 : null
}

function exactClock(zone: string): ZoneClock {
  return {
    msAt(day, minute) {
      const date = Temporal.PlainDate.from(dateOf(day + Math.floor(minute / dayMinutes)))
      const time = { hour: Math.floor((minute % dayMinutes) / 60), minute: minute % 60 }
      return date.toPlainDateTime(time).toZonedDateTime(zone).epochMilliseconds
    },
    dayAt: (ms) =>
      mustBeDay(Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString()),
  }
}
