import { randomUUID } from 'node:crypto'
import type { OrderSettings } from '../../kinds/trading.settings.ts'
import { type CheckContext, down, type Finding, noteOf } from './check.ts'
import { below, call, refusal } from './json-call.ts'
import { paced } from './pace.ts'

/** Longest that is waited for an order to be withdrawn once the time of the check is up, milliseconds. */
const cleanUpMs = 5_000

/**
 * Places an order that cannot fill and withdraws it; the value is how long both took, milliseconds. Whatever comes of the first, the
 * second is asked for by the order's own reference: nothing of a probe's may be left in the book.
 */
export async function orderCheck(settings: OrderSettings, context: CheckContext): Promise<Finding> {
  const { url, account, contract, side, lots, limit, login, verifyTls } = settings
  const token = login === undefined ? null : await context.target(login)
  if (login !== undefined && token === null) return down('unknown target')
  const reference = `probe-${randomUUID()}`
  const post = (path: string, body: object, signal: AbortSignal) =>
    call({ url: below(url, path), verifyTls, token, signal }, body)
  const withdraw = (signal: AbortSignal) => post('/orders/withdraw', { account, reference }, signal)

  const began = performance.now()
  let over = false
  try {
    const placed = await post('/orders', { account, contract, side, lots, limit, reference }, context.signal)
    if (placed.status !== 201) {
      over = placed.status >= 400 && placed.status < 500
      return down(refusal(placed))
    }
    const gone = await withdraw(context.signal)
    over = gone.status === 200
    if (!over) return down(`not withdrawn: ${refusal(gone)}`)
    const { withdrawnLots } = Object(gone.body) as { withdrawnLots?: unknown }
    if (withdrawnLots !== lots) return down(`it traded: ${String(withdrawnLots).slice(0, 20)} lots were left`)
    return paced(settings, performance.now() - began)
  } catch (error) {
    return down(noteOf(error))
  } finally {
    if (!over) await withdraw(AbortSignal.timeout(cleanUpMs)).catch(() => {}) // down has been said already
  }
}
