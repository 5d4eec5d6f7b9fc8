import { describe, expect, it } from 'vitest'
import { growing } from './figures.rules.ts'
import { nextPeriod, periodBefore } from './period.rules.ts'

describe('the period to be reviewed next', () => {
  it.each([
    // 2026-11-24 is a Tuesday.
    [null, '2026-11-24', 1, { from: '2026-11-16', to: '2026-11-22' }],
    [null, '2026-11-24', 2, { from: '2026-11-09', to: '2026-11-22' }],
    ['2026-11-15', '2026-11-23', 1, { from: '2026-11-16', to: '2026-11-22' }],
    // By the night session of Friday it is Monday already.
    ['2026-11-15', '2026-11-20', 1, null],
    ['2026-11-22', '2026-11-24', 1, null],
    ['2026-11-01', '2026-11-24', 1, { from: '2026-11-02', to: '2026-11-08' }],
    ['2026-11-15', '2026-11-24', 4, null],
    ['2026-11-15', '2026-11-24', 0, null],
  ])('after %s, on %s, every %s weeks', (last, today, weeks, period) =>
    expect(nextPeriod(last, today, weeks)).toEqual(period),
  )

  it('is compared with as many days before', () => {
    expect(periodBefore({ from: '2026-11-16', to: '2026-11-22' })).toEqual({ from: '2026-11-09', to: '2026-11-15' })
    expect(periodBefore({ from: '2026-02-23', to: '2026-03-08' })).toEqual({ from: '2026-02-09', to: '2026-02-22' })
  })
})

it('shows what grows first, then what is most', () => {
  const all = [
    { id: 'steady', count: 9, before: 9 },
    { id: 'new', count: 4, before: 0 },
    { id: 'fewer', count: 20, before: 30 },
    { id: 'steady too', count: 12, before: 12 },
  ]
  expect(growing(all).map(({ id }) => id)).toEqual(['new', 'steady too', 'steady', 'fewer'])
})
