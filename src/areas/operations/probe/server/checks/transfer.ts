import { randomUUID } from 'node:crypto'
import type { TransferSettings } from '../../kinds/trading.settings.ts'
import { type CheckContext, down, type Finding, noteOf } from './check.ts'
import { below, call, refusal } from './json-call.ts'
import { paced } from './pace.ts'

/** Longest that is waited for the money to come out once the time of the check is up, milliseconds. */
const cleanUpMs = 5_000

/**
 * Sends an amount in and takes the same out again; the value is how long both took, milliseconds. Each has a reference of its own, by
 * which it is done once however often it is asked for: where what came of the way in is not known, the way out is asked for all the same.
 */
export async function transferCheck(settings: TransferSettings, context: CheckContext): Promise<Finding> {
  const { url, account, fen, login, verifyTls } = settings
  const token = login === undefined ? null : await context.target(login)
  if (login !== undefined && token === null) return down('unknown target')
  const round = `probe-${randomUUID()}`
  const move = (direction: 'in' | 'out', signal: AbortSignal) =>
    call(
      { url: below(url, '/transfers'), verifyTls, token, signal },
      { reference: `${round}-${direction}`, account, direction, fen },
    )

  const began = performance.now()
  let over = false
  try {
    const into = await move('in', context.signal)
    if (into.status !== 200) {
      over = into.status >= 400 && into.status < 500
      return down(`in: ${refusal(into)}`)
    }
    const out = await move('out', context.signal)
    over = out.status === 200
    return over ? paced(settings, performance.now() - began) : down(`out: ${refusal(out)}`)
  } catch (error) {
    return down(noteOf(error))
  } finally {
    if (!over) await move('out', AbortSignal.timeout(cleanUpMs)).catch(() => {}) // down has been said already
  }
}
