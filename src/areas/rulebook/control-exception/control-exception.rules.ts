import { type Fault, fault } from '../../../record/problem.ts'
import { daysAfter } from '../control/time.rules.ts'

export const mostDays = 180
export const mostRenewals = 2

interface Span {
  readonly startsAt: string
  readonly endsAt: string
}

/** An exception ends, and soon enough. */
export const spanFaults = ({ startsAt, endsAt }: Span): Fault[] => [
  ...(endsAt <= startsAt
    ? [fault('endsAt', 'before-start', '截止时间须晚于开始时间。', 'It must end after it begins.')]
    : []),
  ...(endsAt > daysAfter(startsAt, mostDays)
    ? [fault('endsAt', 'too-long', `例外最长 ${mostDays} 天。`, `An exception lasts ${mostDays} days at most.`)]
    : []),
]
