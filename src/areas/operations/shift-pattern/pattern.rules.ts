import { type Fault, fault } from '../../../record/problem.ts'
import { minuteOfDay } from '../../../record/time.ts'

/** On which dates a pattern's shift begins. */
export const dayKinds = ['trading-days', 'night-sessions', 'every-day'] as const
export type DayKind = (typeof dayKinds)[number]

/** `7:30` and `07:30` are one time; what is none stays as it is and is refused. */
export const timeOfDay = (text: string): string => {
  const padded = (text ?? '')
    .trim()
    .replace(':', ':')
    .replace(/^(\d):/, '0$1:')
  return minuteOfDay(padded) === null ? text : padded
}

const wrong = (path: string): Fault =>
  fault(path, 'no-time', '须是 00:00 至 23:59 的时间。', 'This must be a time of day, 00:00 to 23:59.')

export const patternFaults = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): Fault[] => [
  ...(minuteOfDay(startsAt) === null ? [wrong('startsAt')] : []),
  ...(minuteOfDay(endsAt) === null ? [wrong('endsAt')] : []),
]
