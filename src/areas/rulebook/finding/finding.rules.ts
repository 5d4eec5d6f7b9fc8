/** When a finding is late, and when it is open again. Pure. */
import { type Fault, fault } from '../../../record/problem.ts'
import { dayAway } from '../../../record/time.ts'
import { daysAfter } from '../control/time.rules.ts'

/** So many working days after a date; a day about which the calendar says nothing counts from Monday to Friday. */
export function workingDaysAfter(date: string, days: number, works: (date: string) => boolean): string {
  let day = date
  for (let left = days; left > 0; ) {
    day = dayAway(day, 1)
    if (works(day)) left--
  }
  return day
}

export const weekday = (date: string): boolean => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())

interface Timed {
  readonly state: string
  readonly answerBy: string | null
  readonly due: string | null
}

/** The date by which whoever answers for it is to have moved; null where that is not their turn. */
export const dueOf = ({ state, answerBy, due }: Timed): string | null =>
  state === 'open' ? answerBy : state === 'corrective-action' ? due : null

export const isOverdue = (one: Timed, today: string): boolean => {
  const due = dueOf(one)
  return due !== null && due < today
}

export const dueAhead = ({ due }: { readonly due: string | null }, today: string): Fault[] =>
  due !== null && due < today
    ? [fault('due', 'in-the-past', '期限不能早于今天。', 'It cannot be due before today.')]
    : []

/** A day about which something was said again: wrong after it was closed, and soon enough after to be the same. */
export const isRelapse = (closedAt: string, badFrom: string, days: number): boolean =>
  badFrom > closedAt && badFrom < daysAfter(closedAt, days)
