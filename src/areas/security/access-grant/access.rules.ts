import { instantAt, mustBeDay } from '../../../record/time.ts'
import { zoneClock } from '../../../record/zone.ts'

/** The instant at which a date is looked at: its end where the firm is, or now where it is not over. */
export function instantOn(date: string | undefined, now: string, zone: string): string {
  if (date === undefined) return now
  const next = mustBeDay(date) + 1
  const end = instantAt(zoneClock(zone, next, next).msAt(next, 0))
  return end > now ? now : end
}
