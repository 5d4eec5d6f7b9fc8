import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dateOf, dayAway, lastOfMonth, monthAway, monthsAway } from './time.ts'

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-11-15', 3, '2027-02-15'],
  ['2026-12-01', 12, '2027-12-01'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s and %i months is %s', (from, months, to) => expect(monthsAway(from, months)).toBe(to))

it('ends a month on the day before the next begins', () => {
  expect(['2026-02', '2028-02', '2026-12'].map(lastOfMonth)).toEqual(['2026-02-28', '2028-02-29', '2026-12-31'])
  fc.assert(
    fc.property(fc.integer({ min: 7_300, max: 25_000 }).map(dateOf), (date) => {
      const month = date.slice(0, 7)
      return dayAway(lastOfMonth(month), 1) === `${monthAway(month, 1)}-01`
    }),
  )
})

it('goes back as far as it went', () => {
  const day = fc.integer({ min: 7_300, max: 25_000 }).map(dateOf)
  fc.assert(
    fc.property(day, fc.integer({ min: -4_000, max: 4_000 }), (date, n) => dayAway(dayAway(date, n), -n) === date),
  )
})
