import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../testing/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

describe('an incident from new to closed', () => {
  it('is numbered, worked on, resolved and closed, with a journal entry for each act', async () => {
    const wang = await app.person('engineer')
    const engineer = await app.as(wang)
    const manager = await app.as(await app.person('manager'))

    const made = await engineer.post('/api/incidents', { title: '报单网关无响应', impact: 'high', urgency: 'high' })
    expect(made.status).toBe(201)
    expect(made.body.item).toMatchObject({
      number: 'INC-202611-0001',
      state: 'new',
      priority: 'p1',
      version: 1,
      tradingDay: '2026-11-24',
    })
    const at = `/api/incidents/${made.body.item.id}`

    const assigned = await engineer.post(`${at}/assign`, { assignee: wang.id, version: 1 })
    expect(assigned.body.item).toMatchObject({ state: 'assigned', version: 2 })
    expect(assigned.body.refs[wang.id]).toMatchObject({ label: '工程师' })
    await engineer.post(`${at}/start`)
    const bare = await engineer.post(`${at}/resolve`)
    expect(bare.status).toBe(422)
    expect(bare.body.errors).toEqual([{ path: 'resolution', code: 'required', message: '此项必填。' }])
    const resolved = await engineer.post(`${at}/resolve`, { resolution: '重启网关', cause: '内存耗尽' })
    expect(resolved.body.item.state).toBe('resolved')
    expect((await manager.post(`${at}/close`)).body.item.state).toBe('closed')

    const journal = await manager.get(`${at}/journal`)
    expect(journal.body.items.map((entry: { verb: string }) => entry.verb)).toEqual([
      'close',
      'resolve',
      'start',
      'assign',
      'create',
    ])
  })

  it('refuses with a stable code and changes nothing', async () => {
    const engineer = await app.as(await app.person('engineer'))
    const auditor = await app.as(await app.person('auditor'))
    const business = await app.as(await app.person('business'))
    const made = await engineer.post('/api/incidents', { title: '行情延迟' })
    const at = `/api/incidents/${made.body.item.id}`
    expect(await auditor.post(`${at}/start`)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    expect(await engineer.post(`${at}/resume`)).toMatchObject({ status: 409, body: { code: 'wrong-state' } })
    expect(await engineer.post(`${at}/explode`)).toMatchObject({ status: 404 })
    expect(await business.get(at)).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(await engineer.patch(at, { version: 7, title: '另一个' })).toMatchObject({
      status: 409,
      body: { code: 'stale' },
    })
    expect((await engineer.get(at)).body.item).toMatchObject({ version: 1, title: '行情延迟' })
  })
})
