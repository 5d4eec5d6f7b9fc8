import type { Fill, Order, Quote } from './market.rules.ts'

export interface Match {
  fills: Omit<Fill, 'seq'>[]
  /** Orders with what is left of them, still in order of arrival. */
  resting: Order[]
  /** The quote with what is left of its lots. */
  quote: Quote
}

/**
 * Fills limit orders of the quote's contract against the quote, at the quote's price and by price-time
 * priority: the better limit first, among equals the earlier. `orders` stand in order of arrival.
 */
export function match(orders: readonly Order[], quote: Quote, at: string): Match {
  const left = { buy: quote.askLots, sell: quote.bidLots }
  const price = { buy: quote.ask, sell: quote.bid }
  const filled = new Map<string, number>()
  const fills: Match['fills'] = []
  for (const order of orders.filter((each) => crosses(each, quote)).toSorted(better)) {
    const { id, account, contract, side } = order
    const lots = Math.min(order.lots, left[side])
    if (lots === 0) continue
    left[side] -= lots
    filled.set(id, lots)
    fills.push({ orderId: id, account, contract, side, lots, price: price[side], at })
  }
  const resting = orders
    .map((order) => ({ ...order, lots: order.lots - (filled.get(order.id) ?? 0) }))
    .filter((order) => order.lots > 0)
  return { fills, resting, quote: { ...quote, askLots: left.buy, bidLots: left.sell } }
}

function crosses({ contract, side, limit }: Order, quote: Quote): boolean {
  return contract === quote.contract && (side === 'buy' ? limit >= quote.ask : limit <= quote.bid)
}

// Sorting is stable, so equals keep their order of arrival. Buys and sells never compete for the same lots.
function better(a: Order, b: Order): number {
  if (a.side !== b.side) return a.side === 'buy' ? -1 : 1
  return a.side === 'buy' ? b.limit - a.limit : a.limit - b.limit
}
