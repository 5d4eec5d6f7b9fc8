import type { Order, Quote } from './market.rules.ts'

/** The floor's own limits, per order and per account and contract. */
export const limits = { orderLots: 100, netLots: 200, priceAwayPercent: 5 }

/** Why an order may not pass, empty when it may. `netLots` is what the account holds now, short below zero. */
export function riskFaults(order: Omit<Order, 'id'>, quote: Quote, netLots: number): string[] {
  const after = netLots + (order.side === 'buy' ? order.lots : -order.lots)
  const middle = (quote.bid + quote.ask) / 2
  const away = (Math.abs(order.limit - middle) / middle) * 100
  return [
    order.lots > limits.orderLots ? 'order-too-large' : [],
    away > limits.priceAwayPercent ? 'price-too-far' : [],
    // An order that lowers the exposure passes even above the limit: it is the way back.
    Math.abs(after) > limits.netLots && Math.abs(after) > Math.abs(netLots) ? 'position-too-large' : [],
  ].flat()
}
