import type { Engine } from '../../../platform/engine.ts'
import { msOf } from '../../../record/time.ts'
import { tradingHours } from '../../operations/operations.api.ts'

/** Whether a session goes on; where the calendar does not reach, nothing is known to be in the way. */
export async function isTrading({ db }: Engine, now: string): Promise<boolean> {
  const hours = await tradingHours(db)
  const at = msOf(now)
  return hours?.time.spans.some(({ from, to }) => from <= at && at < to) ?? false
}
