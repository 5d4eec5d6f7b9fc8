import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../testing/app.ts'
import { run } from '../run.record.ts'
import { act, begin, type Cast, castOf, effectiveRunbook, step, stepNow } from './stage.testing.ts'
import { sweep } from './sweep.ts'

let app: TestApp
let cast: Cast

const at = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+08:00`).toISOString()
const mark = (offsetMinutes: number) => ({ session: 'day-am', edge: 'start' as const, offsetMinutes })
const runsOf = (code: string) =>
  app.engine.db.selectFrom('run').selectAll().where('runbookCode', '=', code).orderBy('id').execute()
const sweepAt = async (day: number, time: string) => {
  app.clock.set(at(day, time))
  await sweep(app.engine)
}
const byClock = (code: string, ...steps: Parameters<typeof step>[]) =>
  effectiveRunbook(
    app,
    cast,
    steps.map((one) => step(...one)),
    { code, schedule: 'each-trading-day', startBy: 'clock', dueAnchor: mark(-30) },
  )

beforeAll(async () => {
  app = await testApp({ now: at(24, '08:00') })
  cast = await castOf(app)
}, 60_000)
afterAll(() => app?.close())

test('begun by the clock when it is due, once, whatever copies look, and not again when it was aborted', async () => {
  await byClock('OPEN', ['a'])
  await sweepAt(24, '08:29')
  expect(await runsOf('OPEN')).toEqual([])
  app.clock.set(at(24, '08:30'))
  await Promise.all([sweep(app.engine), sweep(app.engine)])
  const [begun, ...more] = await runsOf('OPEN')
  expect(begun).toMatchObject({ state: 'in-progress', createdBy: null, tradingDay: '2026-11-24' })
  expect(more).toEqual([])
  expect(await stepNow(app, begun?.id as string, 'a')).toMatchObject({ state: 'ready' })
  await app.inTx(cast.li, (tx) => tx.act(run, begun?.id as string, 'abort', { abortReason: '演练' }), true)
  await sweepAt(24, '08:31')
  expect(await runsOf('OPEN')).toHaveLength(1)
})

test('what somebody has begun by hand is the run of that day', async () => {
  const book = await byClock('HAND', ['a'])
  app.clock.set(at(25, '08:10'))
  await begin(app, cast.li, book)
  await sweepAt(25, '08:30')
  expect(await runsOf('HAND')).toHaveLength(1)
})

test('O6: due while no server ran, it is begun before its deadline, and is an alarm after it', async () => {
  await byClock('SOON', ['a', { deadline: mark(10) }])
  await byClock('GONE', ['a', { deadline: mark(-10) }])
  await sweepAt(26, '08:20')
  await sweepAt(26, '09:05')
  expect(await runsOf('SOON')).toMatchObject([{ tradingDay: '2026-11-26' }])
  const said = await app.engine.db
    .selectFrom('logEntry')
    .select('text')
    .where('text', 'like', '%已自动补开始%')
    .execute()
  expect(said.length).toBeGreaterThan(0)
  expect(await runsOf('GONE')).toEqual([])
  const alarm = () =>
    app.engine.db
      .selectFrom('alarm')
      .select(['state', 'severity'])
      .where('key', '=', 'missed-run:GONE:2026-11-26')
      .execute()
  expect(await alarm()).toEqual([{ state: 'firing', severity: 'critical' }])
  const [gone] = await app.engine.db.selectFrom('runbook').select('id').where('code', '=', 'GONE').execute()
  await begin(app, cast.li, gone as { id: string })
  expect(await alarm()).toEqual([{ state: 'resolved', severity: 'critical' }])
})

test('the day’s plan stands beside what happened, with how long each step usually takes', async () => {
  const book = await effectiveRunbook(app, cast, [step('a'), step('b', { needs: ['a'], deadline: mark(-5) })], {
    ...{ code: 'PLAN', schedule: 'each-trading-day', dueAnchor: mark(-30) },
  })
  const walk = async (day: number, seconds: number) => {
    app.clock.set(at(day, '08:30'))
    const { id } = await begin(app, cast.li, book)
    for (const key of ['a', 'b']) {
      await act(app, cast.li, id, key, 'start')
      app.clock.advance(seconds * 1_000)
      await act(app, cast.li, id, key, 'done')
    }
    await app.inTx(cast.li, (tx) => tx.act(run, id, 'finish'), true)
  }
  for (const [day, seconds] of [
    [24, 60],
    [25, 60],
    [26, 120],
  ] as const)
    await walk(day, seconds)
  app.clock.set(at(27, '08:32'))
  const { id } = await begin(app, cast.li, book)
  await act(app, cast.li, id, 'a', 'start')
  app.clock.set(at(27, '08:40'))
  const { body } = await (await app.as(cast.li)).get('/api/duty/plan')
  const plan = body.runs.find((one: { runbook: { code: string } }) => one.runbook.code === 'PLAN')
  expect(plan).toMatchObject({
    ...{ dueAt: at(27, '08:30'), run: { state: 'in-progress', startedAt: at(27, '08:32') } },
    steps: [
      {
        ...{ plannedFrom: at(27, '08:30'), plannedTo: at(27, '08:31'), startedAt: at(27, '08:32'), endedAt: null },
        ...{ isLong: true, usual: { median: 60, p90: 108, runs: 3 } },
      },
      {
        plannedFrom: at(27, '08:31'),
        plannedTo: at(27, '08:32'),
        deadlineAt: at(27, '08:55'),
        startedAt: null,
        isLong: false,
      },
    ],
  })
  const ahead = await (await app.as(cast.li)).get('/api/duty/plan?day=2026-11-30')
  expect(ahead.body.runs.find((one: { runbook: { code: string } }) => one.runbook.code === 'PLAN')).toMatchObject({
    run: null,
    steps: [{ state: null }, { state: null }],
  })
})
