/** For how long a risk may be accepted, and why that is over. Pure. */
import { type Fault, fault } from '../../../record/problem.ts'

/** Why an acceptance is over: its time, its decider, or something else was accepted than the risk now says. */
export const endings = ['expired', 'revoked', 'changed', 'reassessed', 'closed'] as const

/** Clause S-15: an acceptance lasts a year at most. */
const mostDays = 365

const dayMs = 86_400_000

/** It ends, later than now and no later than a year from now. */
export function endFaults(endsAt: string, now: string): Fault[] {
  if (endsAt <= now) return [fault('endsAt', 'past', '截止时间须在将来。', 'It must end in the future.')]
  return Date.parse(endsAt) > Date.parse(now) + mostDays * dayMs
    ? [fault('endsAt', 'too-long', `风险接受最长 ${mostDays} 天。`, `A risk is accepted for ${mostDays} days at most.`)]
    : []
}
