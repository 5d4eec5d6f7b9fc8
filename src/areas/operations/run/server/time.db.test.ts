import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../testing/app.ts'
import type { StepInput } from '../../runbook/step.rules.ts'
import { run } from '../run.record.ts'
import { act, begin, type Cast, castOf, effectiveRunbook, step, stepNow } from './stage.testing.ts'
import { sweep } from './sweep.ts'

let app: TestApp
let cast: Cast

// Each story has a trading day of its own, since time does not go back.
const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01']
let day = days[0]
/** Wall time in Shanghai on the trading day of the story. */
const at = (time: string) => new Date(`${day}T${time}:00+08:00`).toISOString()
/** Minutes from the opening of the day session at 09:00. */
const mark = (offsetMinutes: number) => ({ session: 'day-am', edge: 'start' as const, offsetMinutes })

beforeAll(async () => {
  app = await testApp({ now: at('08:00') })
  cast = await castOf(app)
}, 60_000)
afterAll(() => app?.close())

let count = 0
async function beginAt(time: string, ...steps: StepInput[]) {
  day = days[count + 1]
  await sweepAt(time)
  const code = `T${++count}`
  const book = await effectiveRunbook(app, cast, steps, {
    code,
    schedule: 'each-trading-day' as const,
    dueAnchor: mark(-30),
  })
  return begin(app, cast.li, book)
}
const sweepAt = async (...times: string[]) => {
  for (const time of times) {
    app.clock.set(at(time))
    await sweep(app.engine)
  }
}
/** The server is there all the time: it looks every minute. */
async function passTo(time: string) {
  const end = Date.parse(at(time))
  while (Date.parse(app.clock.now()) < end) {
    app.clock.advance(60_000)
    await sweep(app.engine)
  }
}
const alarmOf = (key: string) =>
  app.engine.db.selectFrom('alarm').selectAll().where('key', '=', key).orderBy('createdAt', 'desc').executeTakeFirst()

test('a step is not started before its time, and is ready when it comes', async () => {
  const { id } = await beginAt('08:00', step('a', { earliest: mark(-30) }))
  expect(await stepNow(app, id, 'a')).toMatchObject({ state: 'waiting', earliestAt: at('08:30') })
  await expect(act(app, cast.li, id, 'a', 'start')).rejects.toMatchObject({
    faults: [{ code: 'too-early', text: ['最早 08:30 开始。', 'It may start at 08:30 at the earliest.'] }],
  })
  await sweepAt('08:29')
  expect(await stepNow(app, id, 'a')).toMatchObject({ state: 'waiting' })
  await passTo('08:30')
  expect(await stepNow(app, id, 'a')).toMatchObject({ state: 'ready', missedAt: null })
  await act(app, cast.li, id, 'a', 'start')
})

test('a late step raises one alarm, which goes when the step is done', async () => {
  const { id } = await beginAt('08:00', step('a', { deadline: mark(-40) }))
  const key = `late:${(await stepNow(app, id, 'a')).id}`
  await passTo('08:19')
  expect(await alarmOf(key)).toBeUndefined()
  app.clock.set(at('08:20'))
  // Two copies of the server look at once.
  await Promise.all([sweep(app.engine), sweep(app.engine)])
  await sweep(app.engine)
  expect(await alarmOf(key)).toMatchObject({
    state: 'firing',
    severity: 'warning',
    events: 1,
    title: '步骤「步骤a」逾期',
  })
  expect(await stepNow(app, id, 'a')).toMatchObject({ lateAt: at('08:20'), missedAt: null })
  await act(app, cast.li, id, 'a', 'start')
  await act(app, cast.li, id, 'a', 'done')
  expect(await alarmOf(key)).toMatchObject({ state: 'resolved' })
})

test('O6: due while the server was down, a step is missed, and may be done before its deadline', async () => {
  const { id } = await beginAt('08:00', step('a', { earliest: mark(-30), deadline: mark(0) }))
  await passTo('08:20')
  app.clock.set(at('08:50'))
  await Promise.all([sweep(app.engine), sweep(app.engine)])
  const missed = await stepNow(app, id, 'a')
  expect(missed).toMatchObject({ state: 'ready', missedAt: at('08:50'), lateAt: null })
  const lines = await app.engine.db.selectFrom('logEntry').select('text').where('subjectId', '=', missed.id).execute()
  expect(lines).toMatchObject([{ text: expect.stringContaining('已错过') }])
  await act(app, cast.li, id, 'a', 'start')
  await act(app, cast.li, id, 'a', 'done')
  expect(await alarmOf(`late:${missed.id}`)).toBeUndefined()
})

test('O6: and after its deadline it is a critical alarm', async () => {
  const { id } = await beginAt('08:00', step('a', { earliest: mark(-30), deadline: mark(-15) }))
  await passTo('08:20')
  await sweepAt('08:50')
  const missed = await stepNow(app, id, 'a')
  expect(missed).toMatchObject({ missedAt: at('08:50'), lateAt: at('08:50') })
  expect(await alarmOf(`late:${missed.id}`)).toMatchObject({
    severity: 'critical',
    title: expect.stringContaining('错过'),
  })
})

test('a run that begins late says so once, not once for each step', async () => {
  const { id } = await beginAt(
    '08:50',
    step('a', { deadline: mark(-40) }),
    step('b', { needs: ['a'], deadline: mark(-30) }),
  )
  await sweepAt('08:51')
  const late = await app.engine.db.selectFrom('runStep').select('id').where('run', '=', id).execute()
  for (const one of late) expect(await alarmOf(`late:${one.id}`)).toBeUndefined()
  expect(await alarmOf(`late-run:${id}`)).toMatchObject({ state: 'firing', title: '开市 开始时已有 2 个步骤逾期' })
  await app.inTx(cast.li, (tx) => tx.act(run, id, 'abort', { abortReason: '演示' }), true)
  expect(await alarmOf(`late-run:${id}`)).toMatchObject({ state: 'resolved' })
})

test('the console knows what is due, late, in progress and missed', async () => {
  day = '2026-12-02'
  app.clock.set(at('08:00'))
  const book = await effectiveRunbook(app, cast, [step('a')], {
    code: 'DUE',
    schedule: 'each-trading-day' as const,
    dueAnchor: mark(-30),
  })
  const li = await app.as(cast.li)
  const stateNow = async (query = '') => {
    const { body } = await li.get(`/api/duty/due${query}`)
    return body.items.find((one: { runbook: { code: string } }) => one.runbook.code === 'DUE')
  }
  expect(await stateNow()).toMatchObject({ state: 'due', dueAt: at('08:30'), run: null })
  app.clock.set(at('08:31'))
  expect(await stateNow()).toMatchObject({ state: 'late', run: null })
  expect(await stateNow('?day=2026-12-01')).toMatchObject({ state: 'missed' })
  // A Saturday has no session, and nothing to be done for it.
  expect(await stateNow('?day=2026-12-05')).toBeUndefined()
  const begun = await begin(app, cast.li, book)
  expect(await stateNow()).toMatchObject({ state: 'in-progress', run: { number: begun.number, settled: 0, total: 1 } })
  await act(app, cast.li, begun.id, 'a', 'start')
  await act(app, cast.li, begun.id, 'a', 'done')
  await app.inTx(cast.li, (tx) => tx.act(run, begun.id, 'finish'), true)
  expect(await stateNow()).toMatchObject({ state: 'finished', run: { settled: 1 } })
})
