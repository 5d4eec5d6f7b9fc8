import { describe, expect, it } from 'vitest'
import { faultsIn } from '../../../testing/faults.ts'
import { line } from './line.testing.ts'
import { choiceFaults, dueFen, lineFaults, lineFen, lineSchema, totalOf } from './purchase.rules.ts'

describe('lines of a purchase', () => {
  it('come to a total with the tax of each line rounded once', () => {
    expect(lineFen(line())).toEqual({ net: 299_997, tax: 39_000, gross: 338_997 })
    expect(totalOf([line(), line({ quantity: 1, unitPrice: 0.1, taxRate: 6 })])).toBe(3390.08)
    expect(totalOf([])).toBe(0)
  })

  it('have a category where they have a model', () => {
    expect(faultsIn(lineFaults([line({ model: 'b0b3c1a0-0000-4000-8000-000000000001' })]))).toEqual([
      'lines.0.category required',
    ])
  })

  it('cost by the piece what the line costs, so that all pieces cost the line', () => {
    expect([1, 2, 3].map((pieces) => dueFen(line(), pieces))).toEqual([112_999, 225_998, 338_997])
  })

  it.each([
    { quantity: 0 },
    { quantity: 1.5 },
    { unitPrice: 0.001 },
    { unitPrice: -1 },
    { taxRate: 101 },
    { what: ' ' },
  ])('are refused with %j, for that', (wrong) => {
    const { error } = lineSchema.safeParse({ ...line(), ...wrong })
    expect(error?.issues.map(({ path }) => path)).toEqual([Object.keys(wrong)])
  })
})

describe('the choice among quotes', () => {
  const policy = { from: 1_000, wanted: 3 }
  const lines = [line()]
  const total = totalOf(lines)
  const quote = (supplier: string, amount: number) => ({ supplier, amount, days: null, file: null, note: null })
  const of = (values: object) =>
    faultsIn(choiceFaults({ lines, quotes: [], supplier: null, choiceReason: null, ...values }, policy))

  it('wants as many quotes as the firm says, or a reason', () => {
    expect(of({})).toEqual(['choiceReason too-few-quotes'])
    expect(of({ choiceReason: '独家供应' })).toEqual([])
    expect(of({ lines: [line({ unitPrice: 1 })] })).toEqual([])
  })

  it('wants a reason where it is not the lowest, and that the lines are what was quoted', () => {
    const quotes = [quote('a', total), quote('b', total - 1), quote('c', total + 1)]
    expect(of({ quotes, supplier: 'a' })).toEqual(['choiceReason not-cheapest'])
    expect(of({ quotes, supplier: 'a', choiceReason: '交货快' })).toEqual([])
    expect(of({ quotes, supplier: 'b' })).toEqual(['lines not-the-quote'])
    expect(of({ quotes, supplier: 'd' })).toEqual(['supplier no-quote'])
    expect(of({ quotes: [...quotes, quote('a', total)], supplier: 'a', choiceReason: '是' })).toEqual([
      'quotes.3.supplier twice',
    ])
  })
})
