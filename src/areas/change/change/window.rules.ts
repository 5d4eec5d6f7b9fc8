/** When changes may be: freezes of the trading calendar and by hand, and what two changes have in common. Pure. */
import { instantAt, minuteMs } from '../../../record/time.ts'
import type { Words } from '../../../record/words.ts'
import type { Span } from '../../../record/working-time.ts'

/** A time in which nothing is changed, and why. Instants in UTC. */
export interface Freeze {
  readonly from: string
  readonly to: string
  readonly title: Words
  /** By the trading calendar, or by whom the firm says. */
  readonly by: 'calendar' | 'hand'
  readonly number: string | null
}

/** So much before and after: minutes of a session, trading days of a holiday. */
export interface Margin {
  readonly before: number
  readonly after: number
}

/** The sessions with their margins; those that run into each other are one. */
export function sessionFreezes(sessions: readonly Span[], { before, after }: Margin): Freeze[] {
  const merged: { from: number; to: number }[] = []
  for (const session of [...sessions].sort((a, b) => a.from - b.from)) {
    const [from, to] = [session.from - before * minuteMs, session.to + after * minuteMs]
    const last = merged.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged.map(({ from, to }) => ({
    from: instantAt(from),
    to: instantAt(to),
    title: ['交易时段', 'Trading session'],
    by: 'calendar',
    number: null,
  }))
}

/** So many days without trading are a long holiday. */
const longHoliday = 5

interface Days {
  readonly first: string
  readonly last: string
}

/**
 * The days around long holidays on which nothing is changed, by the trading dates of some time in their order. A holiday counts where the
 * trading days on both of its sides are known; what follows it and what comes before the next may be the same days.
 */
export function daysAroundHolidays(
  trading: readonly string[],
  { before, after }: Margin,
): (Days & { is: 'before' | 'after' })[] {
  return trading.flatMap((date, n) => {
    const next = trading[n + 1]
    if (next === undefined || Date.parse(next) - Date.parse(date) <= longHoliday * 86_400_000) return []
    const [eve, dawn] = [trading.slice(Math.max(0, n + 1 - before), n + 1), trading.slice(n + 1, n + 1 + after)]
    return [
      ...(before > 0 ? [{ is: 'before' as const, first: eve[0] as string, last: date }] : []),
      ...(after > 0 ? [{ is: 'after' as const, first: next, last: dawn.at(-1) as string }] : []),
    ]
  })
}

export interface Window {
  readonly from: string
  readonly to: string
}

export const overlap = (a: Window, b: Window): boolean => a.from < b.to && b.from < a.to

/** A change that has its window and its components. */
export interface Planned extends Window {
  readonly id: string
  readonly components: readonly string[]
}

/** What two changes at one time have in common: the very components, or those of one that stand on those of the other. */
export interface Common {
  readonly same: readonly string[]
  readonly related: readonly string[]
}

/** `reach` is all that a component stands on and all that stands on it. Null where they have nothing in common. */
export function commonOf(
  mine: Planned,
  other: Planned,
  reach: (component: string) => ReadonlySet<string>,
): Common | null {
  if (mine.id === other.id || !overlap(mine, other)) return null
  const same = other.components.filter((one) => mine.components.includes(one))
  const near = new Set(mine.components.flatMap((one) => [...reach(one)]))
  const related = other.components.filter((one) => !same.includes(one) && near.has(one))
  return same.length + related.length === 0 ? null : { same, related }
}
