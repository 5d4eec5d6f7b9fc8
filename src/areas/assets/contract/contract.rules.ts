import { type Fault, fault } from '../../../record/problem.ts'
import { dayAway, monthsAway, mustBeDay } from '../../../record/time.ts'

interface Span {
  readonly validFrom: string
  readonly validTo: string | null
}

/** What is wrong with the time it is to hold. */
export const spanFaults = ({ validFrom, validTo }: Span): Fault[] =>
  validTo !== null && validTo < validFrom
    ? [fault('validTo', 'order', '止期早于起期。', 'It ends before it begins.')]
    : []

/** The last day on which one can still decide what comes after its end; null where it has none. */
export const noticeDay = ({ validTo, noticeDays }: Pick<Span, 'validTo'> & { readonly noticeDays: number }) =>
  validTo === null ? null : dayAway(validTo, -noticeDays)

/** The last day of a contract that goes on by itself: one that ends with a month goes on to end with a month. */
export function prolonged(validTo: string, months: number): string {
  const next = dayAway(validTo, 1)
  return dayAway(monthsAway(next, months), -1)
}

/** The term of the contract that goes on from this one: as long, from the day after. Null where it has no end. */
export function nextTerm({ validFrom, validTo }: Span): { validFrom: string; validTo: string } | null {
  if (validTo === null) return null
  const from = dayAway(validTo, 1)
  const months = wholeMonths(validFrom, from)
  const to =
    months === null ? dayAway(from, mustBeDay(validTo) - mustBeDay(validFrom)) : dayAway(monthsAway(from, months), -1)
  return { validFrom: from, validTo: to }
}

/** How many months lie between, where it is months and nothing over. */
function wholeMonths(from: string, to: string): number | null {
  const [a, b] = [from, to].map((date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))) as [number, number]
  return b > a && monthsAway(from, b - a) === to ? b - a : null
}
