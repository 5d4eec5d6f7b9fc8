/** Quotes, orders and transfers against the practice floor's own processes, as a probe of the demo firm asks them. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../../../../platform/root.ts'
import { probeSettings } from '../../probe.settings.ts'
import { observe } from './observe.ts'
import { quotesFinding } from './quotes.ts'

const floor = fileURLToPath(new URL('sim/floor.ts', root))
const parts = ['quote-feed', 'trading-front', 'order-gateway', 'bank-link'] as const
let home: string
let base: number

const verb = (...words: string[]) =>
  promisify(execFile)(process.execPath, [
    ...['--import', 'tsx', floor, ...words],
    ...['--home', home, '--base', String(base)],
  ])
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'probed-floor-'))
  base = await freeBase()
  for (const part of parts) await verb('start', part)
}, 120_000)
afterAll(async () => {
  await verb('stop-all')
  await rm(home, { recursive: true, force: true })
}, 60_000)

// Below the range from which systems give ports to outgoing connections.
async function freeBase(): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 10_000)
    const free = await Promise.all([0, 1, 2, 3, 4, 5].map((n) => isFree(first + n)))
    if (free.every(Boolean)) return first
  }
}
const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

const at = (offset: number) => `http://127.0.0.1:${base + offset}`
const json = async (offset: number, path: string) => (await fetch(`${at(offset)}${path}`)).json()
const ask = (settings: object, carry?: unknown) =>
  observe(probeSettings.parse({ timeoutMs: 5_000, ...settings }), { intervalMs: 60_000, now: Date.now(), carry })

describe('quotes', () => {
  const settings = probeSettings.parse({ kind: 'quotes', url: 'http://127.0.0.1/quotes', contract: 'Au(T+D)' })
  const judged = (quote: object, now: number, carry: unknown = null) =>
    quotesFinding(settings as never, { status: 200, body: [{ contract: 'Au(T+D)', ...quote }] }, { now, carry })

  it('are fresh while the feed moves, and absent where nobody quotes', async () => {
    const asked = { kind: 'quotes', url: `${at(0)}/quotes`, contract: 'Au(T+D)' }
    expect(await ask(asked)).toMatchObject({ outcome: 'up', carry: { seq: expect.any(Number) } })
    expect(await ask({ ...asked, contract: 'Pt99.95' })).toMatchObject({ outcome: 'unknown', note: 'contract absent' })
    expect(await ask({ ...asked, url: `${at(0)}/health` })).toMatchObject({
      outcome: 'down',
      note: 'no list of quotes',
    })
  })

  it('grow old by their own time, and by standing still where a clock is wrong', () => {
    const now = Date.parse('2026-11-24T02:00:00.000Z')
    const old = (seconds: number) => ({ seq: 7, at: new Date(now - seconds * 1_000).toISOString() })
    expect(judged(old(1), now)).toMatchObject({ outcome: 'up', value: 1 })
    expect(judged(old(4), now)).toMatchObject({ outcome: 'slow', value: 4, note: '4 s old' })
    expect(judged(old(11), now)).toMatchObject({ outcome: 'down', value: 11 })
    const stands = judged(old(-3_600), now)
    expect(stands).toMatchObject({ outcome: 'up', value: 0 })
    expect(judged(old(-3_600), now + 12_000, stands.carry)).toMatchObject({ outcome: 'down', value: 12 })
  })
})

describe('an order', () => {
  const order = async (values: object = {}) => {
    const [quote] = await json(0, '/quotes')
    const limit = Math.round(quote.bid * 97) / 100
    return { kind: 'order', url: at(2), account: 'PROBE', contract: 'Au(T+D)', limit, ...values }
  }
  const resting = async () => (await json(1, '/health')).resting

  it('goes in and is withdrawn, and nothing of it is left', async () => {
    expect(await ask(await order())).toMatchObject({
      outcome: 'up',
      value: expect.any(Number),
      note: expect.stringMatching('answered in'),
    })
    expect(await resting()).toBe(0)
    expect(await ask(await order({ downDelayMs: 0.01 }))).toMatchObject({ outcome: 'down', note: 'over 0.01 ms' })
  })

  it('that trades, or is refused, says so', async () => {
    const [quote] = await json(0, '/quotes')
    const far = Math.round(quote.ask * 103) / 100
    expect(await ask(await order({ limit: far }))).toMatchObject({
      outcome: 'down',
      note: 'it traded: 0 lots were left',
    })
    expect(await ask(await order({ contract: 'Pt' }))).toMatchObject({ outcome: 'down', note: 'HTTP 400 bad-order' })
    expect(await ask(await order({ login: 'nobody' }))).toMatchObject({ outcome: 'down', note: 'unknown target' })
  })
})

describe('a transfer', () => {
  const transfer = (values: object = {}) => ask({ kind: 'transfer', url: at(4), account: 'PROBE', fen: 5, ...values })

  it('goes in and comes out again, and the balance is as it was', async () => {
    expect(await transfer()).toMatchObject({ outcome: 'up', value: expect.any(Number) })
    expect(await transfer()).toMatchObject({ outcome: 'up' })
    expect(await json(4, '/balances')).toEqual({ PROBE: 0 })
    expect((await json(4, '/health')).transfers).toBe(4)
  })

  it('that is refused, or that nobody answers, is down', async () => {
    expect(await transfer({ account: '不行' })).toMatchObject({ outcome: 'down', note: 'in: HTTP 400 bad-transfer' })
    expect(await transfer({ url: at(3) })).toMatchObject({ outcome: 'down', note: 'ECONNREFUSED' })
  })
})
