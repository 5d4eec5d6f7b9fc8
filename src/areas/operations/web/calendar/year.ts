/** A year of a trading calendar, laid out for reading. Pure. */
import type { Words } from '../../../../record/words.ts'
import { isTradingDate, type TradingCalendar } from '../../calendar/calendar.rules.ts'

export type DayKind = 'trading' | 'no-night' | 'closed' | 'weekend' | 'unknown'

export interface DayCell {
  readonly date: string
  readonly day: number
  readonly kind: DayKind
  /** Why it is closed. */
  readonly reason?: Words
}

export interface Month {
  /** 1 to 12. */
  readonly month: number
  /** Weeks from Monday to Sunday; null outside of the month. */
  readonly weeks: readonly (readonly (DayCell | null)[])[]
  readonly tradingDays: number
}

/** The twelve months of a year; the calendar must have no faults. */
export const monthsOf = (calendar: TradingCalendar, year: number): Month[] =>
  Array.from({ length: 12 }, (_, index) => monthOf(calendar, year, index + 1))

/** The years that the calendar covers in any part. */
export function yearsOf({ covers }: Pick<TradingCalendar, 'covers'>): number[] {
  const [first, last] = [Number(covers.from.slice(0, 4)), Number(covers.to.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, n) => first + n)
}

function monthOf(calendar: TradingCalendar, year: number, month: number): Month {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const days = Array.from({ length }, (_, n) => cellOf(calendar, dateText(year, month, n + 1)))
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  const cells: (DayCell | null)[] = [...Array<null>(before).fill(null), ...days]
  while (cells.length % 7 !== 0) cells.push(null)
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
  return { month, weeks, tradingDays: days.filter(({ kind }) => kind === 'trading' || kind === 'no-night').length }
}

function cellOf(calendar: TradingCalendar, date: string): DayCell {
  const day = Number(date.slice(8))
  const trades = isTradingDate(calendar, date)
  if (trades === 'unknown') return { date, day, kind: 'unknown' }
  if (trades) return { date, day, kind: calendar.noNight.some((one) => one.date === date) ? 'no-night' : 'trading' }
  const closed = calendar.closed.find(({ from, to }) => from <= date && date <= to)
  return closed ? { date, day, kind: 'closed', reason: closed.reason } : { date, day, kind: 'weekend' }
}

const dateText = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
