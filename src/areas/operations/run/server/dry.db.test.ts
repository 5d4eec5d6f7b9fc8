import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../testing/app.ts'
import { run } from '../run.record.ts'
import { act, begin, type Cast, castOf, effectiveRunbook, script, scripted, step, stepNow } from './stage.testing.ts'
import { sweep } from './sweep.ts'
import { usualOf } from './usual.ts'

let app: TestApp
let cast: Cast

beforeAll(async () => {
  // Whatever is run here ends badly: a dry run that ran it would fail.
  app = await testApp({ programs: script('process.exit(1)') })
  cast = await castOf(app)
}, 60_000)
afterAll(() => app?.close())

test('a dry run is walked through beside the true run, runs nothing, is never late, and counts as no run of its runbook', async () => {
  await scripted(app, 'feed')
  const past = { session: 'day-am', edge: 'start', offsetMinutes: -600 } as const
  const book = await effectiveRunbook(app, cast, [
    step('start', {
      mode: 'command',
      components: ['feed'],
      action: 'start',
      checkerPost: 'duty-checker',
      deadline: past,
    }),
    step('after', { needs: ['start'] }),
  ])
  const real = await begin(app, cast.li, book)
  const walked = await app.inTx(cast.li, (tx) => tx.create(run, { runbook: book.id, dry: true }))
  const row = await app.engine.db.selectFrom('run').selectAll().where('id', '=', walked.id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    title: '模拟执行:开市',
    titleEn: 'Dry run: Opening',
    runbookCode: null,
    tradingDay: real.tradingDay,
  })

  await act(app, cast.li, walked.id, 'start', 'start')
  await act(app, cast.li, walked.id, 'start', 'done')
  // Two people all the same.
  await expect(act(app, cast.both, walked.id, 'after', 'start')).rejects.toMatchObject({
    faults: [{ code: 'waits-for' }],
  })
  await act(app, cast.wang, walked.id, 'start', 'check')
  await act(app, cast.li, walked.id, 'after', 'start')
  await act(app, cast.li, walked.id, 'after', 'done')
  await sweep(app.engine)
  expect(await stepNow(app, walked.id, 'start')).toMatchObject({ state: 'checked', mode: 'hand', lateAt: null })
  const attempts = await app.engine.db.selectFrom('stepAttempt').selectAll().execute()
  expect(attempts).toEqual([])
  await app.inTx(cast.li, (tx) => tx.act(run, walked.id, 'finish'), true)

  expect(await usualOf(app.engine.db, ['OPEN'])).toEqual(new Map())
  const { body } = await (await app.as(cast.li)).get('/api/duty/due')
  expect(body.items.map((one: { run: { number: string } }) => one.run.number)).toEqual([real.number])
  const plan = await (await app.as(cast.li)).get('/api/duty/plan')
  expect(JSON.stringify(plan.body)).not.toContain(walked.number)
})
