import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { expect, it, vi } from 'vitest'
import { asSystem } from '../../../../record/actor.ts'
import { testApp } from '../../../../testing/app.ts'
import { component } from '../../component/component.record.ts'
import { alarmLines, alarmsOf, tcp } from '../../testing/watching.ts'
import { probe } from '../probe.record.ts'
import { probeService } from './watch.ts'

const behind = 500
const stubborn = 3

/** Something that answers on a port until it is told not to, and again on the same port. */
async function listener(port = 0): Promise<{ port: number; close(): Promise<void> }> {
  const server: Server = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((done) => server.close(() => done())),
  }
}

it('O7: a core switch and 500 components behind it fail, children noticed first: one alarm, 500 suppressed', async () => {
  const app = await testApp()
  const { engine } = app
  let ahead = 0
  const tick = () => app.clock.set(new Date(Date.now() + ahead).toISOString())
  tick()
  const ticking = setInterval(tick, 20)
  let [core, farm, rest] = await Promise.all([listener(), listener(), listener()])

  const ids = await engine.inTx(asSystem('test'), async (tx) => {
    const add = async (name: string, dependsOn: string[], port: number, seconds: number, n: number) => {
      const node = await tx.create(component, { code: name, name, kind: 'service', criticality: 'trading', dependsOn })
      const hysteresis = { downAfter: { n, m: n }, upAfter: 1 }
      await tx.create(probe, {
        name: '端口',
        component: node.id,
        settings: tcp(port),
        intervalSeconds: seconds,
        hysteresis,
      })
      return node.id
    }
    // The switch is noticed last: three readings, three seconds apart, against two that are two seconds apart.
    const root = await add('核心交换机', [], core.port, 3, 3)
    const middle = await add('汇聚', [root], farm.port, 2, 2)
    const leaves = behind - 1
    const children = [middle]
    for (let i = 0; i < leaves; i++) {
      children.push(await add(`系统${i}`, [i % 2 === 0 ? middle : root], i < stubborn ? rest.port : farm.port, 2, 2))
    }
    return { root, children }
  })
  const service = await probeService(engine)
  const verdicts = async (verdict: 'up' | 'down') =>
    Number(
      (
        await engine.db
          .selectFrom('probeState')
          .select((e) => e.fn.countAll().as('n'))
          .where('verdict', '=', verdict)
          .execute()
      )[0]?.n,
    )
  const eventually = <T>(check: () => Promise<T>) => vi.waitFor(check, { timeout: 240_000, interval: 100 })

  try {
    await eventually(async () => expect(await verdicts('up')).toBe(behind + 1))
    expect(await alarmsOf(app)).toEqual([])

    await Promise.all([core.close(), farm.close(), rest.close()])
    await eventually(async () => expect((await alarmsOf(app)).map((one) => one.suppressedCount)).toEqual([behind]))
    const [only, ...others] = await alarmsOf(app)
    expect(others).toEqual([])
    expect(only).toMatchObject({ component: ids.root, severity: 'critical', state: 'firing' })
    expect(await alarmLines(app)).toHaveLength(1)
    const order = await engine.db
      .selectFrom('event')
      .select('component')
      .where('to', '=', 'down')
      .orderBy('id')
      .execute()
    expect(order.findIndex((one) => one.component === ids.root)).toBeGreaterThan(0)

    core = await listener(core.port)
    farm = await listener(farm.port)
    await eventually(async () => expect(await verdicts('up')).toBe(behind + 1 - stubborn))
    await eventually(async () => expect(await alarmsOf(app)).toHaveLength(1 + stubborn))
    ahead = 60_000
    await eventually(async () =>
      expect(await alarmsOf(app)).toMatchObject([{ component: ids.root, state: 'resolved' }, {}, {}, {}]),
    )
    const alone = (await alarmsOf(app)).slice(1)
    expect(alone.map((one) => one.title.slice(0, 3)).sort()).toEqual(['系统0', '系统1', '系统2'])
    expect(alone.every((one) => one.state === 'firing')).toBe(true)
    const lines = await alarmLines(app)
    expect(lines.filter((line) => line.includes('核心交换机'))).toEqual([
      expect.stringMatching(/^告警:核心交换机/),
      expect.stringMatching(/^告警解除:核心交换机.*抑制 500 条/),
    ])
    expect(lines).toHaveLength(2 + stubborn)
  } finally {
    await service.stop()
    clearInterval(ticking)
    await app.close()
    await Promise.all([core.close(), farm.close()])
  }
}, 900_000)
