import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Lateness } from './lateness.ts'

it('gives quantiles to the width of a bucket and the exact maximum', () => {
  const delays = fc.array(fc.double({ min: 0, max: 59_000, noNaN: true }), { minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(delays, fc.double({ min: 0.01, max: 1, noNaN: true }), (all, q) => {
      const lateness = new Lateness()
      for (const ms of all) lateness.add(ms)
      const sorted = [...all].sort((a, b) => a - b)
      const exact = sorted[Math.ceil(q * all.length) - 1]!
      const given = lateness.quantile(q)
      expect(given).toBeGreaterThanOrEqual(exact)
      expect(given - exact).toBeLessThanOrEqual(exact < 1_000 ? 1 : 100)
      expect(lateness.max).toBe(sorted.at(-1))
    }),
  )
})

it('is nought when empty and takes what came early for punctual', () => {
  const lateness = new Lateness()
  expect([lateness.quantile(0.99), lateness.max]).toEqual([0, 0])
  lateness.add(-1)
  expect([lateness.quantile(0.99), lateness.max]).toEqual([0, 0])
  lateness.add(3_600_000)
  expect([lateness.quantile(1), lateness.max]).toEqual([3_600_000, 3_600_000])
})
