import { monthsAway } from '../../../record/time.ts'

/**
 * The first date of a rhythm that comes after another: every so many months, counted from the start, so that the 31st is the last
 * of each month and never drifts.
 */
export function nextAfter(startsOn: string, everyMonths: number, after: string): string {
  if (startsOn > after) return startsOn
  const years = Number(after.slice(0, 4)) - Number(startsOn.slice(0, 4))
  const months = years * 12 + Number(after.slice(5, 7)) - Number(startsOn.slice(5, 7))
  let n = Math.max(0, Math.floor(months / everyMonths) - 1)
  while (monthsAway(startsOn, n * everyMonths) <= after) n += 1
  return monthsAway(startsOn, n * everyMonths)
}
