import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differencesOf, isAllInvoiced } from '../invoice/match.rules.ts'
import { fenOf, yuanOf } from '../money.rules.ts'
import { afterReceipt, piecesBack, piecesIn, receiptFaults, returnFaults } from '../receipt/receipt.rules.ts'
import { choiceFaults, type Line, lineFaults, lineFen, lineSchema, type Share, totalOf } from './purchase.rules.ts'

const line = (values: object = {}): Line =>
  lineSchema.parse({ what: '显示器', quantity: 3, unitPrice: 999.99, ...values })
const codes = (faults: readonly { path: string; code: string }[]) => faults.map(({ path, code }) => `${path} ${code}`)

describe('lines of a purchase', () => {
  it('come to a total with the tax of each line rounded once', () => {
    expect(lineFen(line())).toEqual({ net: 299_997, tax: 39_000, gross: 338_997 })
    expect(totalOf([line(), line({ quantity: 1, unitPrice: 0.1, taxRate: 6 })])).toBe(3390.08)
    expect(totalOf([])).toBe(0)
  })

  it('have a category where they have a model', () => {
    expect(codes(lineFaults([line({ model: 'b0b3c1a0-0000-4000-8000-000000000001' })]))).toEqual([
      'lines.0.category required',
    ])
  })

  it.each([
    { quantity: 0 },
    { quantity: 1.5 },
    { unitPrice: 0.001 },
    { unitPrice: -1 },
    { taxRate: 101 },
    { what: ' ' },
  ])('are refused with %j', (wrong) => expect(() => line(wrong)).toThrow())
})

describe('the choice among quotes', () => {
  const policy = { from: 1_000, wanted: 3 }
  const lines = [line()]
  const total = totalOf(lines)
  const quote = (supplier: string, amount: number) => ({ supplier, amount, days: null, file: null, note: null })
  const of = (values: object) =>
    codes(choiceFaults({ lines, quotes: [], supplier: null, choiceReason: null, ...values }, policy))

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

describe('what comes in', () => {
  const lines = [line({ quantity: 3 }), line({ quantity: 7, unitPrice: 0.1, taxRate: 6 })]
  const got = (n: number, quantity: number, serials: string[] = []) => ({ line: n, quantity, serials })

  it('costs, piece by piece and however often it comes, what was ordered', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 20 }),
        (quantity, price, takes) => {
          const ordered = line({ quantity, unitPrice: yuanOf(price) })
          let before: Share[] = []
          for (const take of [...takes, 60]) {
            const open = quantity - (before[0]?.quantity ?? 0)
            if (open === 0) break
            const n = Math.min(take, open)
            const came = piecesIn(ordered, before[0] ?? { quantity: 0, amount: 0 }, n)
            expect(came).toHaveLength(n)
            before = afterReceipt([ordered], before, 'in', [got(1, n)]).received
          }
          expect(fenOf(before[0]?.amount ?? 0)).toBe(lineFen(ordered).gross)
        },
      ),
    )
  })

  it('and goes back without a rest', () => {
    const { received, amount } = afterReceipt(lines, [], 'in', [got(1, 2), got(2, 7)])
    const some = afterReceipt(lines, received, 'return', [got(1, 1)])
    const rest = afterReceipt(lines, some.received, 'return', [got(1, 1), got(2, 7)])
    expect(rest.received).toEqual([
      { quantity: 0, amount: 0 },
      { quantity: 0, amount: 0 },
    ])
    expect(fenOf(some.amount) + fenOf(rest.amount)).toBe(-fenOf(amount))
    expect(piecesBack({ quantity: 3, amount: 1 }, 2)).toEqual([33, 33])
  })

  it('is never more than was ordered, each line once, each serial once', () => {
    const { received } = afterReceipt(lines, [], 'in', [got(1, 2)])
    expect(
      codes(receiptFaults(lines, received, [got(1, 2), got(3, 1), got(2, 1, ['a', 'b']), got(2, 1, ['a'])])),
    ).toEqual([
      'lines.0.quantity over-ordered',
      'lines.1.line no-such-line',
      'lines.1.quantity over-ordered',
      'lines.2.serials too-many',
      'lines.2.serials twice',
      'lines.3.line twice',
      'lines.3.serials twice',
    ])
    expect(codes(receiptFaults(lines, received, []))).toEqual(['lines required'])
    expect(receiptFaults(lines, received, [got(1, 1, ['x'])])).toEqual([])
    expect(codes(returnFaults(lines, received, [got(1, 3)]))).toEqual(['lines.0.quantity not-received'])
  })
})

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
