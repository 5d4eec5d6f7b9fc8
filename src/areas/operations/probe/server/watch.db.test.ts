import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { registry } from '../../../../app/records.ts'
import { withClient } from '../../../../platform/db/postgres/postmaster.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { makeEngine } from '../../../../platform/make-engine.ts'
import { asSystem } from '../../../../record/actor.ts'
import { type TestApp, testApp } from '../../../../testing/app.ts'
import { directory } from '../../../organisation/server/directory.ts'
import { alarmsOf, makeComponent, makeProbe, tcp } from '../../testing/watching.ts'
import { probe } from '../probe.record.ts'
import { SHARDS } from '../shard.rules.ts'
import { askProbe } from './ask.ts'
import { sayWell } from './evaluator.ts'
import { latestReadings } from './results.ts'
import { holdShards, type Shards } from './shards.ts'
import { probeService } from './watch.ts'

let app: TestApp
let ticking: NodeJS.Timeout

beforeEach(async () => {
  app = await testApp()
  ticking = setInterval(() => app.clock.set(new Date().toISOString()), 20)
  app.clock.set(new Date().toISOString())
})

afterEach(async () => {
  clearInterval(ticking)
  await app.close()
})

async function listener() {
  const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, close: () => new Promise((done) => server.close(done)) }
}

const eventually = <T>(check: () => Promise<T> | T) => vi.waitFor(check, { timeout: 15_000, interval: 25 })

/** Another copy of the server on the same database. */
const anotherCopy = (): Promise<Engine & { close(): Promise<void> }> =>
  makeEngine({
    url: app.url,
    registry,
    directory,
    clock: app.clock,
    zone: 'Asia/Shanghai',
    poolSize: 4,
    behaviours: [],
    files: app.engine.files,
    log: pino({ level: 'fatal' }),
    tradingDay: () => null,
  })

describe('the probing service', () => {
  it('shows an alarm within two intervals and a second of the end of a process, and minds changes of probes', async () => {
    const up = await listener()
    const node = await makeComponent(app, '行情', { criticality: 'trading' })
    const service = await probeService(app.engine)
    try {
      const row = await makeProbe(app, node, { settings: tcp(up.port), intervalSeconds: 1 })
      const read = async () => (await latestReadings(app.engine.db, [row.id])).get(row.id)
      await eventually(async () => expect(await read()).toMatchObject({ outcome: 'up', note: 'connected' }))

      const killed = Date.now()
      await up.close()
      await eventually(async () => expect(await alarmsOf(app)).toHaveLength(1))
      expect(Date.now() - killed).toBeLessThan(2 * 1_000 + 1_000)

      const witness = await makeProbe(app, node, { name: '对照', settings: tcp(up.port), intervalSeconds: 1 })
      const heard = async () => (await latestReadings(app.engine.db, [witness.id])).get(witness.id)?.at
      await app.inTx(await app.person('operator'), (tx) => tx.act(probe, row.id, 'pause'))
      const first = await eventually(async () => {
        const at = await heard()
        expect(at).toBeDefined()
        return Date.parse(at as string)
      })
      const last = (await read())?.at
      await eventually(async () => expect(Date.parse((await heard()) as string)).toBeGreaterThan(first + 1_000))
      expect((await read())?.at).toBe(last)
    } finally {
      await service.stop()
    }
  })

  it('answers a question put to one probe at once, and keeps the answer', async () => {
    const up = await listener()
    const node = await makeComponent(app, '柜台')
    const row = await makeProbe(app, node, { settings: tcp(up.port) })
    expect(await askProbe(app.engine, row.id)).toMatchObject({ outcome: 'up' })
    await up.close()
    const answer = await askProbe(app.engine, row.id)
    expect(answer).toMatchObject({ outcome: 'down', note: 'ECONNREFUSED' })
    expect((await latestReadings(app.engine.db, [row.id])).get(row.id)).toEqual(answer)
    await expect(askProbe(app.engine, app.engine.newId())).rejects.toMatchObject({ code: 'not-found' })
  })

  it('reads each planned instant once with two copies at work', async () => {
    const up = await listener()
    const node = await makeComponent(app, '清算')
    const rows = await app.engine.inTx(asSystem('test'), async (tx) => {
      const made = []
      for (let i = 0; i < 20; i++) {
        made.push(
          await tx.create(probe, { name: `端口${i}`, component: node.id, settings: tcp(up.port), intervalSeconds: 1 }),
        )
      }
      return made
    })
    const other = await anotherCopy()
    const services = [await probeService(app.engine), await probeService(other)]
    try {
      await eventually(async () =>
        expect(
          (
            await latestReadings(
              other.db,
              rows.map(({ id }) => id),
            )
          ).size,
        ).toBe(rows.length),
      )
      const results = () => app.engine.db.selectFrom('probeResult').select(['probe', 'at']).execute()
      await eventually(async () => expect((await results()).length).toBeGreaterThan(rows.length * 4))
      const apart = new Map<string, number[]>()
      for (const { probe: id, at } of await results()) apart.set(id, [...(apart.get(id) ?? []), Date.parse(at)])
      for (const instants of apart.values()) {
        const sorted = instants.sort((a, b) => a - b)
        sorted.slice(1).forEach((at, i) => void expect(at - (sorted[i] as number)).toBeGreaterThanOrEqual(1_000))
      }
    } finally {
      for (const service of services) await service.stop()
      await other.close()
      await up.close()
    }
  })
})

describe('shards', () => {
  const nobody = { lost() {}, gained() {} }
  const sizes = (shards: Shards[]) => shards.map((one) => one.held().size)
  /** A copy that says that it watches counts among those that share. */
  async function watching(engine: Engine, ears: Parameters<typeof holdShards>[1]): Promise<Shards> {
    const saying = sayWell(engine, [])
    const shards = await holdShards(engine, ears, 50)
    return {
      ...shards,
      async stop() {
        await shards.stop()
        await saying.stop()
      },
    }
  }

  it('are shared by the living copies and taken over at once from one that dies', async () => {
    const first = await watching(app.engine, nobody)
    expect(sizes([first])).toEqual([SHARDS])
    const other = await anotherCopy()
    const second = await watching(other, nobody)
    await eventually(() => expect(sizes([first, second])).toEqual([SHARDS / 2, SHARDS / 2]))
    expect(new Set([...first.held(), ...second.held()]).size).toBe(SHARDS)
    await second.stop()
    await other.close()
    await eventually(() => expect(sizes([first])).toEqual([SHARDS]))
    await first.stop()
  })

  it('are let go of the moment the connection breaks, and held again once there is one', async () => {
    const lost: number[] = []
    const shards = await watching(app.engine, { ...nobody, lost: (gone) => void lost.push(...gone) })
    const { rows } = await withClient(app.url, (owner) =>
      owner.query(
        `select pg_terminate_backend(pid) from (select distinct pid from pg_locks where locktype = 'advisory'
         and classid = 7302 and database = (select oid from pg_database where datname = current_database())) held`,
      ),
    )
    expect(rows).toHaveLength(1)
    await eventually(() => expect(lost).toHaveLength(SHARDS))
    await eventually(() => expect(sizes([shards])).toEqual([SHARDS]))
    await shards.stop()
  })
})
