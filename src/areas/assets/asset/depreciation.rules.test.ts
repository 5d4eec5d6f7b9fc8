import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookValueAt, scheduleOf, type Terms, termsOf } from './depreciation.rules.ts'

const of = (more: Partial<Terms>): Terms => ({
  ...{ method: 'straight-line', cost: 120_000, residual: 5, months: 60, from: '2024-03-15' },
  ...more,
})

/** Yuan taken in each year of use. */
const byYear = (terms: Terms): number[] => {
  const amounts = scheduleOf(terms).map(({ amount }) => amount)
  return Array.from(
    { length: Math.ceil(amounts.length / 12) },
    (_, year) => amounts.slice(year * 12, year * 12 + 12).reduce((sum, one) => sum + one, 0) / 100,
  )
}

describe('straight-line', () => {
  it('begins in the month after it came into use, and takes the same each month', () => {
    const months = scheduleOf(of({}))
    expect(months[0]).toEqual({ month: '2024-04', amount: 190_000, book: 11_810_000 })
    expect(months.at(-1)).toEqual({ month: '2029-03', amount: 190_000, book: 600_000 })
    expect(bookValueAt(of({}), '2024-04-29')).toBe(12_000_000)
    expect(bookValueAt(of({}), '2024-04-30')).toBe(11_810_000)
    expect(bookValueAt(of({}), '2040-01-01')).toBe(600_000)
  })

  it('loses no fen where a month is no whole number of them', () => {
    const months = scheduleOf(of({ cost: 100, residual: 0, months: 36 }))
    expect(months.reduce((sum, { amount }) => sum + amount, 0)).toBe(10_000)
    expect(new Set(months.map(({ amount }) => amount))).toEqual(new Set([277, 278]))
  })
})

describe('double declining balance', () => {
  it('is what the textbook says: 100,000 over five years to 4 %', () => {
    const terms = of({ method: 'declining', cost: 100_000, residual: 4 })
    expect(byYear(terms)).toEqual([40_000, 24_000, 14_400, 8_800, 8_800])
  })

  it('is straight-line for what is used two years or less', () => {
    const [declining, straight] = (['declining', 'straight-line'] as const).map((method) =>
      scheduleOf(of({ method, months: 24 })),
    )
    expect(declining).toEqual(straight)
  })
})

it('leaves what does not lose value as it is, and says nothing where nothing is known', () => {
  expect(bookValueAt(of({ method: 'none' }), '2030-01-01')).toBe(12_000_000)
  const usual = { depreciation: 'straight-line', usefulMonths: 60, residual: 5 } as const
  const bare = { cost: 1, depreciation: null, usefulMonths: null, inServiceOn: null, purchasedOn: '2026-01-01' }
  expect(termsOf(bare, usual)).toEqual({
    method: 'straight-line',
    cost: 1,
    residual: 5,
    months: 60,
    from: '2026-01-01',
  })
  expect(termsOf({ ...bare, usefulMonths: 36, depreciation: 'none' }, usual)).toMatchObject({
    method: 'none',
    months: 36,
  })
  expect(termsOf({ ...bare, purchasedOn: null }, usual)).toBeNull()
  expect(termsOf({ ...bare, cost: null }, usual)).toBeNull()
})

it('never rises, ends at what is to be left, and takes exactly the rest, whatever the terms', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('straight-line' as const, 'declining' as const),
      fc.integer({ min: 1, max: 1e13 }),
      fc.integer({ min: 0, max: 10_000 }),
      fc.integer({ min: 1, max: 600 }),
      (method, cost, residual, months) => {
        const terms = of({ method, cost: cost / 100, residual: residual / 100, months })
        const schedule = scheduleOf(terms)
        const least = Math.round((cost * (residual / 100)) / 100)
        expect(schedule.every(({ amount }) => amount >= 0 && Number.isInteger(amount))).toBe(true)
        expect(schedule.reduce((sum, { amount }) => sum + amount, 0)).toBe(cost - least)
        if (schedule.length > 0) expect([schedule.length, schedule.at(-1)?.book]).toEqual([months, least])
      },
    ),
  )
})
