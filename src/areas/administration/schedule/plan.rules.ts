import { Cron } from 'croner'
import type { OnClosed, Recurrence } from '../../../record/recurrence.ts'
import { dateOf, minuteMs, minuteOfDay, mustBeDay } from '../../../record/time.ts'
import type { Unknown } from '../../../record/working-time.ts'
import { type ZoneClock, zoneClock } from '../../../record/zone.ts'

/** What a schedule plans by. */
export interface Plan {
  readonly rule: Recurrence
  /** 'HH:MM' on the calendar's clock. */
  readonly at: string
  readonly startsOn: string
  readonly endsOn: string | null
}

/** Which dates a calendar works. */
export interface WorkDays {
  readonly zone: string
  worksOn(date: string): boolean | Unknown
}

/** One time at which something is to be made. `key` is the day, week or month it stands for, so that none is made twice. */
export interface Planned {
  readonly key: string
  /** The date on which it falls. */
  readonly date: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface Foreseen {
  readonly planned: readonly Planned[]
  /** The first date about which the calendar says nothing; null: all that was asked is known. */
  readonly unknownFrom: string | null
}

const dayMs = 1_440 * minuteMs
/** A day off is passed over for so many days at most: no calendar closes longer. */
const farthest = 40

/** What falls after one instant and not after another, in order; `most` at most. */
export function plannedBetween(plan: Plan, days: WorkDays, after: number, until: number, most = 1_000): Foreseen {
  if (plan.rule.every === 'cron')
    return { planned: byCron(plan, plan.rule.expression, days, after, until, most), unknownFrom: null }
  const first = Math.max(mustBeDay(plan.startsOn), Math.floor(after / dayMs) - 1)
  const last = Math.min(plan.endsOn ? mustBeDay(plan.endsOn) : Number.POSITIVE_INFINITY, Math.floor(until / dayMs) + 1)
  const clock = zoneClock(days.zone, first, Math.max(first, last))
  const keyOn = keysOf(plan, days)
  const planned: Planned[] = []
  for (let day = first; day <= last && planned.length < most; day++) {
    const date = dateOf(day)
    const key = keyOn(date)
    if (key === 'unknown') return { planned, unknownFrom: date }
    const at = clock.msAt(day, minuteOfDay(plan.at) as number)
    if (key !== null && at > after && at <= until) planned.push({ key, date, at })
  }
  return { planned, unknownFrom: null }
}

type KeyOn = (date: string) => string | null | Unknown

function keysOf({ rule, startsOn }: Plan, days: WorkDays): KeyOn {
  switch (rule.every) {
    case 'day':
      return (date) => landed(date, () => true, rule.closed, days)
    case 'week': {
      const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
      const meant = (date: string) =>
        rule.on.includes(names[(((mustBeDay(date) + 3) % 7) + 7) % 7] as (typeof names)[number])
      return (date) => landed(date, (one) => one >= startsOn && meant(one), rule.closed, days)
    }
    case 'month-date': {
      const meant = (date: string) => Number(date.slice(8)) === Math.min(rule.date, lengthOfMonth(date))
      return (date) => monthOf(landed(date, (one) => one >= startsOn && meant(one), rule.closed, days))
    }
    case 'month-working':
      return (date) => nthWorking(date, rule.nth, rule.from, days)
    case 'working-days':
      return everyNth(startsOn, rule.n, days)
    default:
      return () => null
  }
}

/**
 * The date meant that falls on this one: itself, or one before or after it that is a day off. Several that fall on one date
 * are one occurrence.
 */
function landed(
  date: string,
  meant: (date: string) => boolean,
  closed: OnClosed,
  days: WorkDays,
): string | null | Unknown {
  if (closed === 'anyway') return meant(date) ? date : null
  const works = days.worksOn(date)
  if (works !== true) return works === 'unknown' ? 'unknown' : null
  if (meant(date)) return date
  if (closed === 'skip') return null
  const step = closed === 'next' ? -1 : 1
  for (let n = 1; n <= farthest; n++) {
    const other = dateOf(mustBeDay(date) + n * step)
    const isOpen = days.worksOn(other)
    if (isOpen === true) return null
    // Whether it is a day off is not known: then neither is where it falls.
    if (meant(other)) return isOpen === 'unknown' ? 'unknown' : other
    if (isOpen === 'unknown') return null
  }
  return null
}

/** A date of every month is made once a month, wherever it falls. */
const monthOf = (key: string | null | Unknown): string | null | Unknown =>
  key === null || key === 'unknown' ? key : key.slice(0, 7)

function nthWorking(date: string, nth: number, from: 'start' | 'end', days: WorkDays): string | null | Unknown {
  const works = days.worksOn(date)
  if (works !== true) return works === 'unknown' ? 'unknown' : null
  const month = date.slice(0, 7)
  const [first, last] = from === 'start' ? [1, Number(date.slice(8))] : [Number(date.slice(8)), lengthOfMonth(date)]
  let count = 0
  for (let day = first; day <= last; day++) {
    const isOpen = days.worksOn(`${month}-${String(day).padStart(2, '0')}`)
    if (isOpen === 'unknown') return 'unknown'
    if (isOpen) count += 1
  }
  return count === nth ? month : null
}

/** Counted from the day on which the schedule starts, which is the first if it is worked. */
function everyNth(startsOn: string, n: number, days: WorkDays): KeyOn {
  let counted = mustBeDay(startsOn) - 1
  let count = 0
  let known = true
  return (date) => {
    const day = mustBeDay(date)
    let works = false
    for (; counted < day && known; counted++) {
      const isOpen = days.worksOn(dateOf(counted + 1))
      known = isOpen !== 'unknown'
      works = isOpen === true
      if (works) count += 1
    }
    if (!known) return 'unknown'
    return works && (count - 1) % n === 0 ? date : null
  }
}

function byCron(
  plan: Plan,
  expression: string,
  { zone }: WorkDays,
  after: number,
  until: number,
  most: number,
): Planned[] {
  const first = mustBeDay(plan.startsOn)
  const last = plan.endsOn ? mustBeDay(plan.endsOn) : Math.floor(until / dayMs) + 1
  const clock: ZoneClock = zoneClock(zone, first, Math.max(first, last))
  const end = Math.min(until, clock.msAt(last + 1, 0) - 1)
  const cron = new Cron(expression, { timezone: zone, paused: true })
  const planned: Planned[] = []
  // The library answers what comes after an instant: one before the first is asked.
  let next = cron.nextRun(new Date(Math.max(after, clock.msAt(first, 0) - 1)))
  for (; next && next.getTime() <= end && planned.length < most; next = cron.nextRun(next)) {
    const at = next.getTime()
    if (at <= after) continue
    const date = dateOf(clock.dayAt(at))
    const minute = Math.floor((at - clock.msAt(clock.dayAt(at), 0)) / minuteMs)
    planned.push({ at, date, key: `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}` })
  }
  return planned
}

const two = (n: number): string => String(n).padStart(2, '0')

const lengthOfMonth = (date: string): number =>
  new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate()
