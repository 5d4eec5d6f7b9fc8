import { expect, it } from 'vitest'
import { standingOf } from './hours.rules.ts'

const now = '2026-11-24T04:00:00.000Z'
const long = '2020-01-01T00:00:00.000Z'

it('counts the hours of a year, and says when the first of them count no more', () => {
  const all = [
    { heldOn: '2025-11-20', hours: 8 },
    { heldOn: '2026-03-01', hours: 12 },
    { heldOn: '2026-06-01', hours: 10 },
  ]
  expect(standingOf(all, long, 20, now)).toEqual({ hours: 22, wanted: 20, until: '2027-03-01T12:00:00.000Z' })
})

it('wants of whoever came within the year their share, which grows until it is more than they have', () => {
  const since = '2026-05-25T16:00:00.000Z'
  const { hours, wanted, until } = standingOf([{ heldOn: '2026-06-01', hours: 15 }], since, 20, now)
  expect(hours).toBe(15)
  expect(wanted).toBeCloseTo(10, 0)
  // Fifteen of twenty hours are the share of three quarters of a year.
  expect(until?.slice(0, 10)).toBe('2027-02-23')
})

it('changes with time no more where nothing counts and all is wanted', () =>
  expect(standingOf([], long, 20, now)).toEqual({ hours: 0, wanted: 20, until: null }))
