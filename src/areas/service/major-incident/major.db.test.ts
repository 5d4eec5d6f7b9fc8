import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../testing/app.ts'
import { serviceServer } from '../service.server.ts'

let app: TestApp
let chen: PersonActor
let engineer: Client
let operator: Client
let manager: Client
let checker: Client
let business: Client

beforeAll(async () => {
  app = await testApp()
  chen = await app.person('engineer')
  engineer = await app.as(chen)
  operator = await app.as(await app.person('operator'))
  manager = await app.as(await app.person('manager'))
  checker = await app.as(await app.person('checker'))
  business = await app.as(await app.person('business'))
})
afterAll(() => app?.close())

const minutes = (n: number) => app.clock.advance(n * 60_000)
const look = () => serviceServer.tasks?.['watch-major-incidents']?.(app.engine, {} as never)
const sign = { signature: { password: testPassword } }

async function declared(title: string, values: object = {}) {
  const { item: incident } = (await operator.post('/api/incidents', { title, affectsTrading: true })).body
  const { body } = await engineer.post(`/api/incidents/${incident.id}/declare-major`, { title, ...values })
  return { incident, id: body.id as string, at: `/api/major-incidents/${body.id}` }
}
const row = async (at: string) => (await engineer.get(at)).body.item
const told = async (at: string) =>
  (await engineer.get(`${at}/journal`)).body.items
    .map(({ verb }: { verb: string }) => verb)
    .filter((verb: string) => verb.startsWith('clock-'))

describe('a major incident', () => {
  it('is declared once, told at intervals, and everybody reads what is disturbed', async () => {
    const { at, id, incident } = await declared('报单中断')
    expect(await row(at)).toMatchObject({
      state: 'declared',
      commander: chen.id,
      nextUpdateAt: '2026-11-24T02:00:00.000Z',
    })
    expect((await operator.post(`/api/incidents/${incident.id}/declare-major`, {})).status).toBe(409)
    minutes(25)
    await look()
    await look()
    expect(await told(at)).toEqual(['clock-update-due'])
    minutes(5)
    await look()
    expect(await told(at)).toEqual(['clock-update-late', 'clock-update-due'])
    const said = { major: id, text: '报单通道中断,正在切换备线。', textEn: 'Orders are down; we are switching lines.' }
    expect((await business.post('/api/incident-updates', said)).status).toBe(403)
    await engineer.post('/api/incident-updates', said)
    await engineer.post('/api/incident-updates', { major: id, text: '怀疑专线设备。', audience: 'it' })
    expect(await row(at)).toMatchObject({ nextUpdateAt: '2026-11-24T02:30:00.000Z' })
    const { body: status } = await business.get('/api/status')
    expect(status.items).toMatchObject([
      {
        title: '报单中断',
        state: 'declared',
        nextUpdateAt: '2026-11-24T02:30:00.000Z',
        updates: [{ text: said.text }],
      },
    ])
    expect(JSON.stringify(status)).not.toContain('专线')
    expect((await business.get(at)).status).toBe(404)
  })

  it('writes its own timeline from the journals, without private notes', async () => {
    const { at, id, incident } = await declared('清算失败')
    await engineer.post(`/api/incidents/${incident.id}/comments`, { text: '正在查日志' })
    await engineer.post(`/api/incidents/${incident.id}/comments`, { text: '口令在保险柜', private: true })
    await engineer.post('/api/incident-updates', { major: id, text: '清算推迟' })
    await engineer.post(`${at}/mitigate`)
    const { body } = await manager.get(`${at}/timeline`)
    expect(body.items.map(({ record, verb }: { record: string; verb: string }) => `${record} ${verb}`)).toEqual([
      'incident create',
      'major-incident create',
      'incident comment',
      'incident-update create',
      'major-incident mitigate',
    ])
    expect(JSON.stringify(body)).not.toContain('保险柜')
    expect(body.items[2]).toMatchObject({ text: '正在查日志', number: incident.number })
  })

  it('is reviewed only with its review agreed by two who did not write it, and its actions are verified by another', async () => {
    const { at, id } = await declared('行情停止')
    const words = { happened: '经过', causes: '原因', wentWell: '切换快', toImprove: '监控' }
    const { item: review } = (await engineer.post('/api/reviews', { title: '行情停止复盘', major: id, ...words })).body
    const on = `/api/reviews/${review.id}`
    const { version } = (await engineer.post(`${on}/submit`)).body.item
    expect((await engineer.post(`${on}/agree`, { version, ...sign })).body.code).toBe('same-person')
    const first = (await manager.post(`${on}/agree`, { version, ...sign })).body.item
    expect((await manager.post(`${on}/agree-too`, { version: first.version, ...sign })).body.code).toBe('same-person')
    await engineer.post(`${at}/end`)
    expect((await row(at)).state).toBe('ended')
    expect((await manager.post(`${at}/conclude`)).status).toBe(403)
    await checker.post(`${on}/agree-too`, { version: first.version, ...sign })
    expect((await row(at)).state).toBe('reviewed')

    const given = { title: '增加行情心跳探测', owner: chen.id, due: '2026-12-10', review: review.id }
    const { item: action } = (await manager.post('/api/actions', given)).body
    await engineer.post(`/api/actions/${action.id}/finish`, { outcome: '已增加' })
    expect((await engineer.post(`/api/actions/${action.id}/verify`)).body.code).toBe('same-person')
    expect((await checker.post(`/api/actions/${action.id}/verify`)).body.item.state).toBe('verified')
  })
})

describe('the clocks of regulators', () => {
  it('run for the rules that apply, warn, are late, and end when the report is noted; unverified ones say so', async () => {
    const rule = { authority: '监管局', what: '事件简报', document: '管理办法', validFrom: '2026-01-01' }
    const make = async (values: object) =>
      (await manager.post('/api/reporting-rules', { ...rule, ...values })).body.item
    const hours = await make({ gravity: 'larger', minutes: 240 })
    const short = await make({ gravity: 'severe', minutes: 60 })
    expect((await operator.post('/api/reporting-rules', { ...rule, gravity: 'larger', minutes: 1 })).status).toBe(403)
    const { at } = await declared('交易系统停机', { gravity: 'larger', interval: 1_440 })
    const duties = async () => (await engineer.get(`${at}/reporting`)).body.items
    const { startedAt } = await row(at)
    const dueAt = new Date(Date.parse(startedAt) + 240 * 60_000).toISOString()
    expect(await duties()).toMatchObject([{ id: hours.id, verified: false, dueAt, reported: null }])
    expect(
      (await manager.post(`/api/reporting-rules/${hours.id}/verify`, { version: 1, verifiedHow: '核对', ...sign })).body
        .code,
    ).toBe('same-person')
    const auditor = await app.as(await app.person('auditor'))
    await auditor.post(`/api/reporting-rules/${hours.id}/verify`, {
      version: 1,
      verifiedHow: '与原文第四条一致',
      ...sign,
    })
    expect((await duties())[0].verified).toBe(true)
    minutes(180)
    await look()
    minutes(60)
    await look()
    await look()
    expect(await told(at)).toEqual(['clock-report-late', 'clock-report-due'])
    expect((await engineer.post(`${at}/reported`, { rule: short.id, how: '电话' })).status).toBe(422)
    await engineer.post(`${at}/reported`, { rule: hours.id, how: '电话 12387,工号 3021 受理' })
    const course = (await engineer.get(`${at}/timeline`)).body.items
    expect(course.at(-1)).toMatchObject({ verb: 'reported', text: '电话 12387,工号 3021 受理' })
    expect(await duties()).toMatchObject([{ reported: { by: chen.id, how: '电话 12387,工号 3021 受理' } }])
  })
})
