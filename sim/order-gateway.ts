import { randomUUID } from 'node:crypto'
import { ask } from './http.ts'
import { readOrder } from './market.rules.ts'
import { runPart } from './part.ts'
import { portOf } from './parts.ts'

await runPart('order-gateway', ({ base }) => {
  const front = portOf('trading-front', base)
  const counts = { passed: 0, refused: 0, unchecked: 0 }

  return {
    routes: {
      'POST /orders': async ({ body }) => {
        const read = readOrder(body)
        if ('faults' in read) return { status: 400, body: { code: 'bad-order', faults: read.faults } }
        const order = { id: randomUUID(), ...read.order }

        // Risk control starts after the gateway: until it answers, orders pass and say that nobody checked them.
        const risk = await ask(portOf('risk-control', base), '/check', order)
        if (risk && risk.status !== 200) {
          counts.refused++
          return risk
        }
        if (!risk) counts.unchecked++

        const placed = await ask(front, '/orders', order)
        if (!placed) return { status: 504, body: { code: 'outcome-unknown', id: order.id } }
        counts.passed += placed.status === 201 ? 1 : 0
        return { status: placed.status, body: { ...(placed.body as object), riskChecked: risk !== undefined } }
      },
      // Whoever wants out is not asked by risk control.
      'POST /orders/withdraw': async ({ body }) =>
        (await ask(front, '/orders/withdraw', body)) ?? { status: 504, body: { code: 'outcome-unknown' } },
      'GET /position': async ({ query }) =>
        (await ask(front, `/position?${query}`)) ?? { status: 503, body: { code: 'no-front' } },
    },
    figures: () => ({ ...counts }),
  }
})
