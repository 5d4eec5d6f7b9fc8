/** The days of a trading calendar, for drawing. Pure. */
import type { Words } from '../../../../record/words.ts'
import { isTradingDate, type TradingCalendar } from '../../calendar/calendar.rules.ts'

export interface TradingDay {
  readonly kind: 'trading' | 'no-night' | 'closed' | 'weekend' | 'unknown'
  /** Why it is closed. */
  readonly reason?: Words
}

/** What a date is; the calendar must have no faults. */
export function tradingDayOf(calendar: TradingCalendar, date: string): TradingDay {
  const isOpen = isTradingDate(calendar, date)
  if (isOpen === 'unknown') return { kind: 'unknown' }
  if (isOpen) return { kind: calendar.noNight.some((one) => one.date === date) ? 'no-night' : 'trading' }
  const closed = calendar.closed.find(({ from, to }) => from <= date && date <= to)
  return closed ? { kind: 'closed', reason: closed.reason } : { kind: 'weekend' }
}

export const trades = ({ kind }: TradingDay): boolean => kind === 'trading' || kind === 'no-night'
