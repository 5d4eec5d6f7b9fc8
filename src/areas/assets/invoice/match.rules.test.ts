import { describe, expect, it } from 'vitest'
import { line } from '../purchase/line.testing.ts'
import { differencesOf, isAllInvoiced } from './match.rules.ts'

describe('an invoice against the order and what came in', () => {
  const lines = [line({ quantity: 10, unitPrice: 100, taxRate: 13 })]
  const known = (came: number, invoiced = 0) => ({
    lines,
    received: [{ quantity: came, amount: came * 113 }],
    invoiced: [{ quantity: invoiced, amount: invoiced * 113 }],
  })
  const asks = (quantity: number, amount: number, n = 1) => [{ line: n, quantity, amount }]

  it('agrees where it asks for what came at the price that was ordered', () => {
    expect(differencesOf(known(4), asks(4, 452), 0)).toEqual([])
    expect(differencesOf(known(4), asks(4, 452.01), 0)).toEqual([])
    expect(differencesOf(known(4), asks(4, 454.2), 5)).toEqual([])
  })

  it('names each difference', () => {
    expect(differencesOf(known(4, 2), [...asks(3, 339), ...asks(1, 113, 2)], 5)).toEqual([
      { is: 'over-received', line: 1, expected: 4, found: 5 },
      { is: 'no-such-line', line: 2, expected: 0, found: 1 },
    ])
    expect(differencesOf(known(4), asks(4, 455), 5)).toEqual([{ is: 'price', line: 1, expected: 452, found: 455 }])
  })

  it('is the last when whatever came in is invoiced', () => {
    expect(isAllInvoiced(known(4, 3))).toBe(false)
    expect(isAllInvoiced(known(4, 4))).toBe(true)
  })
})
