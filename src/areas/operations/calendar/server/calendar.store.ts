import { type Kysely, sql } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tables } from '../../../../platform/tables.ts'
import type { RowOf } from '../../../../record/record.ts'
import '../../server/tables.ts'
import type { tradingCalendar } from '../calendar.record.ts'
import { type TradingCalendar, tradingDayOf } from '../calendar.rules.ts'
import { calendarOf } from '../stored.rules.ts'

// An effective calendar never changes, so one object per version serves everybody and keeps its worked-out answers.
const made = new Map<string, TradingCalendar>()

/** The calendar in force; null while the firm has none. */
export async function effectiveCalendar(db: Kysely<Tables>): Promise<TradingCalendar | null> {
  const { rows } = await sql<{ id: string; version: number }>`select id, version from trading_calendar
    where state = 'effective' order by updated_at desc limit 1`.execute(db)
  const [found] = rows
  if (!found) return null
  const key = `${found.id}:${found.version}`
  const known = made.get(key)
  if (known) return known
  const row = await db.selectFrom('tradingCalendar').selectAll().where('id', '=', found.id).executeTakeFirstOrThrow()
  const calendar = calendarOf(row as RowOf<typeof tradingCalendar>)
  made.set(key, calendar)
  return calendar
}

/** The zone of the calendar in force; China's until there is one. */
export const zoneInForce = async (db: Kysely<Tables>): Promise<string> =>
  (await effectiveCalendar(db))?.zone ?? usualZone

export const usualZone = 'Asia/Shanghai'

/** Keeps the calendar in force at hand for answers that cannot wait for a query. */
export interface CalendarHolder {
  tradingDay(instant: string): string | null
  current(): TradingCalendar | null
  follow(engine: Engine): Promise<{ stop(): Promise<void> }>
}

export function holdCalendar(): CalendarHolder {
  let current: TradingCalendar | null = null
  return {
    current: () => current,
    tradingDay(instant) {
      const day = current ? tradingDayOf(current, instant) : 'unknown'
      return day === 'unknown' ? null : day
    },
    async follow(engine) {
      const load = async () => {
        current = await effectiveCalendar(engine.db)
      }
      await load()
      const again = () => void load().catch((error) => engine.log.error({ err: error }, 'trading calendar'))
      const stops = [
        engine.events.on('record', (event) => {
          if (event.record === 'trading-calendar') again()
        }),
        engine.events.onGap(again),
      ]
      return {
        async stop() {
          for (const stop of stops) stop()
        },
      }
    },
  }
}
