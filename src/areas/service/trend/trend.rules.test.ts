import { describe, expect, it } from 'vitest'
import { dayMs } from '../../../record/time.ts'
import { ageStretches, barsOf, firstOf, plainDays, usualFrom } from './trend.rules.ts'

const midnight = (day: number) => day * dayMs

describe('bars of a trend', () => {
  it('follow each other without a gap, whatever they are put together by', () => {
    const days = plainDays('2026-10-26', '2026-12-04', midnight)
    for (const step of ['day', 'week', 'month'] as const) {
      const bars = barsOf(days, step)
      expect(bars.slice(1).map(({ from }) => from)).toEqual(bars.slice(0, -1).map(({ to }) => to))
      expect([bars[0]?.from, bars.at(-1)?.to]).toEqual([days[0]?.from, days.at(-1)?.to])
    }
    expect(barsOf(days, 'month').map(({ name }) => name)).toEqual(['2026-10-01', '2026-11-01', '2026-12-01'])
    expect(barsOf(days, 'week')).toHaveLength(6)
  })

  it('give Saturday and Sunday to Monday where nothing is known of trading', () => {
    const days = plainDays('2026-11-27', '2026-11-30', midnight)
    expect(days.map(({ date }) => date)).toEqual(['2026-11-27', '2026-11-30'])
    expect((days[1]?.to ?? 0) - (days[1]?.from ?? 0)).toBe(3 * dayMs)
    expect(plainDays('2026-11-27', '2026-11-29', midnight).at(-1)?.date).toBe('2026-11-29')
  })

  it('begin a week on its Monday and a month on its first', () => {
    expect(firstOf('2026-11-29', 'week')).toBe('2026-11-23')
    expect(firstOf('2026-11-23', 'week')).toBe('2026-11-23')
    expect(firstOf('2026-11-29', 'month')).toBe('2026-11-01')
  })

  it('reach back a year by months, across the turn of one', () => {
    expect(usualFrom('2026-11-27', 'month')).toBe('2025-12-01')
    expect(usualFrom('2026-12-31', 'month')).toBe('2026-01-01')
    expect(firstOf(usualFrom('2026-11-27', 'week'), 'week')).toBe(usualFrom('2026-11-27', 'week'))
  })
})

it('ages leave nothing out and count nothing twice', () => {
  const now = Date.UTC(2026, 10, 27)
  const stretches = ageStretches(now)
  expect(stretches[0]?.to).toBeNull()
  expect(stretches.at(-1)?.from).toBeNull()
  expect(stretches.slice(1).map(({ to }) => to)).toEqual(stretches.slice(0, -1).map(({ from }) => from))
})
