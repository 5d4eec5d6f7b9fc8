import type { Task } from '../../../../platform/area.ts'
import { keptFor } from '../../../../platform/retention/retention.ts'
import { ensureDays } from './results.ts'

const msPerDay = 86_400_000

/** Whole days go, once the last of their results is old enough. */
export const probeResults = keptFor(90, {
  code: 'probe-result',
  words: ['探测结果', 'Results of probes'],
  table: 'probe_result',
  at: 'at',
  by: 'partition',
  least: 7,
  most: 3650,
})

/** Makes the days ahead, so that no result has to wait for its own. */
export const makeProbeDays: Task = async ({ db, clock }) => {
  const today = Date.parse(clock.now())
  await ensureDays(db, day(today), day(today + 3 * msPerDay))
}

export const makeProbeDaysCrontab = '37 2 * * * make-probe-days'

const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
