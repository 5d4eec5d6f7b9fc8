import { minuteMs } from '../../../record/time.ts'
import type { Planned } from './plan.rules.ts'

/** Later than this and it was missed rather than on time; milliseconds. */
export const graceMs = 10 * minuteMs

export interface Judged extends Planned {
  /** To be made on time, to be made late in place of all that were missed, or missed and left so. */
  readonly as: 'on-time' | 'caught-up' | 'missed'
}

/**
 * What becomes of everything that fell due since the last look, in order. What is on time is made. Of what was missed while
 * no server ran, only the last is caught up, and that only where nothing on time stands in for it.
 */
export function judged(due: readonly Planned[], missed: 'catch-up' | 'skip', now: number): Judged[] {
  const isOnTime = ({ at }: Planned) => now - at <= graceMs
  const last = due.at(-1)
  const caughtUp = missed === 'catch-up' && last && !isOnTime(last) ? last : null
  return due.map((one) => ({ ...one, as: isOnTime(one) ? 'on-time' : one === caughtUp ? 'caught-up' : 'missed' }))
}
