import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leaseOf, lend, longestMinutes } from './faults.ts'
import type { PartCode } from './parts.ts'
import { openTestFloor } from './test-floor.ts'

let floor: Awaited<ReturnType<typeof openTestFloor>>

beforeAll(async () => {
  floor = await openTestFloor()
  for (const code of ['quote-feed', 'trading-front', 'bank-link'] as const) await floor.start(code)
})
afterAll(() => floor.close())

const soon = (ms: number) => new Date(Date.now() + ms).toISOString()
const fault = (code: PartCode, kind: string, ms: number) =>
  floor.command('fault', code, kind, '--until', soon(ms), '--id', `${code}-${kind}`)
const until = async (holds: () => Promise<boolean>) => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50))
}
const isReady = async (code: PartCode) => (await floor.status(code)).status === 'ready'

describe('a lease', () => {
  const home = mkdtempSync(join(tmpdir(), 'lease-'))
  afterAll(() => rmSync(home, { recursive: true }))
  const now = Date.parse('2026-11-24T04:00:00.000Z')
  const lease = (ms: number, pid = 7) => ({
    id: 'a',
    kind: 'slow' as const,
    until: new Date(now + ms).toISOString(),
    pid,
  })

  test('is obeyed until its instant, and then dropped', () => {
    lend(home, 'quote-feed', lease(1_000))
    expect(leaseOf(home, 'quote-feed', 7, now + 999)?.kind).toBe('slow')
    expect(leaseOf(home, 'quote-feed', 7, now + 1_000)).toBeUndefined()
    expect(existsSync(join(home, 'quote-feed.fault.json'))).toBe(false)
  })

  test.each([
    ['another process', lease(1_000, 8)],
    ['longer than any may be', lease(longestMinutes * 60_000 + 1)],
  ])('of %s is dropped', (_of, given) => {
    lend(home, 'quote-feed', given)
    expect(leaseOf(home, 'quote-feed', 7, now)).toBeUndefined()
  })
})

test('a part that is to look dead gives its port up and takes it again by itself; nobody holds the fault', async () => {
  const pid = floor.pid('bank-link')
  // Whoever lent it has ended before it even begins to matter.
  expect((await fault('bank-link', 'stop', 2_500)).exit).toBe(0)
  await until(async () => !(await isReady('bank-link')))
  expect(await floor.status('bank-link')).toMatchObject({ status: 'silent', pid })
  await until(() => isReady('bank-link'))
  expect(floor.pid('bank-link')).toBe(pid)
})

test('a part that refuses says so, and does nothing', async () => {
  await fault('bank-link', 'refuse', 60_000)
  const money = { reference: 'r-1', account: 'a', direction: 'in', fen: 100 }
  expect(await floor.post('bank-link', '/transfers', money)).toEqual({ status: 503, body: { code: 'refused' } })
  expect((await floor.command('fault', 'bank-link', 'none')).exit).toBe(0)
  expect(await floor.get('bank-link', '/balances')).toEqual({})
})

test('a part that is wrong answers nothing of use and is taken to be well', async () => {
  await fault('bank-link', 'wrong', 60_000)
  expect(await floor.get('bank-link', '/balances')).toEqual({})
  const money = { reference: 'r-2', account: 'a', direction: 'in', fen: 100 }
  expect(await floor.post('bank-link', '/transfers', money)).toEqual({ status: 200, body: {} })
  expect(await isReady('bank-link')).toBe(true)
  await floor.command('fault', 'bank-link', 'none')
  expect(await floor.get('bank-link', '/balances')).toEqual({})
})

test('quotes that stand still make the front wait for them; restarted, the feed is well', async () => {
  const newest = async () => (await floor.get<{ seq: number }[]>('quote-feed', '/quotes'))[0]?.seq
  await fault('quote-feed', 'wrong', 60_000)
  const seq = await newest()
  await until(async () => (await floor.status('trading-front')).status === 'degraded')
  expect(await newest()).toBe(seq)
  await floor.stop('quote-feed')
  expect(await floor.start('quote-feed')).toBe(0)
  await until(() => isReady('trading-front'))
})

test('what is not running, too long or unknown is refused', async () => {
  expect((await fault('settlement', 'stop', 1_000)).exit).toBe(1)
  expect((await fault('bank-link', 'stop', 3_700_000)).exit).toBe(2)
  expect((await fault('bank-link', 'burn', 1_000)).exit).toBe(2)
})
