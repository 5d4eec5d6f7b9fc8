import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthsOfYear, weeksOf, yearsBetween } from './months.ts'

test('each date of a year stands once, in order, under its day of the week', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1970, max: 2199 }), (year) => {
      const weeks = monthsOfYear.flatMap((month) => weeksOf(year, month))
      const dates = weeks.flat().filter((one) => one !== null)
      const first = Date.UTC(year, 0, 1)
      const length = (Date.UTC(year + 1, 0, 1) - first) / 86_400_000
      const expected = Array.from({ length }, (_, n) => new Date(first + n * 86_400_000).toISOString().slice(0, 10))
      expect(dates).toEqual(expected)
      for (const week of weeks)
        for (const [n, date] of week.entries())
          if (date) expect((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7).toBe(n)
    }),
    { numRuns: 30 },
  )
})

test('the years of a span', () => {
  expect(yearsBetween('2025-12-31', '2026-12-31')).toEqual([2025, 2026])
  expect(yearsBetween('2026-01-01', '2026-12-31')).toEqual([2026])
})
