import { dateOf, mustBeDay } from '../../../record/time.ts'

/** The date so many months (less than 0: after) before an instant, on a day of the month that follows from the key. */
export function monthsBefore(now: string, months: number, key: string): string {
  const at = new Date(`${now.slice(0, 7)}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() - months)
  const day = 1 + ([...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 27)
  const date = dateOf(at.getTime() / 86_400_000 + day - 1)
  // What was bought this month was bought by today.
  return months >= 0 && date > now.slice(0, 10) ? now.slice(0, 10) : date
}

/** The last day of the month so many years after an instant. */
export function yearsAfter(now: string, years: number): string {
  const at = new Date(`${now.slice(0, 7)}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + Math.round(years * 12) + 1)
  return dateOf(mustBeDay(at.toISOString().slice(0, 10)) - 1)
}
