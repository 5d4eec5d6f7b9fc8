import { dateOf, mustBeDay } from '../../../record/time.ts'
import type { Words } from '../../../record/words.ts'
import type { Closed, MadeUp } from './hours.rules.ts'

/** Holidays and make-up days as some list gave them. */
export interface Holidays {
  readonly closed: readonly Closed[]
  readonly madeUp: readonly MadeUp[]
}

/** One day of a list. */
export interface ListedDay {
  readonly date: string
  readonly works: boolean
  readonly reason: Words
}

/** Days as a calendar keeps them: days off that follow each other under one name are one range. */
export function asHolidays(days: Iterable<ListedDay>, source: string): Holidays {
  const byDate = new Map([...days].map((day) => [day.date, day]))
  const closed: { from: string; to: string; reason: Words; source: string }[] = []
  const madeUp: MadeUp[] = []
  for (const { date, works, reason } of [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const last = closed.at(-1)
    if (works) madeUp.push({ date, reason, source })
    else if (last && dateOf(mustBeDay(last.to) + 1) === date && last.reason[0] === reason[0]) last.to = date
    else closed.push({ from: date, to: date, reason, source })
  }
  return { closed, madeUp }
}

/** The calendar's own days with those of a list put in: on a date that both name, the list is believed. */
export function merged(own: Holidays, given: Holidays): Holidays {
  const named = new Set([...given.madeUp.map(({ date }) => date), ...given.closed.flatMap(datesOf)])
  const kept = own.closed.flatMap((range) => partsWithout(range, named))
  const byFrom = (a: Closed, b: Closed) => (a.from < b.from ? -1 : 1)
  const byDate = (a: MadeUp, b: MadeUp) => (a.date < b.date ? -1 : 1)
  return {
    closed: [...kept, ...given.closed].sort(byFrom),
    madeUp: [...own.madeUp.filter(({ date }) => !named.has(date)), ...given.madeUp].sort(byDate),
  }
}

/** What is left of a range when some dates are taken out of it. */
export function partsWithout(range: Closed, dates: ReadonlySet<string>): Closed[] {
  const parts: { from: string; to: string }[] = []
  for (const date of datesOf(range)) {
    if (dates.has(date)) continue
    const last = parts.at(-1)
    if (last && dateOf(mustBeDay(last.to) + 1) === date) last.to = date
    else parts.push({ from: date, to: date })
  }
  return parts.map((part) => ({ ...range, ...part }))
}

const datesOf = ({ from, to }: Pick<Closed, 'from' | 'to'>): string[] => {
  const first = mustBeDay(from)
  return Array.from({ length: Math.max(0, mustBeDay(to) - first + 1) }, (_, n) => dateOf(first + n))
}

const mostDays = 370

/** Every date from one to another, both included; none when they are no dates, or more than a year apart. */
export function daysBetween(from: string, to: string): string[] {
  const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
  if (!isDate(from) || !isDate(to) || dateOf(Date.parse(to) / 86_400_000) !== to) return []
  const dates = datesOf({ from, to })
  return dates.length > mostDays ? [] : dates
}

/** Whether the words of a list mean a day that is worked: `上班`, `补班`, `(班)`, `work`. */
export const meansWork = (text: string): boolean => /班|补休调入|\bwork(ing|day)?\b/i.test(text)

/** The name of a holiday without what only says that it is off or worked: `国庆节(休)`, `国庆节 假期 第1天/共7天`. */
export function nameOf(text: string): string {
  const name = text
    .replace(/[((]\s*(休|班|off|work)\s*[))]/gi, '')
    .replace(/假期|补班|调休|上班|休假|放假/g, '')
    .replace(/第\s*\d+\s*天\s*[//]\s*共\s*\d+\s*天/g, '')
    .trim()
  return name === '' ? text.trim() : name
}

/** The calendar's days with one date said anew: off, worked, or what it would be by its day of the week. */
export function withDay(own: Holidays, date: string, day: Closed | MadeUp | null): Holidays {
  const without: Holidays = {
    closed: own.closed.flatMap((range) => partsWithout(range, new Set([date]))),
    madeUp: own.madeUp.filter((one) => one.date !== date),
  }
  if (day === null) return without
  return 'date' in day ? merged(without, { closed: [], madeUp: [day] }) : merged(without, { closed: [day], madeUp: [] })
}
