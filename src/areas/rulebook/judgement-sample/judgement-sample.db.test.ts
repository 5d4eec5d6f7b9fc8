import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { houseSetting } from '../../administration/house-setting/house-setting.record.ts'
import { departments } from '../audit.testing.ts'
import { judgeNow } from '../control/server/service.ts'
import { sampleHourly } from './sample.settings.ts'
import { sampleJudgements } from './server/sample.task.ts'

let app: TestApp
let manager: Client
let made: { id: string; number: string }[]

beforeEach(async () => {
  if (app) await app.renew()
  else app = await testApp()
  const boss = await app.person('manager')
  manager = await app.as(boss)
  made = await departments(app, boss.id, '交易部', '财务部', '无首部')
  await judgeNow(app.engine)
  // So many that of every control in this test all are drawn.
  await app.inTx(await app.person('admin'), (tx) =>
    tx.create(houseSetting, { key: 'judgement-sample-hourly', value: '2000', reason: '测试' } as never),
  )
  await vi.waitFor(() => expect(app.engine.settings.get(sampleHourly)).toBe(2_000))
})
afterAll(() => app?.close())

const sample = () => sampleJudgements(app.engine, {} as never)
const samples = async () => (await manager.get('/api/judgement-samples?sort=day')).body.items
const tamper = (standing: string) =>
  app.sql(`update control_item set standing = $1 where control = 'G-05' and subject = $2`, [standing, made[2]?.id])

it('one a day says how many were judged afresh, and that all agree', async () => {
  await sample()
  const [first] = await samples()
  expect(first).toMatchObject({ state: 'agrees', day: '2026-11-24', differing: 0 })
  expect(first.judged).toBeGreaterThanOrEqual(3)
  app.clock.advance(3_600_000)
  await sample()
  expect(await samples()).toMatchObject([{ judged: first.judged * 2 }])
  app.clock.advance(86_400_000)
  await sample()
  expect((await samples()).map(({ day }: { day: string }) => day)).toEqual(['2026-11-24', '2026-11-25'])
})

it('a verdict that is not what the records say is found, is held against the engine, and has to be explained', async () => {
  await tamper('ok')
  await sample()
  const [one] = await samples()
  expect(one).toMatchObject({
    ...{ state: 'differs', differing: 1 },
    differences: [{ control: 'G-05', number: made[2]?.number, stood: 'ok', is: 'bad' }],
  })
  await judgeNow(app.engine)
  expect((await manager.get('/api/controls/G-15')).body).toMatchObject({ state: 'broken', bad: 1 })
  await manager.post(`/api/judgement-samples/${one.id}/explain`, { explanation: '测试中改动了判定。' })
  await judgeNow(app.engine)
  expect((await manager.get('/api/controls/G-15')).body).toMatchObject({ state: 'kept', ok: 1 })
})

it('what is noted to be judged again anyway is no difference', async () => {
  await tamper('ok')
  await app.sql(`insert into control_touch (control, subject) values ('G-05', $1)`, [made[2]?.id])
  await sample()
  expect(await samples()).toMatchObject([{ state: 'agrees', differing: 0 }])
})
