import { dateOf, dayMs, instantAt, isWeekend, monthAway, mustBeDay } from '../../../record/time.ts'

/** What trends are told by: each bar is one of these. */
export const steps = ['day', 'week', 'month'] as const
export type Step = (typeof steps)[number]

/** What trends may be narrowed to and parted by: fields of a ticket that its list is filtered by. */
export const aspects = ['service', 'team', 'assignee', 'component', 'priority'] as const
export type Aspect = (typeof aspects)[number]

/** All that belongs to one bar: milliseconds since 1970, `to` is the next one's. `name` is its first date. */
export interface Bar {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** A day with all that belongs to it: of a firm that trades, the evenings and days off before it too. */
export interface Day {
  readonly date: string
  readonly from: number
  readonly to: number
}

/** Days put together: a week begins on its Monday, a month on its first. */
export function barsOf(days: readonly Day[], step: Step): Bar[] {
  const bars: { name: string; from: number; to: number }[] = []
  for (const { date, from, to } of days) {
    const name = firstOf(date, step)
    const last = bars.at(-1)
    if (last?.name === name) last.to = to
    else bars.push({ name, from, to })
  }
  return bars
}

/** The date on which the day, week or month of a date begins. */
export function firstOf(date: string, step: Step): string {
  if (step === 'day') return date
  if (step === 'month') return `${date.slice(0, 7)}-01`
  const day = mustBeDay(date)
  return dateOf(day - ((((day + 3) % 7) + 7) % 7))
}

/** How far back one looks unless one says: some six weeks of days, a quarter of weeks, a year of months. */
export function usualFrom(to: string, step: Step): string {
  if (step === 'month') return `${monthAway(to.slice(0, 7), -11)}-01`
  const day = mustBeDay(to) - (step === 'day' ? 41 : 90)
  return firstOf(dateOf(day), step === 'week' ? 'week' : 'day')
}

/** The working week where nothing is known of trading: every date, and Saturday and Sunday are Monday's. */
export function plainDays(from: string, to: string, msAt: (day: number) => number): Day[] {
  const days: Day[] = []
  let begins: number | null = null
  for (let day = mustBeDay(from); day <= mustBeDay(to); day++) {
    begins ??= msAt(day)
    if (isWeekend(day) && day < mustBeDay(to)) continue
    days.push({ date: dateOf(day), from: begins, to: msAt(day + 1) })
    begins = null
  }
  return days
}

/** A stretch of time, milliseconds since 1970; null: without end. */
export interface Stretch {
  readonly from: number | null
  readonly to: number | null
}

export const ages = ['day', 'three-days', 'week', 'month', 'older'] as const
export type Age = (typeof ages)[number]
const ageDays = [1, 3, 7, 30]

/** When what is so old now came in: the youngest first. */
export const ageStretches = (now: number): (Stretch & { readonly name: Age })[] =>
  ages.map((name, n) => ({
    name,
    from: ageDays[n] === undefined ? null : now - ageDays[n] * dayMs,
    to: n === 0 ? null : now - (ageDays[n - 1] as number) * dayMs,
  }))

/** Figures that trends tell; each leads to a list of exactly what it counts. */
export const figures = [
  'in',
  'out',
  'backlog',
  'open',
  'reopened',
  'responseJudged',
  'responseKept',
  'resolutionJudged',
  'resolutionKept',
] as const
export type Figure = (typeof figures)[number]

/** What a kind of ticket calls its own: fields, states and clocks by the names they have there. */
export interface Kind {
  readonly settledAt: string
  readonly open: readonly string[]
  readonly response: string
  readonly resolution: string
  readonly reopened: string
}

export type Address = Readonly<Record<string, string>>

/** What answers to surveys call the aspects that they keep too. */
const ofAnswers: Readonly<Record<string, string>> = { service: 'service', team: 'team', assignee: 'handler' }

/**
 * The list of answers behind a grade, of which each reads those they may: anonymous ones nobody. Undefined where answers are not told
 * apart as the filters are.
 */
export function answersOf(ticket: string, { from, to }: Stretch, filters: Address = {}): Address | undefined {
  const named = Object.entries(filters).map(([name, value]) => [ofAnswers[name], value] as const)
  if (named.some(([name]) => name === undefined)) return undefined
  return {
    ...Object.fromEntries(named),
    ...{ state: 'answered', 'grade.from': '1', [`${ticket}.not`]: '' },
    ...(from !== null && { 'answeredAt.from': instantAt(from) }),
    ...(to !== null && { 'answeredAt.to': instantAt(to - 1) }),
  }
}

/**
 * The address of the list behind a figure. What a list is filtered by includes both ends: instants are kept to the millisecond, so
 * the last is the one before the next stretch begins. A clock has been judged once it was met or breached.
 */
export function addressOf(kind: Kind, figure: Figure, { from, to }: Stretch, filters: Address = {}): Address {
  const last = to === null ? null : instantAt(to - 1)
  const within = (field: string): Address => ({
    ...filters,
    ...(from !== null && { [`${field}.from`]: instantAt(from) }),
    ...(last !== null && { [`${field}.to`]: last }),
  })
  const came = within('createdAt')
  const clock = (name: string, states: string): Address => ({ ...came, [`clock.${name}`]: states })
  switch (figure) {
    case 'in':
      return came
    case 'out':
      return within(kind.settledAt)
    case 'backlog':
      return { ...filters, ...(last !== null && { 'createdAt.to': last, [`${kind.settledAt}.not.to`]: last }) }
    case 'open':
      return { ...came, state: kind.open.join(',') }
    case 'reopened':
      return { ...came, [`${kind.reopened}.from`]: '1' }
    case 'responseJudged':
      return clock(kind.response, 'met,breached')
    case 'responseKept':
      return clock(kind.response, 'met')
    case 'resolutionJudged':
      return clock(kind.resolution, 'met,breached')
    case 'resolutionKept':
      return clock(kind.resolution, 'met')
  }
}
