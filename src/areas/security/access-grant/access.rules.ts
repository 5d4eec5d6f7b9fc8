import { dayAway } from '../../../record/time.ts'

/**
 * The instant at which a date is looked at: its end, or now where it is not over. `dawn` gives the first instant of a date where
 * the firm is.
 */
export function instantOn(date: string | undefined, now: string, dawn: (date: string) => string): string {
  if (date === undefined) return now
  const end = dawn(dayAway(date, 1))
  return end > now ? now : end
}
