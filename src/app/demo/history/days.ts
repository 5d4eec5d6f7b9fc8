import {
  previousTradingDate,
  type TradingCalendar,
  tradingDayOf,
} from '../../../areas/operations/calendar/calendar.rules.ts'

/** The last trading days before the one that `now` belongs to, oldest first; fewer where the calendar begins later. */
export function daysBefore(calendar: TradingCalendar, now: string, count: number): string[] {
  const today = tradingDayOf(calendar, now)
  const days: string[] = []
  for (let day: string = today; day !== 'unknown' && days.length < count; ) {
    day = previousTradingDate(calendar, day)
    if (day !== 'unknown') days.unshift(day)
  }
  return days
}
