import { useQuery } from '@tanstack/react-query'
import { api } from '../../../../web/client/api.ts'
import type { TradingCalendar } from '../../calendar/calendar.rules.ts'
import { noteServerTime, stopwatch, useServerNow } from './server-time.ts'

/** Often enough that a stopwatch which stood still while the machine slept is soon put right. */
const againMs = 120_000

/** The calendar in force (null: the firm has none), and the server's time with it. */
export const useCalendar = () =>
  useQuery({
    queryKey: ['call', '/trading-day/calendar'],
    queryFn: async ({ signal }) => {
      const askedAt = stopwatch()
      const answer = await api.call<{ calendar: TradingCalendar | null; now: string }>('/trading-day/calendar', {
        signal,
      })
      noteServerTime(answer.now, askedAt, stopwatch())
      return answer.calendar
    },
    meta: { watches: ['trading-calendar'] },
    refetchInterval: againMs,
  })

/** Calendar and time once both are known. */
export function useTradingTime(): { calendar: TradingCalendar | null; now: number } | undefined {
  const { data } = useCalendar()
  const now = useServerNow()
  return data === undefined || now === undefined ? undefined : { calendar: data, now }
}
