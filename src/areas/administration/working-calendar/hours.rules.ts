import { type Fault, fault } from '../../../record/problem.ts'
import { dateOf, dayMinutes, minuteOfDay, mustBeDay } from '../../../record/time.ts'
import type { Words } from '../../../record/words.ts'
import { isEverWorked, type Span, type Unknown, type WorkingTime, workingTime } from '../../../record/working-time.ts'
import { isZone, zoneClock } from '../../../record/zone.ts'

/** 'HH:MM' to 'HH:MM', the end not included. An end at or before the beginning is on the next day. */
export interface Hours {
  readonly from: string
  readonly to: string
}

/** Days off, both ends included. */
export interface Closed {
  readonly from: string
  readonly to: string
  readonly reason: Words
  readonly source: string
}

/** A day that is worked to make up for another (调休); without hours of its own it has a Monday's. */
export interface MadeUp {
  readonly date: string
  readonly hours?: readonly Hours[] | undefined
  readonly reason: Words
  readonly source: string
}

/** A calendar of hours as its record keeps it. */
export interface DatedHours {
  readonly zone: string
  readonly coversFrom: string | null
  readonly coversTo: string | null
  /** From Monday to Sunday. */
  readonly week: readonly (readonly Hours[])[]
  readonly closed: readonly Closed[]
  readonly madeUp: readonly MadeUp[]
}

const officeDay: Hours[] = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '17:30' },
]
/** From Monday to Sunday. */
export type HoursOfWeek = [Hours[], Hours[], Hours[], Hours[], Hours[], Hours[], Hours[]]
export const ordinaryWeek: HoursOfWeek = [officeDay, officeDay, officeDay, officeDay, officeDay, [], []]

/** What a day is, and why, for a calendar that is drawn. */
export interface DayOf {
  readonly kind: 'work' | 'made-up' | 'closed' | 'free' | 'unknown'
  readonly hours: readonly Hours[]
  readonly reason?: Words
  readonly source?: string
}

/** A date ('YYYY-MM-DD') on this calendar: a make-up day comes before a holiday, a holiday before the day of the week. */
export function dayOf(cal: DatedHours, date: string): DayOf {
  if (!cal.coversFrom || !cal.coversTo || date < cal.coversFrom || date > cal.coversTo)
    return { kind: 'unknown', hours: [] }
  const madeUp = cal.madeUp.find((one) => one.date === date)
  if (madeUp) {
    const { hours = cal.week[0] ?? [], reason, source } = madeUp
    return { kind: 'made-up', hours, reason, source }
  }
  const closed = cal.closed.find(({ from, to }) => from <= date && date <= to)
  if (closed) return { kind: 'closed', hours: [], reason: closed.reason, source: closed.source }
  const hours = cal.week[weekdayOf(date)] ?? []
  return { kind: hours.length > 0 ? 'work' : 'free', hours }
}

/** Whether anything is worked on this date. Compare with `=== true`: 'unknown' is truthy. */
export function worksOn(cal: DatedHours, date: string): boolean | Unknown {
  const { kind, hours } = dayOf(cal, date)
  return kind === 'unknown' ? 'unknown' : hours.length > 0
}

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (date: string): number => (((mustBeDay(date) + 3) % 7) + 7) % 7

/** The calendar laid out on the axis of time. Its record's guard has found no fault with it. */
export function layOut(cal: DatedHours): WorkingTime {
  if (!cal.coversFrom || !cal.coversTo) return workingTime({ from: 0, to: 0 }, [])
  const [first, last] = [mustBeDay(cal.coversFrom), mustBeDay(cal.coversTo)]
  const clock = zoneClock(cal.zone, first, last + 1)
  const spans: Span[] = []
  for (let day = first; day <= last; day++) {
    for (const hours of dayOf(cal, dateOf(day)).hours) {
      const { from, to } = minutesOf(hours)
      spans.push({ from: clock.msAt(day, from), to: clock.msAt(day, to) })
    }
  }
  // The shift of the evening before may reach into the first date, and nobody here knows whether there was one.
  const reaching = Math.max(0, ...cal.week.flat().map((hours) => minutesOf(hours).to - dayMinutes))
  return workingTime({ from: clock.msAt(first, reaching), to: clock.msAt(last + 1, 0) }, spans)
}

function minutesOf({ from, to }: Hours): { from: number; to: number } {
  const [start, end] = [minuteOfDay(from) as number, minuteOfDay(to) as number]
  return { from: start, to: end <= start ? end + dayMinutes : end }
}

const mostDays = 366 * 20

/** Everything that is wrong with a calendar of hours, at its place; one in which nothing is ever worked is refused. */
export function hoursFaults(cal: DatedHours): Fault[] {
  const faults: Fault[] = []
  if (!isZone(cal.zone)) faults.push(fault('zone', 'zone', '没有这个时区。', 'There is no such time zone.'))
  faults.push(...coverFaults(cal), ...dateFaults(cal))
  if (faults.length > 0 || isEverWorked(layOut(cal))) return faults
  return [
    fault(
      'week',
      'never-worked',
      '适用日期内没有一分钟工作时间:按它计时永远到不了期限。',
      'Not one minute is worked on the dates it covers: nothing counted by it would ever fall due.',
    ),
  ]
}

function coverFaults({ coversFrom, coversTo }: DatedHours): Fault[] {
  const needed = (path: string) =>
    fault(
      path,
      'required',
      '须写明适用日期:日历只对已知的日期作答。',
      'Say for which dates it holds: it answers for no other.',
    )
  if (!coversFrom || !coversTo)
    return [...(coversFrom ? [] : [needed('coversFrom')]), ...(coversTo ? [] : [needed('coversTo')])]
  if (coversFrom > coversTo) return [fault('coversTo', 'order', '止期早于起期。', 'It ends before it begins.')]
  if (mustBeDay(coversTo) - mustBeDay(coversFrom) > mostDays)
    return [fault('coversTo', 'too-long', '最多覆盖二十年。', 'It may cover twenty years at most.')]
  return []
}

function dateFaults({ closed, madeUp, week }: DatedHours): Fault[] {
  const dates = madeUp.map(({ date }) => date)
  return [
    ...closed.flatMap(({ from, to }, n) =>
      from > to ? [fault(`closed.${n}.to`, 'order', '止期早于起期。', 'It ends before it begins.')] : [],
    ),
    ...madeUp.flatMap(({ date, hours }, n) => [
      ...(dates.indexOf(date) < n
        ? [fault(`madeUp.${n}.date`, 'twice', '这一天已经列出。', 'This day is listed already.')]
        : []),
      ...((hours ?? week[0] ?? []).length === 0
        ? [
            fault(
              `madeUp.${n}.hours`,
              'required',
              '调休日须有工时:周一没有工时可以沿用。',
              'A make-up day needs hours: Monday has none to lend.',
            ),
          ]
        : []),
    ]),
  ]
}

/** Hours as people write them: `09:00-12:00 13:30-17:30`. */
export const hoursText = (hours: readonly Hours[]): string => hours.map(({ from, to }) => `${from}–${to}`).join(' ')

/** Reads them back; null where something else stands there. */
export function readHours(text: string): Hours[] | null {
  const parts = text.split(/[\s,,;;、]+/).filter(Boolean)
  const read = parts.map((part) => /^(\d{1,2}:\d{2})[-–—~~](\d{1,2}:\d{2})$/.exec(part))
  const pad = (time: string) => time.padStart(5, '0')
  const hours = read.map((found) => found && { from: pad(found[1] as string), to: pad(found[2] as string) })
  const isWhole = (one: Hours | null): one is Hours =>
    one !== null && minuteOfDay(one.from) !== null && minuteOfDay(one.to) !== null
  return hours.every(isWhole) ? hours.filter(isWhole) : null
}
