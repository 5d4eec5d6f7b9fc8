/** Copies of the server that are killed and frozen, with agents beside them. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type TestApp, testApp } from '../../../../testing/app.ts'
import { type Copy, end, gapsOf, listeners, makeProbes, startAgent, startCopy } from '../../testing/sharing.ts'
import { alarmsOf } from '../../testing/watching.ts'

/** A bench asks for more: `SHARED_PROBES=10000 SHARED_EVERY=10` (bench/README.md). */
const count = Number(process.env['SHARED_PROBES'] ?? 400)
const every = Number(process.env['SHARED_EVERY'] ?? 4)
let app: TestApp
let copies: Copy[]
const ends: (() => Promise<void> | void)[] = []

beforeAll(async () => {
  app = await testApp({ now: new Date().toISOString() })
  const ticking = setInterval(() => app.clock.set(new Date().toISOString()), 20)
  ends.push(
    () => app.close(),
    () => clearInterval(ticking),
  )
  await app.http.listen({ host: '127.0.0.1', port: 0 })
  const admin = await app.as(await app.person('admin'))
  const farm = await listeners(Math.ceil(count / 50))
  ends.push(farm.close)
  const agents = [await startAgent(app, admin, '甲'), await startAgent(app, admin, '乙')]
  ends.push(...agents.map((one) => one.stop))
  copies = await Promise.all([startCopy(app.url), startCopy(app.url), startCopy(app.url)])
  ends.push(async () => {
    for (const one of copies) await end(one)
  })
  await makeProbes(app, count, every, farm.ports, [null, null, agents[0]!.id, agents[1]!.id])
})
afterAll(async () => {
  for (const one of ends.reverse()) await one()
})

const shardsOf = async (copy: number) =>
  (
    await app.sql<{ n: number }>(
      `select count(*)::int as n from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.classid = 7302 and l.granted and a.application_name = $1`,
      [`touchstone shards ${copy}`],
    )
  )[0]!.n

const eventually = <T>(check: () => Promise<T>) => vi.waitFor(check, { timeout: 60_000, interval: 200 })

it('one copy is killed: no probe is missed for longer than two intervals, and none read twice', async () => {
  await eventually(async () => expect((await app.sql('select from probe_state')).length).toBe(count))
  await eventually(async () => {
    for (const { copy } of copies) expect(await shardsOf(copy)).toBeGreaterThan(15)
  })
  const from = new Date()
  await wait(3_000)
  await end(copies[0]!)
  await wait(4 * every * 1_000)
  const to = new Date(Date.now() - 2_500) // what an agent saw within the last two seconds may not be here yet
  const { probes, read, longest, doubled, failed } = await gapsOf(app, from, to)
  expect({ probes, read, doubled, failed }).toEqual({ probes: count, read: count, doubled: 0, failed: 0 })
  console.log(`${count} probes every ${every} s: the longest gap was ${longest.toFixed(1)} s`)
  expect(longest).toBeLessThanOrEqual(2 * every + 0.1)
  expect(await alarmsOf(app)).toEqual([])
})

it('a frozen copy loses its probes to the other and is told of once, until it goes on', async () => {
  const [, frozen, other] = copies as [Copy, Copy, Copy]
  frozen.process.kill('SIGSTOP')
  try {
    await eventually(async () => expect(await shardsOf(frozen.copy)).toBe(0))
    await eventually(async () => expect(await shardsOf(other.copy)).toBeGreaterThan(30))
    await eventually(async () =>
      expect(await alarmsOf(app)).toMatchObject([{ key: `evaluator:${frozen.copy}`, state: 'firing', events: 1 }]),
    )
  } finally {
    frozen.process.kill('SIGCONT')
  }
  await eventually(async () => expect(await alarmsOf(app)).toMatchObject([{ state: 'resolved' }]))
})
