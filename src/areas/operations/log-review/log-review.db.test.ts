import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { canonical, digestOf } from '../../../platform/write/canonical.ts'
import { seal } from '../../../platform/write/seal.ts'
import type { Refusal } from '../../../record/problem.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { writeLog } from '../log-entry/server/log.ts'
import { alarmsOf, makeComponent } from '../testing/watching.ts'
import { logReview } from './log-review.record.ts'
import { reviewLog } from './server/draw-up.ts'

let app: TestApp
let manager: Client
let operator: Client

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())
beforeEach(async () => {
  await app.renew()
  manager = await app.as(await app.person('manager'))
  operator = await app.as(await app.person('operator'))
})

const draw = () => reviewLog(app.engine, undefined as never)
const reviews = async () => (await manager.get('/api/log-reviews')).body.items
/** What becomes of it: `signed`, or why not. */
const sign = async (id: string, values: object, by = 'manager', isProved = true) =>
  app
    .inTx(await app.person(by), (tx) => tx.act(logReview, id, 'sign', values as never), isProved)
    .then(
      ({ state }) => state,
      (error: Refusal) => error.code,
    )
const conclusions = '专线每晚八点断开,已要求运营商更换光模块。'

/** Two weeks of a firm: a line that fails twice one week and four times the next, and other things once. */
async function twoWeeks() {
  app.clock.set('2026-11-10T02:00:00.000Z')
  const line = await makeComponent(app, '银行专线')
  const disk = await makeComponent(app, '磁盘阵列')
  const person = await app.person('operator')
  const say = (at: string, component: string | null, text: string, kind: 'alarm' | 'note' = 'alarm') => {
    app.clock.set(at)
    return app.inTx(person, (tx) =>
      writeLog(tx, { kind, severity: kind === 'note' ? 'info' : 'warning', text: [text, text], component }),
    )
  }
  for (const day of ['10', '11']) await say(`2026-11-${day}T03:00:00.000Z`, line.id, '专线断')
  for (const day of ['10', '11', '12']) await say(`2026-11-${day}T06:00:00.000Z`, disk.id, '磁盘慢')
  for (const day of ['16', '17', '18', '19']) await say(`2026-11-${day}T12:30:00.000Z`, line.id, '专线断')
  for (const day of ['16', '17', '18']) await say(`2026-11-${day}T06:00:00.000Z`, disk.id, '磁盘慢')
  await say('2026-11-18T02:00:00.000Z', null, '机房温度 22 度', 'note')
  await seal(app.engine)
  app.clock.set('2026-11-24T01:00:00.000Z')
  return { line, disk }
}

describe('a review of the log', () => {
  it('is drawn up once its week is over, shows what recurs and grows first, and leads to the lines', async () => {
    const { line, disk } = await twoWeeks()
    await draw()
    await draw()
    const [review, ...others] = await reviews()
    expect(others).toEqual([])
    expect(review).toMatchObject({ state: 'due', startsOn: '2026-11-16', endsOn: '2026-11-22', lines: 8, late: false })
    const { reviewed } = review
    expect(reviewed.before).toEqual({ from: '2026-11-09', to: '2026-11-15' })
    expect(reviewed.recurring).toEqual([
      { kind: 'alarm', component: { id: line.id, name: '银行专线' }, days: 4, count: 4, before: 2 },
      { kind: 'alarm', component: { id: disk.id, name: '磁盘阵列' }, days: 3, count: 3, before: 3 },
    ])
    // Of the night session: the trading day after, at twenty hours of the firm's clock.
    expect(reviewed.hours).toEqual([
      { hour: 20, count: 4, before: 0 },
      { hour: 14, count: 3, before: 3 },
      { hour: 11, count: 0, before: 2 },
    ])
    expect(reviewed.kinds.find((one: { kind: string }) => one.kind === 'note')).toMatchObject({ count: 1, before: 0 })
    expect(reviewed.seal).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(review.digest).toBe(digestOf(canonical(['2026-11-16', '2026-11-22', reviewed])).toString('hex'))

    const lines = async (query: string) =>
      (await manager.get(`/api/log-reviews/${review.id}/lines?${query}`)).body.items.map(
        (one: { text: string }) => one.text,
      )
    expect(await lines(`component=${line.id}&kind=alarm`)).toEqual(['专线断', '专线断', '专线断', '专线断'])
    expect(await lines('hour=14')).toEqual(['磁盘慢', '磁盘慢', '磁盘慢'])
    expect(await lines(`component=${line.id}&before=true`)).toEqual(['专线断', '专线断'])
    expect(await lines('kind=note')).toEqual(['机房温度 22 度'])
  })

  it('is signed by a manager who says what follows, and then its days say that they were reviewed', async () => {
    await twoWeeks()
    await draw()
    const [{ id, number, digest }] = await reviews()
    const day = async () => (await operator.get('/api/log/day?tradingDay=2026-11-18')).body.review
    expect(await day()).toEqual({ number, state: 'due', by: null, at: null })
    expect(await sign(id, { conclusions }, 'operator')).toBe('not-allowed')
    expect(await sign(id, { conclusions }, 'manager', false)).toBe('wrong-signature')
    expect(await sign(id, {})).toBe('invalid')
    expect(await sign(id, { conclusions })).toBe('signed')
    expect(await day()).toMatchObject({ state: 'signed', at: '2026-11-24T01:00:00.000Z' })
    expect((await operator.get('/api/log/day?tradingDay=2026-11-24')).body.review).toBeNull()
    const { body } = await manager.get(`/api/log-reviews/${id}/signatures`)
    expect(JSON.stringify(body)).toContain(digest)
  })

  it('that nobody signs in time is late and an alarm, until it is signed', async () => {
    await twoWeeks()
    await draw()
    app.clock.set('2026-12-01T01:00:01.000Z')
    await draw()
    await draw()
    const { id, number, late } = (await reviews()).find((one: { startsOn: string }) => one.startsOn === '2026-11-16')
    expect(late).toBe(true)
    const states = async () => (await alarmsOf(app)).map(({ title, state }) => `${title} ${state}`)
    expect(await states()).toEqual([`日志复核 ${number} 逾期未签 firing`])
    expect(await sign(id, { conclusions })).toBe('signed')
    expect(await states()).toEqual([`日志复核 ${number} 逾期未签 resolved`])
  })

  it('goes out as a workbook with its lines, and on paper', async () => {
    await twoWeeks()
    await draw()
    const [{ id }] = await reviews()
    for (const format of ['xlsx', 'pdf']) {
      const { status, headers } = await manager.get(`/api/log-reviews/${id}/${format}?lang=zh`)
      expect([status, headers['content-type']]).toEqual([200, expect.stringMatching(/sheet|pdf/)])
    }
  })

  it('is not signed where the log is no longer what was shown', async () => {
    await twoWeeks()
    await draw()
    const [{ id }] = await reviews()
    expect((await manager.get(`/api/log-reviews/${id}/proof`)).body).toEqual({ stands: true })
    const owner = new pg.Client({ connectionString: app.url })
    await owner.connect()
    await owner.query('alter table log_entry disable trigger all')
    await owner.query(`update log_entry set journal_head = '\\x00' where text = '机房温度 22 度'`)
    await owner.query('alter table log_entry enable trigger all')
    await owner.end()
    expect((await manager.get(`/api/log-reviews/${id}/proof`)).body).toEqual({ stands: false })
    expect(await sign(id, { conclusions })).toBe('guarded')
  })

  it('makes up for weeks when no server ran, and is not made where the firm wants none', async () => {
    await twoWeeks()
    await draw()
    app.clock.set('2026-12-08T01:00:00.000Z')
    await draw()
    expect((await reviews()).map((one: { startsOn: string }) => one.startsOn).sort()).toEqual([
      ...['2026-11-16', '2026-11-23', '2026-11-30'],
    ])
    const admin = await app.as(await app.person('admin'))
    await admin.post('/api/house-settings', { key: 'log-review-weeks', value: '0', reason: '停用' })
    app.clock.set('2026-12-15T01:00:00.000Z')
    await draw()
    expect(await reviews()).toHaveLength(3)
  })
})
