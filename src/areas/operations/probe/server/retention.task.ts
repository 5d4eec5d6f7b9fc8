import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import { ensureDays } from './results.ts'

const defaultDays = 90
const msPerDay = 86_400_000

/**
 * Makes the days ahead and drops those that are older than the setting `probe-result-days` (90 where there is none),
 * as whole partitions.
 */
export const keepProbeResults: Task = async ({ db, clock }) => {
  const today = Date.parse(clock.now())
  await ensureDays(db, day(today), day(today + 3 * msPerDay))
  const setting = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'probe-result-days')
    .executeTakeFirst()
  const days = typeof setting?.value === 'number' && setting.value >= 1 ? setting.value : defaultDays
  await sql`select drop_probe_result_days(${day(today - days * msPerDay)}::date)`.execute(db)
}

export const keepProbeResultsCrontab = '37 2 * * * keep-probe-results'

const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
