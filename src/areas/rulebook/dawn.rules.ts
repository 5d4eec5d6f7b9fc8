import { instantAt, mustBeDay } from '../../record/time.ts'
import { zoneClock } from '../../record/zone.ts'

/** The first instant of a date in a zone. */
export function dawnIn(zone: string): (date: string) => string {
  const known = dawns.get(zone)
  if (known) return known
  const clock = zoneClock(zone, mustBeDay('2000-01-01'), mustBeDay('2099-12-31'))
  const dawn = (date: string) => instantAt(clock.msAt(mustBeDay(date), 0))
  dawns.set(zone, dawn)
  return dawn
}

const dawns = new Map<string, (date: string) => string>()
