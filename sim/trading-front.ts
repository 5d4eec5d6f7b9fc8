import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Answer, events } from './http.ts'
import { openLedger } from './ledger.ts'
import { type Contract, type Fill, type Order, type Quote, readOrder, readWithdrawal } from './market.rules.ts'
import { match } from './matching.rules.ts'
import { runPart } from './part.ts'
import { portOf } from './parts.ts'

const reconnectAfter = 200
const staleAfter = 1000

await runPart('trading-front', ({ home, base }) => {
  const ledger = openLedger<Fill>(join(home, 'trading-front', 'fills.jsonl'))
  const market = new Map<Contract, Quote>()
  let resting: Order[] = []
  let quotedAt = 0

  const quotesAreFresh = () => performance.now() - quotedAt < staleAfter

  function trade(quote: Quote): Fill[] {
    const result = match(resting, quote, new Date().toISOString())
    const fills = result.fills.map((fill, index) => ({ seq: ledger.entries.length + index + 1, ...fill }))
    ledger.append(fills)
    resting = result.resting
    market.set(quote.contract, result.quote)
    return fills
  }

  function place(order: Order): Answer {
    resting.push(order)
    const fills = trade(market.get(order.contract)!)
    const left = resting.find(({ id }) => id === order.id)?.lots ?? 0
    const state = left === 0 ? 'filled' : left === order.lots ? 'resting' : 'partly-filled'
    return {
      status: 201,
      body: { id: order.id, state, left, fills: fills.filter(({ orderId }) => orderId === order.id) },
    }
  }

  async function followQuotes(): Promise<never> {
    for (;;) {
      for await (const quotes of events(portOf('quote-feed', base), '/quotes/stream')) {
        quotedAt = performance.now()
        for (const quote of quotes as Quote[]) trade(quote)
      }
      await wait(reconnectAfter)
    }
  }
  void followQuotes()

  return {
    routes: {
      'POST /orders': ({ body }) => {
        const read = readOrder(body)
        const { id } = Object(body) as { id?: unknown }
        if ('faults' in read) return { status: 400, body: { code: 'bad-order', faults: read.faults } }
        if (typeof id !== 'string') return { status: 400, body: { code: 'bad-order', faults: ['id'] } }
        if (!quotesAreFresh()) return { status: 503, body: { code: 'no-quotes' } }
        return place({ id, ...read.order })
      },
      // Withdrawn twice is withdrawn once: what does not rest any more has nothing left.
      'POST /orders/withdraw': ({ body }) => {
        const read = readWithdrawal(body)
        if ('faults' in read) return { status: 400, body: { code: 'bad-withdrawal', faults: read.faults } }
        const isMeant = ({ account, reference }: Order) => account === read.account && reference === read.reference
        const left = resting.filter(isMeant).reduce((sum, { lots }) => sum + lots, 0)
        resting = resting.filter((order) => !isMeant(order))
        return { status: 200, body: { reference: read.reference, withdrawnLots: left } }
      },
      'GET /fills': ({ query }) => ({ status: 200, body: ledger.entries.slice(Number(query.get('after') ?? 0)) }),
      'GET /position': ({ query }) => {
        const [account, contract] = [query.get('account'), query.get('contract')]
        const own = ledger.entries.filter((fill) => fill.account === account && fill.contract === contract)
        const netLots = own.reduce((net, { side, lots }) => net + (side === 'buy' ? lots : -lots), 0)
        return { status: 200, body: { account, contract, netLots } }
      },
    },
    figures: () => ({ quotes: market.size, resting: resting.length, fills: ledger.entries.length }),
    lacks: () => (quotesAreFresh() ? [] : ['quote-feed']),
  }
})
