import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeExpired } from '../../../../platform/retention/remove.ts'
import { type Client, type TestApp, testApp } from '../../../../testing/app.ts'
import { makeComponent, makeProbe, readingsByHand } from '../../testing/watching.ts'
import { probe } from '../probe.record.ts'
import { probeSettings } from '../probe.settings.ts'
import { askProbe } from './ask.ts'
import { makeProbeDays } from './days.task.ts'
import { keepReadings } from './results.ts'

let app: TestApp
let operator: Client

beforeAll(async () => {
  app = await testApp({ now: '2026-11-24T00:00:00.000Z' })
  operator = await app.as(await app.person('operator'))
})
afterAll(() => app.close())

const partitions = async () => {
  const { rows } = await app.engine.pool.query<{ name: string }>(
    `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'probe_result'::regclass order by 1`,
  )
  return rows.map(({ name }) => name)
}

describe('results', () => {
  it('are drawn as at most 300 buckets, by share and by time', async () => {
    const node = await makeComponent(app, '前置')
    const row = await makeProbe(app, node, { name: '端口' })
    const start = Date.parse('2026-11-24T00:00:00.000Z')
    const readings = Array.from({ length: 8_640 }, (_, i) => {
      const startedAt = start + i * 10_000
      const outcome = i % 4 === 0 ? 'down' : 'up'
      const reading = {
        at: new Date(startedAt).toISOString(),
        startedAt,
        ms: i % 4,
        outcome,
        value: null,
        note: '',
      } as const
      return { probeId: row.id, reading }
    })
    await keepReadings(app.engine.db, readings.slice(0, 1))
    await app.engine.db
      .insertInto('probeResult')
      .values(
        readings.slice(1, 5_000).map(({ probeId, reading: { startedAt, outcome, ...r } }) => ({
          ...r,
          probe: probeId,
          startedAt: new Date(startedAt).toISOString(),
          outcome: outcome === 'up' ? 0 : 2,
        })),
      )
      .execute()
    app.clock.set('2026-11-25T00:00:00.000Z')
    const { status, body } = await operator.get(`/api/probes/${row.id}/series`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ from: '2026-11-24T00:00:00.000Z', to: '2026-11-25T00:00:00.000Z', bucketSeconds: 288 })
    const [{ points }] = body.lines
    expect(points.length).toBeLessThanOrEqual(300)
    expect(points.reduce((sum: number, one: { checks: number }) => sum + one.checks, 0)).toBe(5_000)
    expect(points[5]).toMatchObject({ min: 0, max: 3, checks: expect.any(Number) })
    expect(points[5].up).toBeCloseTo(0.75, 1)
    const ofComponent = await operator.get(`/api/components/${node.id}/series`)
    expect(ofComponent.body.lines).toEqual(body.lines)
    expect(
      (await operator.get(`/api/probes/${row.id}/series?from=2026-11-25T00:00:00Z&to=2026-11-24T00:00:00Z`)).status,
    ).toBe(422)
    expect((await operator.get(`/api/probes/${app.engine.newId()}/series`)).status).toBe(404)
  })

  it('of one planned instant are kept once, whoever brings them', async () => {
    const row = await makeProbe(app, await makeComponent(app, '一次'))
    const reading = {
      at: '2026-11-24T00:00:00.000Z',
      startedAt: 0,
      ms: 1,
      outcome: 'up',
      value: null,
      note: '',
    } as const
    const one = { probeId: row.id, reading }
    expect(await keepReadings(app.engine.db, [one])).toEqual([one])
    expect(await keepReadings(app.engine.db, [one])).toEqual([])
  })

  it('are dropped by the day once they are old enough, written down, and the days ahead are made', async () => {
    const row = await makeProbe(app, await makeComponent(app, '旧'))
    const old = { at: '2026-08-01T00:00:00.000Z', startedAt: 0, ms: 1, outcome: 'up', value: null, note: '' } as const
    await keepReadings(app.engine.db, [{ probeId: row.id, reading: old }])
    expect(await partitions()).toContain('probe_result_20260801')
    app.clock.set('2026-11-25T00:00:00.000Z')
    await makeProbeDays(app.engine, undefined as never)
    await removeExpired(app.engine)
    expect(await partitions()).not.toContain('probe_result_20260801')
    const removed = await app.sql("select kind, rows::int, until from removal where kind = 'probe-result'")
    expect(removed).toEqual([{ kind: 'probe-result', rows: 1, until: new Date('2026-08-27T00:00:00.000Z') }])
    expect(await partitions()).toContain('probe_result_20261128')
    expect(await partitions()).toContain('probe_result_20261124')
  })
})

describe('heartbeats', () => {
  it('come by an API token, are kept, and end the silence', async () => {
    const node = await makeComponent(app, '备份任务')
    const settings = probeSettings.parse({ kind: 'heartbeat', maxSilenceSeconds: 60 })
    const row = await makeProbe(app, node, { name: '每日备份', settings })
    expect(row.kind).toBe('heartbeat')
    expect(await askProbe(app.engine, row.id)).toMatchObject({ outcome: 'down', note: 'never pushed' })
    app.clock.set(new Date().toISOString())
    expect(await operator.post('/api/heartbeats', { probe: row.number, value: 7 })).toMatchObject({
      status: 200,
      body: { probe: row.number },
    })
    expect(await askProbe(app.engine, row.id)).toMatchObject({ outcome: 'up' })
    const kept = await app.engine.db
      .selectFrom('probeResult')
      .select(['note', 'value'])
      .where('probe', '=', row.id)
      .where('note', '=', 'pushed')
      .execute()
    expect(kept).toEqual([{ note: 'pushed', value: 7 }])
  })

  it('are refused for an unknown probe, another kind, a paused one, a stranger and a business person', async () => {
    const row = await makeProbe(app, await makeComponent(app, '端口'))
    expect((await operator.post('/api/heartbeats', { probe: 'PRB-209901-0001' })).status).toBe(404)
    expect((await operator.post('/api/heartbeats', { probe: row.number })).status).toBe(409)
    const settings = probeSettings.parse({ kind: 'heartbeat', maxSilenceSeconds: 60 })
    const paused = await makeProbe(app, await makeComponent(app, '停'), { settings })
    await app.inTx(await app.person('operator'), (tx) => tx.act(probe, paused.id, 'pause'))
    expect((await operator.post('/api/heartbeats', { probe: paused.number })).status).toBe(409)
    expect((await app.anyone.post('/api/heartbeats', { probe: row.number })).status).toBe(401)
    const business = await app.as(await app.person('business'))
    expect((await business.post('/api/heartbeats', { probe: row.number })).status).toBe(403)
  })
})

it('reads on where it stood: a verdict held and the last outcomes', async () => {
  const row = await makeProbe(app, await makeComponent(app, '重启'))
  app.clock.set('2026-11-24T06:00:00.000Z')
  const { read } = readingsByHand(app, [row])
  await read('up')
  app.clock.advance(10_000)
  await read('down')
  app.clock.advance(10_000)
  await readingsByHand(app, [row]).read('down')
  const stand = await app.engine.db.selectFrom('probeState').selectAll().where('probe', '=', row.id).executeTakeFirst()
  expect(stand).toMatchObject({ verdict: 'down', lastOutcome: 2, streakSince: '2026-11-24T06:00:10.000Z' })
})
