import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, endOfDate, instantOf, showAgo, showDay, showInstant, startOfDate, wallOf } from './time.ts'

describe('the firm’s clock', () => {
  it('shows an instant as Shanghai reads it, whatever zone this runs in', () => {
    expect(showInstant('2026-11-24T00:40:05.000Z')).toBe('2026-11-24 08:40')
    expect(showInstant('2026-11-24T00:40:05.000Z', true)).toBe('2026-11-24 08:40:05')
    expect(dateOf('2026-11-24T16:30:00.000Z')).toBe('2026-11-25')
  })

  it('writes midnight as 00, not 24', () => {
    expect(wallOf('2026-11-24T16:00:00.000Z')).toBe('2026-11-25T00:00:00')
  })

  it('reads back what it shows, for any second of a century', () => {
    fc.assert(
      fc.property(fc.integer({ min: 725_846_400, max: 3_000_000_000 }), (second) => {
        const instant = new Date(second * 1000).toISOString()
        expect(instantOf(wallOf(instant))).toBe(instant)
      }),
    )
  })

  it('filters a date from its first to its last instant', () => {
    expect(startOfDate('2026-11-24')).toBe('2026-11-23T16:00:00.000Z')
    expect(endOfDate('2026-11-24')).toBe('2026-11-24T15:59:59.999Z')
  })

  it('names the weekday in both languages', () => {
    expect(showDay('2026-11-24', 'zh')).toBe('2026-11-24 周二')
    expect(showDay('2026-11-24', 'en')).toBe('Tue 2026-11-24')
  })

  it('says how far off an instant is', () => {
    const now = new Date('2026-11-24T01:00:00Z')
    expect(showAgo('2026-11-24T00:57:00Z', now, 'zh')).toBe('3分钟前')
    expect(showAgo('2026-11-24T03:00:00Z', now, 'en')).toBe('in 2 hr')
  })
})
