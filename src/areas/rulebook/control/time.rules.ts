import { dayMs, instantAt, minuteMs, msOf } from '../../../record/time.ts'

/** An instant so many days, hours or minutes after another. */
export const daysAfter = (instant: string, days: number): string => instantAt(msOf(instant) + days * dayMs)
export const hoursAfter = (instant: string, hours: number): string => instantAt(msOf(instant) + hours * 60 * minuteMs)
export const minutesAfter = (instant: string, minutes: number): string => instantAt(msOf(instant) + minutes * minuteMs)

/** Whole minutes between two instants. */
export const minutesBetween = (from: string, to: string): number => Math.floor((msOf(to) - msOf(from)) / minuteMs)

/** Whole days between two instants. */
export const daysBetween = (from: string, to: string): number => Math.floor((msOf(to) - msOf(from)) / dayMs)

/** The earlier of instants that there are. */
export const soonest = (...instants: readonly (string | null | undefined)[]): string | null =>
  instants.filter((one): one is string => Boolean(one)).sort()[0] ?? null
