import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Counted, rateOf } from './rate.rules.ts'

const at = (uptime: number, ...counters: bigint[]): Counted => ({ uptime, counters })

it.each([
  [at(0, 0n), at(1_000, 5_000n), 500],
  [at(0, 1n, 2n), at(200, 3n, 6n), 3],
  [at(100, 2n ** 63n), at(1_100, 2n ** 63n + 10n), 1],
  [at(1_000, 9n), at(5, 9n), 'restarted'],
  [at(1_000, 9n), at(2_000, 8n), 'counter went back'],
  [at(1_000, 9n), at(1_099, 10n), 'too soon'],
])('a rate, case %#', (before, now, rate) => {
  expect(rateOf(before, now)).toBe(rate)
})

it('says the same of two spans in a row as of both together', () => {
  const grown = fc.bigInt({ min: 0n, max: 2n ** 50n })
  fc.assert(
    fc.property(grown, grown, (first, second) => {
      const [a, b, c] = [at(0, 0n), at(1_000, first), at(2_000, first + second)]
      const parts = Number(rateOf(a, b)) + Number(rateOf(b, c))
      expect(parts / 2).toBeCloseTo(Number(rateOf(a, c)), 0)
    }),
  )
})
