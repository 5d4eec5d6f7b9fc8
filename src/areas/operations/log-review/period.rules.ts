import { dateOf, dayAway, mustBeDay } from '../../../record/time.ts'

export interface Period {
  readonly from: string
  readonly to: string
}

/** The Monday of a day's week. Day 0, 1970-01-01, was a Thursday. */
export const mondayOf = (date: string): string => {
  const day = mustBeDay(date)
  return dateOf(day - ((((day + 3) % 7) + 7) % 7))
}

/**
 * The period that is to be reviewed next, by the last day that was and the present trading day; null while it is not over.
 * The first ends with the last Sunday.
 */
export function nextPeriod(reviewedTo: string | null, today: string, weeks: number): Period | null {
  if (weeks === 0) return null
  const from = reviewedTo === null ? dayAway(mondayOf(today), -7 * weeks) : dayAway(reviewedTo, 1)
  const to = dayAway(from, 7 * weeks - 1)
  return today > to ? { from, to } : null
}

/** As long as a period and just before it. */
export function periodBefore({ from, to }: Period): Period {
  const days = mustBeDay(to) - mustBeDay(from) + 1
  return { from: dayAway(from, -days), to: dayAway(from, -1) }
}
