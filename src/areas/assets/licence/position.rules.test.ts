import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAway } from '../../../record/time.ts'
import { endsFirst, freeAt, type Granted, type Held, positionOn, positionsBetween } from './position.rules.ts'

const granted: Granted[] = [
  { quantity: 50, validFrom: '2025-01-01', validTo: '2025-12-31' },
  { quantity: 40, validFrom: '2026-01-01', validTo: '2026-12-31' },
  { quantity: 5, validFrom: '2026-06-01', validTo: null },
]
const held: Held[] = [
  { quantity: 30, from: '2025-02-01', to: null },
  { quantity: 12, from: '2025-03-01', to: '2026-03-01' },
  { quantity: 8, from: '2025-04-01', to: null },
]

describe('R11: a licence by its dates', () => {
  it.each([
    ['2024-12-31', 0, 0],
    ['2025-12-31', 50, 50],
    ['2026-01-01', 40, 50],
    ['2026-03-01', 40, 38],
    ['2026-12-31', 45, 38],
    ['2027-01-01', 5, 38],
  ])('on %s one may use %i, and %i are used', (date, entitled, used) =>
    expect(positionOn(granted, held, date)).toEqual({ date, entitled, used }),
  )

  it('what is free may be less than nothing', () => {
    expect(freeAt(positionOn(granted, held, '2026-01-01'))).toBe(-10)
    expect(freeAt(positionOn(granted, held, '2027-01-01'))).toBe(-33)
  })

  it('what has expired or not begun never counts, whatever else there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 1, max: 500 }), (quantity, days) => {
        const today = '2026-11-24'
        const over = { quantity, validFrom: '2020-01-01', validTo: dayAway(today, -days) }
        const ahead = { quantity, validFrom: dayAway(today, days), validTo: null }
        return positionOn([...granted, over, ahead], held, today).entitled === 45
      }),
    )
  })
})

it('ends first with what ends first of what counts', () => {
  expect(endsFirst(granted, '2026-07-01')).toBe('2026-12-31')
  expect(endsFirst(granted, '2027-07-01')).toBeNull()
  expect(endsFirst([], '2026-07-01')).toBeNull()
})

describe('its course', () => {
  it('has a point wherever something changes', () => {
    expect(positionsBetween(granted, held, '2025-12-01', '2027-02-01')).toEqual([
      { date: '2025-12-01', entitled: 50, used: 50 },
      { date: '2026-01-01', entitled: 40, used: 50 },
      { date: '2026-03-01', entitled: 40, used: 38 },
      { date: '2026-06-01', entitled: 45, used: 38 },
      { date: '2027-01-01', entitled: 5, used: 38 },
      { date: '2027-02-01', entitled: 5, used: 38 },
    ])
  })

  it('says of every day what the day itself says', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => dayAway('2026-01-01', n))
    fc.assert(
      fc.property(day, (date) => {
        const point = positionsBetween(granted, held, '2026-01-01', '2027-03-01').findLast((one) => one.date <= date)
        return freeAt(positionOn(granted, held, date)) === freeAt(point as never)
      }),
    )
  })
})
