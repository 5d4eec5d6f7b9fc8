import { useQuery } from '@tanstack/react-query'
import type { AnyRecord } from '../../../../record/record.ts'
import { api } from '../../../../web/client/api.ts'
import { keyOf } from '../../../../web/client/live.ts'
import { alarm } from '../../alarm/alarm.record.ts'
import { run } from '../../run/run.record.ts'
import type { Wall } from '../../wall-screen/wall.rules.ts'

export type RunOfDay = Wall['runs'][number]
export type AlarmOfDay = Wall['alarmsOfDay'][number]

/** Drawn at most; a day with more of them is not read off a ribbon. */
const most = '200'

/** All runs of a trading day, however they ended; live. */
export const useRunsOfDay = (day: string) => useOfDay(run, day)

/** All alarms of a trading day, open or not; live. */
export const useAlarmsOfDay = (day: string) => useOfDay(alarm, day)

const useOfDay = <R extends AnyRecord>(record: R, day: string) =>
  useQuery({
    queryKey: keyOf(record.name, 'list', 'of-day', day),
    queryFn: ({ signal }) => api.list(record, { limit: most, 'tradingDay.from': day, 'tradingDay.to': day }, signal),
  })
