import { ask } from './http.ts'
import { type Quote, readOrder } from './market.rules.ts'
import { runPart } from './part.ts'
import { portOf } from './parts.ts'
import { limits, riskFaults } from './risk.rules.ts'

await runPart('risk-control', ({ base }) => {
  const counts = { checked: 0, refused: 0 }

  return {
    routes: {
      'POST /check': async ({ body }) => {
        const read = readOrder(body)
        if ('faults' in read) return { status: 400, body: { code: 'bad-order', faults: read.faults } }
        const { account, contract } = read.order
        const [quotes, position] = await Promise.all([
          ask(portOf('quote-feed', base), '/quotes'),
          ask(portOf('order-gateway', base), `/position?${new URLSearchParams({ account, contract })}`),
        ])
        // Without price or position there is no judgement: refused, never waved through.
        if (quotes?.status !== 200 || position?.status !== 200) return { status: 503, body: { code: 'cannot-judge' } }
        const quote = (quotes.body as Quote[]).find((each) => each.contract === contract)!
        const faults = riskFaults(read.order, quote, (position.body as { netLots: number }).netLots)
        counts.checked++
        if (faults.length === 0) return { status: 200, body: { allowed: true } }
        counts.refused++
        return { status: 422, body: { code: 'risk', faults } }
      },
    },
    figures: () => ({ ...counts, limits }),
  }
})
