import type { Kysely } from 'kysely'
import type { Tables } from '../../platform/tables.ts'
import type { Unknown, WorkingTime } from '../../record/working-time.ts'
import { isTradingDate, sessionTime, type TradingCalendar } from './calendar/calendar.rules.ts'
import { effectiveCalendar } from './calendar/server/calendar.store.ts'

/** When the exchange trades, for whoever counts time by its sessions. */
export interface TradingHours {
  readonly zone: string
  readonly time: WorkingTime
  isTradingDate(date: string): boolean | Unknown
}

const laidOut = new WeakMap<TradingCalendar, TradingHours>()

/** By the trading calendar in force; null while the firm has none. */
export async function tradingHours(db: Kysely<Tables>): Promise<TradingHours | null> {
  const calendar = await effectiveCalendar(db)
  if (!calendar) return null
  const known = laidOut.get(calendar)
  if (known) return known
  const made: TradingHours = {
    zone: calendar.zone,
    time: sessionTime(calendar),
    isTradingDate: (date) => isTradingDate(calendar, date),
  }
  laidOut.set(calendar, made)
  return made
}
