import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../../testing/app.ts'
import { makeComponent, makeProbe } from '../../testing/watching.ts'
import { probeSettings } from '../probe.settings.ts'
import { rollUpHours } from './hours.task.ts'
import { ensureDays, keepReadings } from './results.ts'

let app: TestApp
let operator: Client
beforeAll(async () => {
  app = await testApp()
  operator = await app.as(await app.person('operator'))
})
afterAll(() => app?.close())

const start = Date.parse('2026-10-25T00:00:00.000Z')
const hourMs = 3_600_000

/** Free space that shrinks by one percent a day from 60, read four times an hour. */
async function shrinkingDisk(days: number) {
  const settings = probeSettings.parse({ kind: 'disk', path: '/data', downFreePercent: 10 })
  const row = await makeProbe(app, await makeComponent(app, '文件服务器'), { name: '数据盘', settings })
  await ensureDays(app.engine.db, '2026-10-25', '2026-11-24')
  const readings = Array.from({ length: days * 96 }, (_, n) => {
    const startedAt = start + n * (hourMs / 4)
    const value = 60 - n / 96
    const reading = { at: new Date(startedAt).toISOString(), startedAt, ms: n % 20, outcome: 'up', value, note: '' }
    return { probeId: row.id, reading: { ...reading, outcome: 'up' as const } }
  })
  for (let from = 0; from < readings.length; from += 1_000)
    await keepReadings(app.engine.db, readings.slice(from, from + 1_000))
  return row
}

interface Point {
  readonly checks: number
  readonly p95: number
  readonly value: number
}

const sum = (points: readonly Point[]) => points.reduce((all, { checks }) => all + checks, 0)

it('sums readings up by the hour once, and draws the same from hours as from readings', async () => {
  const row = await shrinkingDisk(30)
  app.clock.set('2026-11-24T00:20:00.000Z')
  const path = `/api/probes/${row.id}/series?from=2026-10-25T00:00:00Z&to=2026-11-24T00:00:00Z`
  const [raw] = (await operator.get(path)).body.lines
  await rollUpHours(app.engine, undefined as never)
  await rollUpHours(app.engine, undefined as never)
  const [count] = await app.sql<{ hours: number }>('select count(*)::int as hours from probe_hour')
  expect(count?.hours).toBe(30 * 24)

  // What hours stand for need not be there any more.
  await app.sql('delete from probe_result')
  const { body } = await operator.get(path)
  expect(body.bucketSeconds % 3_600).toBe(0)
  const [line] = body.lines
  expect(sum(line.points)).toBe(30 * 96)
  const figures = ({ points }: { points: Point[] }) =>
    points.map(({ checks, p95, value }) => [checks, p95.toFixed(6), value.toFixed(6)])
  expect(figures(line)).toEqual(figures(raw))

  const { items } = (await operator.get('/api/probes/forecasts')).body
  expect(items).toMatchObject([
    { probe: { id: row.id }, unit: '%', limit: { at: 10, from: 'above' }, forecast: { is: 'in' } },
  ])
  expect(items[0].forecast.perDay).toBeCloseTo(-1, 5)
  expect(Math.round(items[0].forecast.days)).toBe(20)
  expect((await operator.get(`/api/probes/forecasts?probe=${row.id}`)).body.items).toEqual(items)
})

it('adds what came since to what was summed up, and says so where too little is known', async () => {
  const settings = probeSettings.parse({ kind: 'disk', path: '/new', downFreePercent: 10 })
  const row = await makeProbe(app, await makeComponent(app, '新盘'), { name: '新盘', settings })
  const at = '2026-11-24T00:10:00.000Z'
  const reading = { at, startedAt: Date.parse(at), ms: 3, outcome: 'up', value: 50, note: '' } as const
  await keepReadings(app.engine.db, [{ probeId: row.id, reading }])
  const path = `/api/probes/${row.id}/series?from=2026-11-14T00:00:00Z&to=2026-11-24T01:00:00Z`
  const [{ points }] = (await operator.get(path)).body.lines
  expect(points).toMatchObject([{ checks: 1, p95: 50, value: 50 }])
  const { items } = (await operator.get(`/api/probes/forecasts?probe=${row.id}`)).body
  expect(items[0].forecast).toEqual({ is: 'too-little', days: 0, wanted: 14 })
})
