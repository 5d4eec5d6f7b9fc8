import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAway } from '../../../record/time.ts'
import { nextTerm, noticeDay, prolonged, spanFaults } from './contract.rules.ts'

const day = fc.integer({ min: 7_300, max: 25_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))

describe('a contract that goes on by itself', () => {
  it('ends with a month where it ended with one', () => {
    expect(prolonged('2026-12-31', 12)).toBe('2027-12-31')
    expect(prolonged('2027-02-28', 12)).toBe('2028-02-29')
    expect(prolonged('2026-06-14', 6)).toBe('2026-12-14')
  })
  it('always ends later than before', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 120 }), (to, months) => prolonged(to, months) > to))
  })
})

describe('the contract after', () => {
  it('is as long and begins the day after', () => {
    expect(nextTerm({ validFrom: '2026-01-01', validTo: '2026-12-31' })).toEqual({
      validFrom: '2027-01-01',
      validTo: '2027-12-31',
    })
    expect(nextTerm({ validFrom: '2023-07-15', validTo: '2026-07-14' })).toEqual({
      validFrom: '2026-07-15',
      validTo: '2029-07-14',
    })
    expect(nextTerm({ validFrom: '2026-01-01', validTo: '2026-01-10' })).toEqual({
      validFrom: '2026-01-11',
      validTo: '2026-01-20',
    })
    expect(nextTerm({ validFrom: '2026-01-01', validTo: null })).toBeNull()
  })
  it('neither leaves a day out nor begins twice', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 4_000 }), (validFrom, days) => {
        const validTo = dayAway(validFrom, days)
        const next = nextTerm({ validFrom, validTo })
        return next?.validFrom === dayAway(validTo, 1) && next.validTo >= next.validFrom
      }),
    )
  })
})

it('is to be decided so many days before its end, and never where it has none', () => {
  expect(noticeDay({ validTo: '2026-12-31', noticeDays: 60 })).toBe('2026-11-01')
  expect(noticeDay({ validTo: null, noticeDays: 60 })).toBeNull()
})

it('does not end before it begins', () => {
  expect(spanFaults({ validFrom: '2026-02-01', validTo: '2026-01-31' })).toHaveLength(1)
  expect(spanFaults({ validFrom: '2026-02-01', validTo: '2026-02-01' })).toEqual([])
})
