import { beforeEach, describe, expect, it } from 'vitest'
import { asSystem } from '../../../../record/actor.ts'
import { type TestApp, testApp } from '../../../../testing/app.ts'
import { order } from '../../component/server/order.ts'
import { alarmsOf, makeComponent, makeProbe, readingsByHand } from '../../testing/watching.ts'
import { sweep } from './watch.ts'

let app: TestApp

beforeEach(async () => {
  app = await testApp()
  return () => app.close()
})

async function gateway() {
  const node = await makeComponent(app, '订单网关', { criticality: 'trading' })
  const row = await makeProbe(app, node, { name: '健康检查', intervalSeconds: 5 })
  const { read } = readingsByHand(app, [row])
  return {
    node,
    tell: (action: string) => app.engine.inTx(asSystem('test'), (tx) => order(tx, [node.id], action)),
    async readTwice(outcome: 'up' | 'down') {
      for (let i = 0; i < 2; i++) {
        app.clock.advance(5_000)
        await read(outcome)
      }
      await sweep(app.engine)
    },
    health: async () =>
      (await app.engine.db.selectFrom('component').select('health').where('id', '=', node.id).executeTakeFirstOrThrow())
        .health,
  }
}

describe('a component that was told to stop', () => {
  it('is stopped and not down, without an alarm', async () => {
    const { tell, readTwice, health } = await gateway()
    await readTwice('up')
    await tell('stop')
    await readTwice('down')
    expect(await health()).toBe('stopped')
    expect(await alarmsOf(app)).toEqual([])
  })

  it('alarms again once it was told to start: at a failure after it came up', async () => {
    const { tell, readTwice, health } = await gateway()
    await tell('stop')
    await readTwice('down')
    await tell('start')
    await readTwice('up')
    await readTwice('down')
    expect(await health()).toBe('down')
    expect(await alarmsOf(app)).toMatchObject([{ state: 'firing', title: '订单网关「健康检查」中断:HTTP 503' }])
  })

  it('alarms when it never comes up after the order, and once', async () => {
    const { tell, readTwice } = await gateway()
    await tell('stop')
    await readTwice('down')
    await tell('start')
    await readTwice('down')
    expect(await alarmsOf(app)).toEqual([])
    app.clock.advance(60_000)
    await readTwice('down')
    await sweep(app.engine)
    expect(await alarmsOf(app)).toMatchObject([{ state: 'firing', severity: 'critical' }])
  })

  it('is no excuse for what stands on it', async () => {
    const { node, tell, readTwice } = await gateway()
    await readTwice('up')
    await tell('stop')
    await readTwice('down')
    const child = await makeComponent(app, '风控', { dependsOn: [node.id] })
    const { read } = readingsByHand(app, [await makeProbe(app, child, { intervalSeconds: 5 })])
    for (let i = 0; i < 3; i++) {
      app.clock.advance(5_000)
      await read('down')
    }
    expect(await alarmsOf(app)).toMatchObject([{ state: 'firing', component: child.id }])
  })
})
