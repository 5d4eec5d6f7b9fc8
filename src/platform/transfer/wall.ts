import { dateOf, dayMs, dayNumberOf } from '../../record/time.ts'
import { zoneClock } from '../../record/zone.ts'

/** The firm's wall clock, for files that people read: `2026-11-24 08:40:00`. */
export interface Wall {
  /** Day (from 1970) and milliseconds into it that the clock shows at an instant. */
  at(instant: string): { readonly day: number; readonly ms: number }
  /** The instant at which the clock shows this. */
  instant(day: number, ms: number): string
}

const minuteMs = 60_000

export function wallOf(zone: string): Wall {
  const clock = zoneClock(zone, dayNumberOf('1995-01-01') ?? 0, dayNumberOf('2099-12-31') ?? 0)
  return {
    at(instant) {
      const ms = Date.parse(instant)
      const day = clock.dayAt(ms)
      return { day, ms: ms - clock.msAt(day, 0) }
    },
    instant(day, ms) {
      return new Date(clock.msAt(day, Math.floor(ms / minuteMs)) + (ms % minuteMs)).toISOString()
    },
  }
}

/**
 * An instant as text on that clock, as exact as it is; in UTC (`…Z`) for the hour that a change of clocks shows twice, so
 * that it can be read back.
 */
export function wallText(wall: Wall, instant: string): string {
  const { day, ms } = wall.at(instant)
  if (ms < 0 || ms >= dayMs || wall.instant(day, ms) !== instant) return instant
  const time = new Date(ms).toISOString().slice(11, 23)
  return `${dateOf(day)} ${time.endsWith('.000') ? time.slice(0, 8) : time}`
}
