import { describe, expect, it } from 'vitest'
import { daysOf, lanesOf, mondayOf, moved, placeIn, spanOf } from './calendar.ts'

describe('the change calendar', () => {
  it('shows whole weeks from Monday', () => {
    expect([mondayOf('2026-11-24'), mondayOf('2026-11-29'), mondayOf('2026-11-23')]).toEqual(
      Array(3).fill('2026-11-23'),
    )
    expect(spanOf('month', '2026-11-15')).toEqual({ from: '2026-10-26', to: '2026-12-06' })
    expect(daysOf(spanOf('week', '2026-11-24'))).toHaveLength(7)
  })

  it('moves by what it shows', () => {
    expect([moved('month', '2026-12-31', 1), moved('month', '2026-03-15', -1)]).toEqual(['2027-01-01', '2026-02-01'])
    expect(moved('week', '2026-11-24', -1)).toBe('2026-11-17')
  })

  it('places what lasts within the firm’s day', () => {
    // 24 November in Shanghai begins at 16:00 UTC of the 23rd.
    expect(placeIn('2026-11-24', { from: '2026-11-23T16:00:00.000Z', to: '2026-11-24T04:00:00.000Z' })).toEqual({
      left: 0,
      width: 50,
    })
    expect(placeIn('2026-11-24', { from: '2026-11-24T16:00:00.000Z', to: '2026-11-24T18:00:00.000Z' })).toBeNull()
  })

  it('puts side by side only what overlaps', () => {
    const lanes = lanesOf([
      { from: '1', to: '3' },
      { from: '2', to: '4' },
      { from: '3', to: '5' },
    ])
    expect(lanes.map(({ lane }) => lane)).toEqual([0, 1, 0])
  })
})
