import { dayAway, lastOfMonth, monthAway } from '../../../record/time.ts'

/** The date so many months (less than 0: after) before an instant, on a day of the month that follows from the key. */
export function monthsBefore(now: string, months: number, key: string): string {
  const day = [...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 27
  const date = dayAway(`${monthAway(now.slice(0, 7), -months)}-01`, day)
  // What was bought this month was bought by today.
  return months >= 0 && date > now.slice(0, 10) ? now.slice(0, 10) : date
}

/** The last day of the month so many years after an instant. */
export const yearsAfter = (now: string, years: number): string =>
  lastOfMonth(monthAway(now.slice(0, 7), Math.round(years * 12)))
