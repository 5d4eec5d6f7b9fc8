import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recurrenceSchema } from '../../../record/recurrence.ts'
import { instantAt } from '../../../record/time.ts'
import { type DatedHours, ordinaryWeek, worksOn } from '../working-calendar/hours.rules.ts'
import { mainlandHolidays } from '../working-calendar/server/mainland.ts'
import { judged } from './missed.rules.ts'
import { type Plan, plannedBetween, type WorkDays } from './plan.rules.ts'

const hours: DatedHours = {
  zone: 'Asia/Shanghai',
  coversFrom: '2026-01-01',
  coversTo: '2026-12-31',
  week: ordinaryWeek,
  ...(mainlandHolidays(2026) ?? { closed: [], madeUp: [] }),
}
const office: WorkDays = { zone: hours.zone, worksOn: (date) => worksOn(hours, date) }
const always: WorkDays = { zone: hours.zone, worksOn: () => true }

const plan = (rule: unknown, more: Partial<Plan> = {}): Plan => ({
  rule: recurrenceSchema.parse(rule),
  at: '09:00',
  startsOn: '2026-01-01',
  endsOn: null,
  ...more,
})
const at = (wall: string): number => Date.parse(`${wall.replace(' ', 'T')}:00+08:00`)
const datesOf = (given: Plan, from: string, to: string, days = office): string[] =>
  plannedBetween(given, days, at(`${from} 00:00`), at(`${to} 23:59`)).planned.map(({ date }) => date)

describe('C8: monthly, on the first working day', () => {
  const monthly = { every: 'month-working', nth: 1 }

  test('beginning on a holiday gives one occurrence, on the first working day, and not one for each day passed over', () => {
    const october = plan(monthly, { startsOn: '2026-10-01' })
    expect(datesOf(october, '2026-10-01', '2026-10-31')).toEqual(['2026-10-08'])
    expect(plannedBetween(october, office, at('2026-09-01 00:00'), at('2026-12-31 23:59')).planned).toEqual([
      { key: '2026-10', date: '2026-10-08', at: at('2026-10-08 09:00') },
      { key: '2026-11', date: '2026-11-02', at: at('2026-11-02 09:00') },
      { key: '2026-12', date: '2026-12-01', at: at('2026-12-01 09:00') },
    ])
  })

  test('beginning after the first working day waits for the next month', () => {
    expect(datesOf(plan(monthly, { startsOn: '2026-10-09' }), '2026-10-01', '2026-11-30')).toEqual(['2026-11-02'])
  })

  test('one in every month of the year, each in its month, whatever day it is asked for', () => {
    const all = plannedBetween(plan(monthly), office, at('2025-12-31 00:00'), at('2026-12-31 23:59')).planned
    expect(all.map(({ key }) => key)).toEqual(
      Array.from({ length: 12 }, (_, n) => `2026-${String(n + 1).padStart(2, '0')}`),
    )
    expect(all.every(({ date, key }) => date.startsWith(key))).toBe(true)
  })

  test('the third, and the last', () => {
    expect(datesOf(plan({ every: 'month-working', nth: 3 }), '2026-10-01', '2026-10-31')).toEqual(['2026-10-10'])
    const last = plan({ every: 'month-working', nth: 1, from: 'end' })
    expect(datesOf(last, '2026-01-01', '2026-06-30')).toEqual([
      '2026-01-30',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-29',
      '2026-06-30',
    ])
  })
})

describe('other rhythms', () => {
  test('every working day leaves holidays out and takes make-up days in', () => {
    expect(datesOf(plan({ every: 'day', closed: 'skip' }), '2026-10-05', '2026-10-12')).toEqual([
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-12',
    ])
    expect(datesOf(plan({ every: 'day', closed: 'anyway' }), '2026-10-05', '2026-10-07')).toHaveLength(3)
  })

  test.each([
    ['anyway', ['2026-09-28', '2026-10-05', '2026-10-12']],
    ['skip', ['2026-09-28', '2026-10-12']],
    ['next', ['2026-09-28', '2026-10-08', '2026-10-12']],
    ['previous', ['2026-09-28', '2026-09-30', '2026-10-12']],
  ])('every Monday, on a day off: %s', (closed, dates) => {
    expect(datesOf(plan({ every: 'week', on: ['mon'], closed }), '2026-09-28', '2026-10-13')).toEqual(dates)
  })

  test('several days off that are put off to one day are one occurrence', () => {
    const often = plan({ every: 'week', on: ['mon', 'tue', 'wed', 'thu'], closed: 'next' })
    expect(datesOf(often, '2026-10-01', '2026-10-10')).toEqual(['2026-10-08'])
  })

  test('the 31st is a short month’s last, and is made once a month wherever it falls', () => {
    const end = plan({ every: 'month-date', date: 31, closed: 'previous' })
    expect(datesOf(end, '2026-02-01', '2026-05-31')).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-29'])
    const fifth = plan({ every: 'month-date', date: 5, closed: 'next' })
    const found = plannedBetween(fifth, office, at('2026-10-01 00:00'), at('2026-10-31 00:00')).planned
    expect(found.map(({ key, date }) => `${key} ${date}`)).toEqual(['2026-10 2026-10-08'])
  })

  test('every fifth working day, counted from the first', () => {
    expect(
      datesOf(plan({ every: 'working-days', n: 5 }, { startsOn: '2026-10-01' }), '2026-10-01', '2026-10-31'),
    ).toEqual(['2026-10-08', '2026-10-14', '2026-10-21', '2026-10-28'])
  })

  test('a cron expression, on the calendar’s clock', () => {
    const found = plannedBetween(
      plan({ every: 'cron', expression: '30 8,16 * * 1-5' }, { startsOn: '2026-11-24', endsOn: '2026-11-25' }),
      always,
      at('2026-11-20 00:00'),
      at('2026-12-31 00:00'),
    ).planned
    expect(found.map(({ key }) => key)).toEqual([
      '2026-11-24T08:30',
      '2026-11-24T16:30',
      '2026-11-25T08:30',
      '2026-11-25T16:30',
    ])
    expect(instantAt(found[0]?.at ?? 0)).toBe('2026-11-24T00:30:00.000Z')
  })

  test('ends where it ends, and where its calendar ends it says so', () => {
    const daily = plan({ every: 'day', closed: 'skip' }, { endsOn: '2026-11-25' })
    expect(datesOf(daily, '2026-11-24', '2026-12-31')).toEqual(['2026-11-24', '2026-11-25'])
    const on = plannedBetween(
      plan({ every: 'day', closed: 'skip' }),
      office,
      at('2026-12-30 00:00'),
      at('2027-02-01 00:00'),
    )
    expect(on.planned.map(({ date }) => date)).toEqual(['2026-12-30', '2026-12-31'])
    expect(on.unknownFrom).toBe('2027-01-01')
  })
})

const rules = fc.constantFrom(
  { every: 'day', closed: 'skip' },
  { every: 'week', on: ['mon', 'thu'], closed: 'next' },
  { every: 'week', on: ['sat'], closed: 'previous' },
  { every: 'month-date', date: 1, closed: 'next' },
  { every: 'month-working', nth: 2 },
  { every: 'month-working', nth: 1, from: 'end' },
  { every: 'working-days', n: 7 },
  { every: 'cron', expression: '0 9 * * *' },
)

test('looked for in pieces or at once, the same is found, and every key once', () => {
  const cuts = fc.array(fc.integer({ min: 0, max: 400 * 24 * 60 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(rules, cuts, (rule, given) => {
      const start = at('2026-01-05 00:00')
      const edges = [start, ...given.map((n) => start + n * 60_000), at('2026-12-20 00:00')]
        .filter((one) => one <= at('2026-12-20 00:00'))
        .sort((a, b) => a - b)
      const whole = plannedBetween(plan(rule), office, start, edges.at(-1) as number).planned
      const parts = edges
        .slice(1)
        .flatMap((to, n) => plannedBetween(plan(rule), office, edges[n] as number, to).planned)
      expect(parts).toEqual(whole)
      expect(new Set(whole.map(({ key }) => key)).size).toBe(whole.length)
    }),
    { numRuns: 60 },
  )
}, 20_000)

describe('what was missed', () => {
  const days = ['2026-11-23', '2026-11-24', '2026-11-25']
  const due = days.map((date) => ({ key: date, date, at: at(`${date} 09:00`) }))
  const as = (missed: 'catch-up' | 'skip', now: string) => judged(due, missed, at(now)).map((one) => one.as)

  test('over three days is caught up once, or not at all, as the schedule says', () => {
    expect(as('catch-up', '2026-11-25 15:00')).toEqual(['missed', 'missed', 'caught-up'])
    expect(as('skip', '2026-11-25 15:00')).toEqual(['missed', 'missed', 'missed'])
  })

  test('is not made beside one that is on time', () => {
    expect(as('catch-up', '2026-11-25 09:00')).toEqual(['missed', 'missed', 'on-time'])
    expect(as('skip', '2026-11-25 09:05')).toEqual(['missed', 'missed', 'on-time'])
  })
})
