import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takeBackup } from './backup.ts'
import { openLedger } from './ledger.ts'
import { contracts, nextQuote, type Order, openingQuotes, type Quote, readOrder } from './market.rules.ts'
import { match } from './matching.rules.ts'
import { riskFaults } from './risk.rules.ts'

const at = '2026-11-25T01:30:00.000Z'
const quote: Quote = { contract: 'Au(T+D)', seq: 1, at, bid: 949.99, bidLots: 5, ask: 950.01, askLots: 5 }
const order = (id: string, given: Partial<Order> = {}): Order => {
  return { id, account: 'A001', contract: 'Au(T+D)', side: 'buy', lots: 2, limit: 951, ...given }
}

test('the better limit fills first, among equals the earlier, and what is left rests', () => {
  const orders = [
    order('late-cheap', { limit: 950.5 }),
    order('first'),
    order('second'),
    order('too-low', { limit: 949 }),
  ]
  const { fills, resting, quote: left } = match(orders, quote, at)
  expect(fills.map(({ orderId, lots, price }) => [orderId, lots, price])).toEqual([
    ['first', 2, 950.01],
    ['second', 2, 950.01],
    ['late-cheap', 1, 950.01],
  ])
  expect(resting.map(({ id, lots }) => [id, lots])).toEqual([
    ['late-cheap', 1],
    ['too-low', 2],
  ])
  expect([left.askLots, left.bidLots]).toEqual([0, 5])
})

test('whatever the orders: no lot appears or vanishes, no limit is broken, no more is traded than is quoted', () => {
  const anyOrder = fc.record({
    side: fc.constantFrom('buy' as const, 'sell' as const),
    lots: fc.integer({ min: 1, max: 9 }),
    limit: fc.constantFrom(949, 949.99, 950, 950.01, 951),
    contract: fc.constantFrom('Au(T+D)' as const, 'Ag(T+D)' as const),
  })
  fc.assert(
    fc.property(fc.array(anyOrder, { maxLength: 12 }), (given) => {
      const orders = given.map((each, index) => order(String(index), each))
      const { fills, resting, quote: left } = match(orders, quote, at)
      const lots = (list: readonly { lots: number }[]) => list.reduce((sum, each) => sum + each.lots, 0)
      expect(lots(fills) + lots(resting)).toBe(lots(orders))
      expect(lots(fills)).toBe(quote.askLots - left.askLots + quote.bidLots - left.bidLots)
      expect(Math.min(left.askLots, left.bidLots)).toBeGreaterThanOrEqual(0)
      for (const fill of fills) {
        const { limit, contract } = orders[Number(fill.orderId)]!
        expect(contract).toBe('Au(T+D)')
        expect(fill.side === 'buy' ? fill.price <= limit : fill.price >= limit).toBe(true)
      }
    }),
  )
})

test('quotes always move, stay on their tick and keep ask above bid', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 999 }), { maxLength: 50 }), (chances) => {
      for (let last of openingQuotes(at)) {
        for (const chance of chances) {
          const next = nextQuote(last, chance / 1000, at)
          expect(next.bid).not.toBe(last.bid)
          expect(next.ask).toBeGreaterThan(next.bid)
          const read = readOrder({ account: 'A', contract: next.contract, side: 'buy', lots: 1, limit: next.ask })
          expect(read).toHaveProperty('order')
          last = next
        }
      }
    }),
  )
  expect(readOrder({ ...order('x'), contract: 'Ag(T+D)', limit: contracts['Ag(T+D)'].opening + 0.5 })).toEqual({
    faults: ['limit'],
  })
})

test('an order that lowers a position passes even above the position limit', () => {
  expect(riskFaults(order('up', { limit: 950, lots: 10 }), quote, 250)).toEqual(['position-too-large'])
  expect(riskFaults(order('down', { limit: 950, lots: 10, side: 'sell' }), quote, 250)).toEqual([])
})

test('a ledger drops a last line that a crash cut short and goes on after it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  const path = join(folder, 'some.jsonl')
  openLedger<number>(path).append([1, 2])
  appendFileSync(path, '{"cut":')
  const again = openLedger<number>(path)
  expect(again.entries).toEqual([1, 2])
  again.append([3])
  expect(readFileSync(path, 'utf8')).toBe('1\n2\n3\n')
  expect(() => takeBackup(folder, new Date(at))).toThrow('nothing to back up')
  rmSync(folder, { recursive: true })
})
