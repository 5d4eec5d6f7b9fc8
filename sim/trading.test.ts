import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { events } from './http.ts'
import type { Fill, Quote } from './market.rules.ts'
import { parts, portOf } from './parts.ts'
import { openTestFloor } from './test-floor.ts'

let floor: Awaited<ReturnType<typeof openTestFloor>>
const soon = { timeout: 15_000, interval: 50 }

beforeAll(async () => {
  floor = await openTestFloor()
  for (const { code } of parts) {
    if (code !== 'risk-control') expect(await floor.start(code)).toBe(0)
  }
})
afterAll(() => floor.close())

const goldQuote = async () => (await floor.get<Quote[]>('quote-feed', '/quotes'))[0]!
const order = (given: object) => ({ account: 'A001', contract: 'Au(T+D)', side: 'buy', lots: 2, ...given })
const near = (price: number, percent: number) => Math.round(price * (100 + percent)) / 100

test('quotes of three contracts move and are stamped', async () => {
  const seen: Quote[][] = []
  for await (const quotes of events(portOf('quote-feed', floor.base), '/quotes/stream')) {
    if (seen.push(quotes as Quote[]) === 3) break
  }
  expect(seen[0]!.map(({ contract }) => contract)).toEqual(['Au(T+D)', 'mAu(T+D)', 'Ag(T+D)'])
  for (const index of [0, 1, 2]) {
    const [first, second, third] = seen.map((quotes) => quotes[index]!)
    expect([second!.seq, third!.seq]).toEqual([first!.seq + 1, first!.seq + 2])
    expect(third!.bid).not.toBe(second!.bid)
    expect(Date.parse(third!.at)).toBeGreaterThan(Date.parse(second!.at))
  }
})

test('an order at the market fills at the quote; without risk control it says that nobody checked it', async () => {
  const limit = near((await goldQuote()).ask, 1)
  const { status, body } = await floor.post('order-gateway', '/orders', order({ limit }))
  expect(status).toBe(201)
  expect(body).toMatchObject({ state: 'filled', left: 0, riskChecked: false })
  const [fill] = body['fills'] as Fill[]
  expect(fill).toMatchObject({ seq: 1, account: 'A001', side: 'buy', lots: 2 })
  expect(fill!.price).toBeLessThan(limit)
  expect(await floor.get('order-gateway', '/position?account=A001&contract=Au(T%2BD)')).toMatchObject({ netLots: 2 })
})

test('an order away from the market rests', async () => {
  const { status, body } = await floor.post(
    'order-gateway',
    '/orders',
    order({ limit: near((await goldQuote()).bid, -4) }),
  )
  expect([status, body['state'], body['fills']]).toEqual([201, 'resting', []])
  expect(await floor.status('trading-front')).toMatchObject({ resting: 1 })
})

test('a bad order is refused with all its faults', async () => {
  const bad = { account: '', contract: 'Pt', side: 'hold', lots: 1.5, limit: 0.001 }
  expect(await floor.post('order-gateway', '/orders', bad)).toEqual({
    status: 400,
    body: { code: 'bad-order', faults: ['account', 'contract', 'side', 'lots', 'limit'] },
  })
})

test('risk control, once it is up, checks each order', async () => {
  expect(await floor.start('risk-control')).toBe(0)
  const { ask } = await goldQuote()
  const wild = await floor.post('order-gateway', '/orders', order({ lots: 300, limit: near(ask, 20) }))
  expect(wild).toEqual({
    status: 422,
    body: { code: 'risk', faults: ['order-too-large', 'price-too-far', 'position-too-large'] },
  })
  const tame = await floor.post('order-gateway', '/orders', order({ account: 'A002', lots: 1, limit: near(ask, 1) }))
  expect(tame).toMatchObject({ status: 201, body: { state: 'filled', riskChecked: true } })
})

test('a transfer goes there and back, once per reference', async () => {
  const pay = (reference: string, direction: string, fen: number) =>
    floor.post('bank-link', '/transfers', { reference, account: 'A001', direction, fen })
  expect(await pay('T1', 'in', 500_00)).toMatchObject({ status: 200, body: { balanceFen: 500_00 } })
  expect(await pay('T1', 'in', 500_00)).toMatchObject({ status: 200, body: { balanceFen: 500_00 } })
  expect(await pay('T1', 'in', 900_00)).toMatchObject({ status: 409 })
  expect(await pay('T2', 'out', 600_00)).toMatchObject({ status: 422, body: { code: 'too-little-money' } })
  expect(await pay('T3', 'out', 200_00)).toMatchObject({ status: 200, body: { balanceFen: 300_00 } })
})

test('settlement closes the day with every fill and the money at the bank', async () => {
  const fills = await floor.get<Fill[]>('trading-front', '/fills?after=0')
  const { status, body } = await floor.post('settlement', '/statements', { day: '2026-11-25' })
  expect(status).toBe(201)
  expect(body).toMatchObject({ throughSeq: 2, balancesFen: { A001: 300_00 } })
  expect(body['lines']).toEqual([
    {
      account: 'A001',
      contract: 'Au(T+D)',
      boughtLots: 2,
      soldLots: 0,
      turnoverFen: Math.round(fills[0]!.price * 2e5),
    },
    {
      account: 'A002',
      contract: 'Au(T+D)',
      boughtLots: 1,
      soldLots: 0,
      turnoverFen: Math.round(fills[1]!.price * 1e5),
    },
  ])
  expect(await floor.post('settlement', '/statements', { day: '2026-11-25' })).toEqual({ status: 200, body })
  expect(await floor.post('settlement', '/statements', { day: '2026-11-24' })).toMatchObject({ status: 409 })
})

test('a killed dependency degrades those behind it, by name, and they recover by themselves', async () => {
  const statuses = async () => Promise.all(parts.map(async ({ code }) => (await floor.status(code)).status))
  process.kill(floor.pid('trading-front'), 'SIGKILL')
  // Order: quote-feed, trading-front, order-gateway, risk-control (behind the gateway), bank-link, settlement.
  await expect.poll(statuses, soon).toEqual(['ready', 'stopped', 'degraded', 'degraded', 'ready', 'degraded'])
  expect(await floor.status('order-gateway')).toMatchObject({ waitingFor: ['trading-front'] })
  expect(await floor.status('risk-control')).toMatchObject({ waitingFor: ['order-gateway'] })
  const health = await fetch(`http://127.0.0.1:${portOf('settlement', floor.base)}/health`)
  expect(health.status).toBe(503)
  expect(await health.json()).toMatchObject({ part: 'settlement', waitingFor: ['trading-front'] })

  expect(await floor.start('trading-front')).toBe(0)
  await expect.poll(statuses, soon).toEqual(parts.map(() => 'ready'))
})

test('no fill was lost by the kill, and the next one follows on', async () => {
  const limit = near((await goldQuote()).bid, -1)
  await floor.post('order-gateway', '/orders', order({ side: 'sell', lots: 1, limit }))
  const sides = async () => (await floor.get<Fill[]>('settlement', '/fills')).map(({ seq, side }) => `${seq} ${side}`)
  await expect.poll(sides, soon).toEqual(['1 buy', '2 buy', '3 sell'])
})

test('a feed that stops moving is noticed though its process lives', async () => {
  process.kill(floor.pid('quote-feed'), 'SIGSTOP')
  await expect
    .poll(() => floor.status('trading-front'), soon)
    .toMatchObject({ status: 'degraded', waitingFor: ['quote-feed'] })
  const refused = await floor.post('trading-front', '/orders', { id: 'X', ...order({ limit: 900 }) })
  expect(refused).toMatchObject({ status: 503, body: { code: 'no-quotes' } })
  process.kill(floor.pid('quote-feed'), 'SIGCONT')
  await expect.poll(() => floor.status('trading-front'), soon).toMatchObject({ status: 'ready' })
})

test('a backup of the running floor is verified, and a changed byte is found', async () => {
  const taken = await floor.command('backup')
  expect(taken.exit).toBe(0)
  const { folder, verified, files } = JSON.parse(taken.stdout)
  expect(verified).toBe(true)
  expect(files.map(({ name }: { name: string }) => name).toSorted()).toEqual(['fills.jsonl', 'statements.jsonl'])
  const copy = join(folder, 'fills.jsonl')
  expect(readFileSync(copy, 'utf8')).toBe(readFileSync(join(floor.home, 'settlement', 'fills.jsonl'), 'utf8'))

  expect((await floor.command('verify-backup')).exit).toBe(0)
  writeFileSync(copy, readFileSync(copy, 'utf8').replace('"lots":2', '"lots":3'))
  const checked = await floor.command('verify-backup')
  expect(checked.exit).toBe(1)
  expect(JSON.parse(checked.stdout)).toMatchObject({ verified: false, damaged: ['fills.jsonl'] })
})
