import { dateOf, dayAway, dayMs, lastOfMonth, mustBeDay } from '../../../../record/time.ts'
import { startOfDate } from '../../../../web/format/time.ts'
import type { Freeze } from '../../change/window.rules.ts'

export interface Shown {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly kind: 'standard' | 'normal' | 'emergency'
  readonly state: string
  readonly from: string
  readonly to: string
  readonly clashes: readonly string[]
}

export interface ChangeCalendar {
  readonly changes: readonly Shown[]
  readonly sessions: readonly Freeze[] | null
  readonly freezes: readonly Freeze[]
  readonly tradingDays: readonly string[]
}

export type View = 'month' | 'week'

/** Weeks begin on Monday; 1970-01-01 was a Thursday. */
export const mondayOf = (date: string): string => dayAway(date, -((mustBeDay(date) + 3) % 7))

/** The whole weeks that a view shows around a date. */
export function spanOf(view: View, date: string): { from: string; to: string } {
  if (view === 'week') return { from: mondayOf(date), to: dayAway(mondayOf(date), 6) }
  const first = `${date.slice(0, 7)}-01`
  return { from: mondayOf(first), to: dayAway(mondayOf(lastOfMonth(date.slice(0, 7))), 6) }
}

export const daysOf = ({ from, to }: { from: string; to: string }): string[] =>
  Array.from({ length: mustBeDay(to) - mustBeDay(from) + 1 }, (_, n) => dateOf(mustBeDay(from) + n))

/** The day before or after what is shown. */
export function moved(view: View, date: string, by: 1 | -1): string {
  if (view === 'week') return dayAway(date, 7 * by)
  const first = `${date.slice(0, 7)}-01`
  return by === 1 ? dayAway(lastOfMonth(date.slice(0, 7)), 1) : `${dayAway(first, -1).slice(0, 7)}-01`
}

interface Lasting {
  readonly from: string
  readonly to: string
}

/** Where a time lies within a day, in percent of it; null where it does not touch the day. */
export function placeIn(date: string, { from, to }: Lasting): { left: number; width: number } | null {
  const begins = Date.parse(startOfDate(date))
  const [a, b] = [Math.max(Date.parse(from), begins), Math.min(Date.parse(to), begins + dayMs)]
  if (a >= b) return null
  return { left: (100 * (a - begins)) / dayMs, width: (100 * (b - a)) / dayMs }
}

export const touches = (date: string, lasting: Lasting): boolean => placeIn(date, lasting) !== null

/** Bars of a day in as few lanes as do not overlap, each with its lane. */
export function lanesOf<T extends Lasting>(items: readonly T[]): { item: T; lane: number }[] {
  const ends: string[] = []
  return [...items]
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map((item) => {
      const free = ends.findIndex((end) => end <= item.from)
      const lane = free < 0 ? ends.length : free
      ends[lane] = item.to
      return { item, lane }
    })
}
