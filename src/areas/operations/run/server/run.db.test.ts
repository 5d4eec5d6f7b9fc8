import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../testing/app.ts'
import { runStep } from '../../run-step/run-step.record.ts'
import { runbook } from '../../runbook/runbook.record.ts'
import { run } from '../run.record.ts'
import { act, begin, type Cast, castOf, effectiveRunbook, step, stepNow } from './stage.testing.ts'

let app: TestApp
let cast: Cast

beforeAll(async () => {
  app = await testApp()
  cast = await castOf(app)
}, 60_000)
afterAll(() => app?.close())

let count = 0
const code = () => `RB${++count}`

describe('a run', () => {
  test('goes from its first step to a signed report', async () => {
    const book = await effectiveRunbook(
      app,
      cast,
      [
        step('look', { evidence: 'note' }),
        step('sign', { needs: ['look'], checkerPost: 'duty-checker' }),
        step('tell', { needs: ['sign'] }),
      ],
      { code: code() },
    )
    const begun = await begin(app, cast.li, book)
    expect(await stepNow(app, begun.id, 'look')).toMatchObject({ state: 'ready', position: 1 })
    expect(await stepNow(app, begun.id, 'sign')).toMatchObject({ state: 'waiting' })

    await act(app, cast.li, begun.id, 'look', 'start')
    await expect(act(app, cast.li, begun.id, 'look', 'done')).rejects.toMatchObject({
      faults: [{ path: 'note', code: 'note-wanted' }],
    })
    await act(app, cast.li, begun.id, 'look', 'done', { note: '一切正常' })
    expect(await stepNow(app, begun.id, 'sign')).toMatchObject({ state: 'ready' })

    await act(app, cast.li, begun.id, 'sign', 'start')
    await act(app, cast.li, begun.id, 'sign', 'done')
    // Done is not enough where somebody is to check.
    expect(await stepNow(app, begun.id, 'tell')).toMatchObject({ state: 'waiting' })
    await expect(app.inTx(cast.li, (tx) => tx.act(run, begun.id, 'finish'), true)).rejects.toMatchObject({
      faults: [{ code: 'step-open' }, { code: 'step-open' }],
    })
    await act(app, cast.wang, begun.id, 'sign', 'check')
    await act(app, cast.li, begun.id, 'tell', 'start')
    await act(app, cast.li, begun.id, 'tell', 'done')
    await app.inTx(cast.li, (tx) => tx.act(run, begun.id, 'finish'), true)

    const wang = await app.as(cast.wang)
    const { body } = await wang.get(`/api/runs/${begun.id}/report`)
    expect(body).toMatchObject({ matches: true, digest: body.signedDigest })
    expect(body.report.steps[0]).toMatchObject({ key: 'look', note: '一切正常', maker: cast.li.id })
    expect(body.report.steps[1]).toMatchObject({ checker: cast.wang.id, signatures: [{ verb: 'check' }] })
    expect(body.report.signatures).toMatchObject([{ verb: 'finish', person: cast.li.id }])
    expect(body.refs[cast.wang.id]).toMatchObject({ record: 'person' })

    // O11: the report knows when a row was changed behind the product's back.
    await app.engine.db
      .updateTable('runStep')
      .set({ note: '略有异常' })
      .where('run', '=', begun.id)
      .where('key', '=', 'look')
      .execute()
    expect((await wang.get(`/api/runs/${begun.number}/report`)).body).toMatchObject({ matches: false })
  })

  test('starts from an effective edition only, and keeps it', async () => {
    const first = await effectiveRunbook(app, cast, [step('a')], { code: code() })
    const begun = await begin(app, cast.li, first)
    const engineer = await app.as(cast.engineer)
    const made = await engineer.post(`/api/runbooks/${first.id}/new-edition`, {})
    expect(made.body).toMatchObject({ edition: 2 })
    await expect(begin(app, cast.li, made.body)).rejects.toMatchObject({ faults: [{ code: 'not-effective' }] })
    await app.inTx(cast.engineer, (tx) =>
      tx.update(runbook, made.body.id, { steps: [...first.steps, { ...first.steps[0]!, key: 'b', needs: ['a'] }] }),
    )
    await app.inTx(cast.engineer, (tx) => tx.act(runbook, made.body.id, 'submit'))
    await app.inTx(cast.manager, (tx) => tx.act(runbook, made.body.id, 'approve'), true)

    const old = await app.engine.db.selectFrom('runbook').select('state').where('id', '=', first.id).executeTakeFirst()
    expect(old).toEqual({ state: 'superseded' })
    await expect(begin(app, cast.li, first)).rejects.toMatchObject({ faults: [{ code: 'not-effective' }] })
    const steps = await app.engine.db.selectFrom('runStep').select('key').where('run', '=', begun.id).execute()
    expect(steps).toEqual([{ key: 'a' }])
  })

  test('started twice at once is one run, and the other is told where it is', async () => {
    const book = await effectiveRunbook(app, cast, [step('a')], { code: code() })
    const li = await app.as(cast.li)
    const answers = await Promise.all([1, 2].map(() => li.post('/api/runs', { runbook: book.id })))
    const [made, refused] = answers.sort((a, b) => a.status - b.status)
    expect(made).toMatchObject({ status: 201, body: { item: { title: '开市', tradingDay: '2026-11-24' } } })
    expect(refused).toMatchObject({ status: 409, body: { code: 'duplicate', holder: { id: made?.body.item.id } } })
    await app.inTx(cast.li, (tx) => tx.act(run, made?.body.item.id, 'abort', { abortReason: '演示' }), true)
    expect(await li.post('/api/runs', { runbook: book.id })).toMatchObject({ status: 201 })
  })

  test('that was aborted stands still', async () => {
    const book = await effectiveRunbook(app, cast, [step('a')], { code: code() })
    const begun = await begin(app, cast.li, book)
    await app.inTx(cast.li, (tx) => tx.act(run, begun.id, 'abort', { abortReason: '交易所通知' }), true)
    await expect(act(app, cast.li, begun.id, 'a', 'start')).rejects.toMatchObject({ faults: [{ code: 'run-ended' }] })
  })

  test('is written in the operations log, step by step, in both languages and under the person’s name', async () => {
    const book = await effectiveRunbook(app, cast, [step('a')], { code: code() })
    const begun = await begin(app, cast.li, book)
    await act(app, cast.li, begun.id, 'a', 'start')
    const { id } = await stepNow(app, begun.id, 'a')
    const lines = await app.engine.db.selectFrom('logEntry').selectAll().where('subjectId', '=', id).execute()
    expect(lines).toMatchObject([
      { text: '开市 第 1 步「步骤a」:开始', textEn: 'Opening, step 1 “Step a”: started', createdBy: cast.li.id },
    ])
  })
})

describe('O2: order', () => {
  test('a step that waits is refused with the name of what it waits for, in the language asked', async () => {
    const book = await effectiveRunbook(
      app,
      cast,
      [step('front', { title: ['交易前置就绪', 'Trading front ready'] }), step('gateway', { needs: ['front'] })],
      { code: code() },
    )
    const begun = await begin(app, cast.li, book)
    const li = await app.as(cast.li)
    const front = await stepNow(app, begun.id, 'front')
    const gateway = await stepNow(app, begun.id, 'gateway')
    const zh = await li.post(`/api/run-steps/${gateway.id}/start`, {}, { 'accept-language': 'zh' })
    expect(zh).toMatchObject({ status: 422, body: { errors: [{ code: 'waits-for' }] } })
    expect(zh.body.detail).toContain('交易前置就绪')
    expect(zh.body.detail).toContain(front.number)
    const en = await li.post(`/api/run-steps/${gateway.id}/start`, {}, { 'accept-language': 'en' })
    expect(en.body.detail).toContain('Trading front ready')
    expect(en.body.detail).toContain('ready)')

    const { body } = await li.get(`/api/runs/${begun.id}/board`)
    expect(body.steps.map((one: { layer: number }) => one.layer)).toEqual([0, 1])
    expect(body.steps[0]).toMatchObject({ can: { start: true }, blockers: [] })
    expect(body.steps[1].can.start.text[1]).toContain('Trading front ready')
    expect(body.run.can.finish).toMatchObject({ code: 'step-open' })
    expect(body.progress).toEqual({ settled: 0, total: 2 })
  })

  test('it may be overridden with a reason and two people, and the report says so', async () => {
    const book = await effectiveRunbook(app, cast, [step('a'), step('b', { needs: ['a'] })], { code: code() })
    const begun = await begin(app, cast.li, book)
    await act(app, cast.li, begun.id, 'b', 'override', { overrideReason: '前置厂商现场处理' })
    await expect(act(app, cast.li, begun.id, 'b', 'confirm-override')).rejects.toMatchObject({ code: 'not-allowed' })
    await act(app, cast.manager, begun.id, 'b', 'confirm-override')
    await act(app, cast.li, begun.id, 'b', 'start')
    const { body } = await (await app.as(cast.li)).get(`/api/runs/${begun.id}/report`)
    expect(body.report.steps[1]).toMatchObject({
      overrideReason: '前置厂商现场处理',
      overrideAskedBy: cast.li.id,
      overriddenBy: cast.manager.id,
      signatures: [{ verb: 'confirm-override', person: cast.manager.id }],
    })
  })

  test('two steps satisfied at the same moment do not forget what waits for both', async () => {
    const book = await effectiveRunbook(app, cast, [step('a'), step('b'), step('c', { needs: ['a', 'b'] })], {
      code: code(),
    })
    const begun = await begin(app, cast.li, book)
    for (const key of ['a', 'b']) await act(app, cast.li, begun.id, key, 'start')
    await Promise.all(['a', 'b'].map((key) => act(app, cast.li, begun.id, key, 'done')))
    expect(await stepNow(app, begun.id, 'c')).toMatchObject({ state: 'ready' })
  })

  test('a closing does the steps of the opening in reverse', async () => {
    const opening = code()
    await effectiveRunbook(app, cast, [step('a'), step('b', { needs: ['a'], closing: { title: ['停b', 'Stop b'] } })], {
      code: opening,
    })
    const closing = await effectiveRunbook(app, cast, [], {
      code: code(),
      kind: 'closing',
      title: '收市',
      titleEn: 'Closing',
      mirrors: opening,
    })
    const begun = await begin(app, cast.li, closing)
    expect(await stepNow(app, begun.id, 'b')).toMatchObject({ state: 'ready', title: '停b', position: 1 })
    await expect(act(app, cast.li, begun.id, 'a', 'start')).rejects.toMatchObject({ faults: [{ code: 'waits-for' }] })
    await act(app, cast.li, begun.id, 'b', 'start')
    await act(app, cast.li, begun.id, 'b', 'done')
    await act(app, cast.li, begun.id, 'a', 'start')
  })
})

describe('O1: maker is never checker', () => {
  let runId: string
  beforeEach(async () => {
    const book = await effectiveRunbook(app, cast, [step('a', { checkerPost: 'duty-checker' })], { code: code() })
    runId = (await begin(app, cast.both, book)).id
    await act(app, cast.both, runId, 'a', 'start')
    await act(app, cast.both, runId, 'a', 'done')
  })

  test('by API, whatever posts one holds', async () => {
    const { id, version } = await stepNow(app, runId, 'a')
    const client = await app.as(cast.both)
    const answer = await client.post(`/api/run-steps/${id}/check`, {
      version,
      signature: { password: 'a password for tests' },
    })
    expect(answer).toMatchObject({ status: 409, body: { code: 'same-person' } })
    expect(await stepNow(app, runId, 'a')).toMatchObject({ state: 'done', checker: null })
  })

  test('by a second account, which is the same person', async () => {
    const again = await app.engine.directory.actor(app.engine.db, cast.both.id, 'second account')
    await expect(act(app, again!, runId, 'a', 'check')).rejects.toMatchObject({ code: 'same-person' })
  })

  test('by an administrator, who holds no post', async () => {
    const admin = await app.person('admin')
    await expect(act(app, admin, runId, 'a', 'check')).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('by the system, which is nobody', async () => {
    const { id } = await stepNow(app, runId, 'a')
    await expect(app.inTx(cast.both, (tx) => tx.as('import').act(runStep, id, 'check'))).rejects.toMatchObject({
      code: 'same-person',
    })
    await expect(
      app.inTx(cast.both, (tx) => tx.as('import').update(runStep, id, { checker: cast.both.id })),
    ).rejects.toMatchObject({ code: 'same-person' })
  })

  test('by SQL: the database refuses, also for one who only had it in hand before', async () => {
    const sqlTo = (set: Record<string, unknown>) =>
      app.engine.db.updateTable('runStep').set(set).where('run', '=', runId).execute()
    const refused = { code: '23514', constraint: 'run_step_check_two_people' }
    await expect(sqlTo({ state: 'checked', checker: cast.both.id })).rejects.toMatchObject(refused)
    await expect(sqlTo({ state: 'checked' })).rejects.toMatchObject(refused)
    await expect(
      sqlTo({ maker: cast.li.id, hands: [cast.both.id, cast.li.id], checker: cast.both.id }),
    ).rejects.toMatchObject(refused)
    await expect(sqlTo({ maker: null, hands: [], checker: cast.both.id })).rejects.toMatchObject(refused)
    await expect(sqlTo({ state: 'waived' })).rejects.toMatchObject({ constraint: 'run_step_waiver_two_people' })
    await expect(sqlTo({ waiveAskedBy: cast.li.id, waivedBy: cast.li.id })).rejects.toMatchObject({ code: '23514' })
    await expect(sqlTo({ waivedBy: cast.li.id })).rejects.toMatchObject({ code: '23514' })
    await expect(sqlTo({ overrideAskedBy: cast.li.id, overriddenBy: cast.li.id })).rejects.toMatchObject({
      code: '23514',
    })
    await expect(sqlTo({ overriddenBy: cast.li.id })).rejects.toMatchObject({ code: '23514' })
  })

  test('and somebody else may: with a signature', async () => {
    const { id } = await stepNow(app, runId, 'a')
    await expect(app.inTx(cast.wang, (tx) => tx.act(runStep, id, 'check'))).rejects.toMatchObject({
      code: 'wrong-signature',
    })
    await act(app, cast.wang, runId, 'a', 'check')
    expect(await stepNow(app, runId, 'a')).toMatchObject({ state: 'checked', checker: cast.wang.id })
  })

  test('who did it once stays a hand when somebody else does it again', async () => {
    await act(app, cast.wang, runId, 'a', 'reject', { failure: '记录不全' })
    await act(app, cast.li, runId, 'a', 'retry')
    await act(app, cast.li, runId, 'a', 'done')
    await expect(act(app, cast.both, runId, 'a', 'check')).rejects.toMatchObject({ code: 'same-person' })
    await act(app, cast.wang, runId, 'a', 'check')
  })

  test('nor may one check what one handed to somebody else half done', async () => {
    await act(app, cast.wang, runId, 'a', 'reject', { failure: '记录不全' })
    await act(app, cast.both, runId, 'a', 'retry')
    await act(app, cast.li, runId, 'a', 'take-over')
    await expect(act(app, cast.both, runId, 'a', 'done')).rejects.toMatchObject({ code: 'not-allowed' })
    await act(app, cast.li, runId, 'a', 'done')
    expect(await stepNow(app, runId, 'a')).toMatchObject({ maker: cast.li.id })
    await expect(act(app, cast.both, runId, 'a', 'check')).rejects.toMatchObject({ code: 'same-person' })
  })

  test('nor are the two of a waiver one', async () => {
    await act(app, cast.wang, runId, 'a', 'reject', { failure: '记录不全' })
    await act(app, cast.both, runId, 'a', 'waive', { waiveReason: '今日不适用' })
    await expect(act(app, cast.both, runId, 'a', 'confirm-waive')).rejects.toMatchObject({ code: 'same-person' })
    await act(app, cast.wang, runId, 'a', 'confirm-waive')
    expect(await stepNow(app, runId, 'a')).toMatchObject({ state: 'waived', waivedBy: cast.wang.id })
  })
})
