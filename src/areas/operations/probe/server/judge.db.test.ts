import { beforeEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../testing/app.ts'
import { alarm } from '../../alarm/alarm.record.ts'
import { component } from '../../component/component.record.ts'
import { alarmLines, alarmsOf, makeComponent, makeProbe, readingsByHand } from '../../testing/watching.ts'
import { probe } from '../probe.record.ts'
import { sweep } from './watch.ts'

let app: TestApp

beforeEach(async () => {
  app = await testApp()
  return () => app.close()
})

const health = async (id: string) =>
  (await app.engine.db.selectFrom('component').select('health').where('id', '=', id).executeTakeFirstOrThrow()).health

async function gateway(interval = 5) {
  const node = await makeComponent(app, '订单网关', { criticality: 'trading' })
  const row = await makeProbe(app, node, { name: '健康检查', intervalSeconds: interval })
  return { node, row, ...readingsByHand(app, [row]) }
}

describe('a probe and its alarm', () => {
  it('raises on the second bad reading, counts, recovers, and resolves itself after a moment', async () => {
    const { node, row, read } = await gateway()
    await read('up')
    await sweep(app.engine)
    expect(await health(node.id)).toBe('up')

    app.clock.advance(5_000)
    await read('down')
    expect(await alarmsOf(app)).toEqual([])
    app.clock.advance(5_000)
    await read('down')
    expect(await alarmsOf(app)).toMatchObject([
      { state: 'firing', severity: 'critical', title: '订单网关「健康检查」中断:HTTP 503', probe: row.id, events: 1 },
    ])
    expect(await health(node.id)).toBe('down')

    for (let i = 0; i < 2; i++) {
      app.clock.advance(5_000)
      await read('up')
    }
    expect(await health(node.id)).toBe('up')
    app.clock.advance(10_000)
    await sweep(app.engine)
    expect(await alarmsOf(app)).toMatchObject([{ state: 'firing', recoveredAt: expect.any(String) }])
    app.clock.advance(11_000)
    await sweep(app.engine)
    expect(await alarmsOf(app)).toMatchObject([{ state: 'resolved', resolvedBy: null, events: 2 }])
    expect(await alarmLines(app)).toEqual([
      '告警:订单网关「健康检查」中断:HTTP 503',
      '告警解除:订单网关「健康检查」中断:HTTP 503。已恢复正常。(共 2 次事件)',
    ])
    const events = await app.engine.db.selectFrom('event').select(['from', 'to', 'alarm']).orderBy('id').execute()
    expect(events.map(({ from, to }) => `${from} → ${to}`)).toEqual(['up → down', 'down → up'])
    expect(new Set(events.map((one) => one.alarm)).size).toBe(1)
  })

  it('goes on where it was after a restart between the two bad readings', async () => {
    const { row, read } = await gateway()
    await read('up')
    app.clock.advance(5_000)
    await read('down')
    app.clock.advance(5_000)
    await readingsByHand(app, [row]).read('down')
    expect(await alarmsOf(app)).toHaveLength(1)
  })

  it('is raised once when two copies judge the same readings', async () => {
    const { row, read } = await gateway()
    const other = readingsByHand(app, [row])
    await read('up')
    for (let i = 0; i < 3; i++) {
      app.clock.advance(5_000)
      await Promise.all([read('down'), other.read('down')])
    }
    expect(await alarmsOf(app)).toMatchObject([{ events: 1 }])
    const results = await app.engine.db.selectFrom('probeResult').select('at').where('probe', '=', row.id).execute()
    expect(results).toHaveLength(4)
  })

  it('turns grey when nothing was read for a while, and is never green without a probe', async () => {
    const { node, read } = await gateway()
    const bare = await makeComponent(app, '无人探测')
    await read('up')
    await sweep(app.engine)
    app.clock.advance(60_000)
    await sweep(app.engine)
    expect([await health(node.id), await health(bare.id)]).toEqual(['unknown', 'unknown'])
  })

  it('is an alarm where nothing is learnt any more, and no recovery', async () => {
    const { node, read } = await gateway()
    for (const outcome of ['unknown', 'up', 'down', 'down', 'unknown', 'unknown'] as const) {
      app.clock.advance(5_000)
      await read(outcome)
    }
    expect(await alarmsOf(app)).toMatchObject([{ state: 'firing', severity: 'critical', recoveredAt: null, events: 2 }])
    expect(await health(node.id)).toBe('unknown')
    await app.inTx(await app.person('operator'), async (tx) => {
      for (const { id } of await alarmsOf(app)) await tx.act(alarm, id, 'resolve', { resolution: '已知' })
    })
    app.clock.advance(5_000)
    await read('up')
    expect(await health(node.id)).toBe('up')
    const events = await app.engine.db.selectFrom('event').select(['from', 'to']).orderBy('id').execute()
    expect(events.map(({ from, to }) => `${from} → ${to}`)).toEqual(['up → down', 'down → unknown', 'unknown → up'])
    for (const outcome of ['unknown', 'unknown'] as const) {
      app.clock.advance(5_000)
      await read(outcome, 'series absent')
    }
    expect((await alarmsOf(app)).at(-1)).toMatchObject({
      severity: 'warning',
      title: '订单网关「健康检查」状况未知:series absent',
    })
  })

  it('clears its alarm when the probe is paused, and the component is unknown', async () => {
    const { node, row, read } = await gateway()
    for (const outcome of ['up', 'down', 'down'] as const) {
      app.clock.advance(5_000)
      await read(outcome)
    }
    await app.inTx(await app.person('operator'), (tx) => tx.act(probe, row.id, 'pause'))
    expect(await alarmsOf(app)).toMatchObject([{ state: 'resolved' }])
    expect(await health(node.id)).toBe('unknown')
  })

  it('retires the probes of a retired component', async () => {
    const { node, row } = await gateway()
    await app.inTx(await app.person('engineer'), (tx) => tx.act(component, node.id, 'retire'))
    const after = await app.engine.db.selectFrom('probe').select('state').where('id', '=', row.id).executeTakeFirst()
    expect(after?.state).toBe('retired')
  })
})

describe('O8 flapping', () => {
  it('is one alarm, one notice and one final message in an hour of 200 and 503 every 15 s', async () => {
    const { row, read } = await gateway()
    const start = Date.parse(app.clock.now())
    for (let t = 0; t < 3_600_000; t += 7_500) {
      app.clock.set(new Date(start + t).toISOString())
      await read(Math.floor(t / 15_000) % 2 === 0 ? 'up' : 'down')
      if (t % 15_000 > 0) await sweep(app.engine) // the later of the two readings of a phase
    }
    expect(await alarmsOf(app)).toMatchObject([{ state: 'firing', flapping: true }])
    expect(await alarmLines(app)).toHaveLength(2)

    for (let t = 0; t < 900_000; t += 30_000) {
      app.clock.advance(30_000)
      await read('up')
      await sweep(app.engine)
    }
    const [only, ...others] = await alarmsOf(app)
    expect(others).toEqual([])
    expect(only).toMatchObject({ state: 'resolved', flapping: false, probe: row.id })
    const lines = await alarmLines(app)
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('中断')
    expect(lines[1]).toContain('反复抖动')
    expect(lines[2]).toMatch(/其间共变化 \d{3} 次/)
    const changes = Number(/变化 (\d+) 次/.exec(lines[2] ?? '')?.[1])
    expect(only?.events).toBe(changes)
  }, 240_000)

  it('sends its final message even when it ends down, and the alarm stays', async () => {
    const { read } = await gateway(5)
    for (let t = 0; t < 600_000; t += 5_000) {
      app.clock.advance(5_000)
      await read(Math.floor(t / 15_000) % 2 === 0 ? 'up' : 'down')
    }
    for (let t = 0; t < 700_000; t += 30_000) {
      app.clock.advance(30_000)
      await read('down')
      await sweep(app.engine)
    }
    expect(await alarmsOf(app)).toMatchObject([{ state: 'firing', flapping: false }])
    expect((await alarmLines(app)).at(-1)).toContain('抖动停止,但仍未恢复')
  }, 120_000)
})

describe('a person and an alarm', () => {
  it('acknowledges, says why it is resolved, and both are in the log by name', async () => {
    const { read } = await gateway()
    for (const outcome of ['up', 'down', 'down'] as const) {
      app.clock.advance(5_000)
      await read(outcome)
    }
    const [raised] = await alarmsOf(app)
    const operator = await app.person('operator')
    const client = await app.as(operator)
    const path = `/api/alarms/${raised?.id}`
    expect(await client.post(`${path}/acknowledge`)).toMatchObject({ status: 200 })
    expect(await client.post(`${path}/resolve`)).toMatchObject({ status: 422 })
    expect(await client.post(`${path}/clear`)).toMatchObject({ status: 403 })
    expect(await client.post(`${path}/resolve`, { resolution: '误报' })).toMatchObject({ status: 200 })
    expect(await alarmsOf(app)).toMatchObject([
      { state: 'resolved', acknowledgedBy: operator.id, resolvedBy: operator.id },
    ])
    const lines = await app.engine.db.selectFrom('logEntry').select(['text', 'createdBy']).orderBy('id').execute()
    expect(lines.filter((line) => line.createdBy === operator.id).map((line) => line.text)).toEqual([
      '值班员 确认告警:订单网关「健康检查」中断:HTTP 503。',
      '值班员 解除告警:订单网关「健康检查」中断:HTTP 503。原因:误报',
    ])
    expect(await (await app.as(await app.person('business'))).post(`${path}/acknowledge`)).toMatchObject({
      status: 403,
    })
    await expect(
      app.inTx(operator, (tx) => tx.update(alarm, raised?.id ?? '', { flapping: true })),
    ).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})
