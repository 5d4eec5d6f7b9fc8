import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, monthsAway } from '../../../record/time.ts'
import { nextAfter } from './rhythm.rules.ts'

const dates = fc.integer({ min: 18_000, max: 24_000 }).map(dateOf)

describe('the rhythm of maintenance', () => {
  it('keeps to the last day of a month that is too short, and comes back to the day meant', () => {
    expect(nextAfter('2026-01-31', 1, '2026-01-31')).toBe('2026-02-28')
    expect(nextAfter('2026-01-31', 1, '2026-02-28')).toBe('2026-03-31')
    expect(nextAfter('2025-11-15', 3, '2026-11-14')).toBe('2026-11-15')
    expect(nextAfter('2027-01-01', 6, '2026-11-14')).toBe('2027-01-01')
  })

  it('gives the first date after another, and none between', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 60 }), dates, (start, every, after) => {
        const next = nextAfter(start, every, after)
        expect(next > after).toBe(true)
        const all = Array.from({ length: 400 }, (_, n) => monthsAway(start, n * every))
        expect(next).toBe(all.find((date) => date > after))
      }),
    )
  })
})
