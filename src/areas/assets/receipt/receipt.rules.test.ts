import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultsIn } from '../../../testing/faults.ts'
import { fenOf, yuanOf } from '../money.rules.ts'
import { line } from '../purchase/line.testing.ts'
import { lineFen, type Share } from '../purchase/purchase.rules.ts'
import { afterReceipt, piecesBack, piecesIn, receiptFaults, returnFaults } from './receipt.rules.ts'

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
      faultsIn(receiptFaults(lines, received, [got(1, 2), got(3, 1), got(2, 1, ['a', 'b']), got(2, 1, ['a'])])),
    ).toEqual([
      'lines.0.quantity over-ordered',
      'lines.1.line no-such-line',
      'lines.1.quantity over-ordered',
      'lines.2.serials too-many',
      'lines.2.serials twice',
      'lines.3.line twice',
      'lines.3.serials twice',
    ])
    expect(faultsIn(receiptFaults(lines, received, []))).toEqual(['lines required'])
    expect(receiptFaults(lines, received, [got(1, 1, ['x'])])).toEqual([])
    expect(faultsIn(returnFaults(lines, received, [got(1, 3)]))).toEqual(['lines.0.quantity not-received'])
  })
})
