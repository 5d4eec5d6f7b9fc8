import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { makeSource } from '../testing/sources.ts'
import { alarmsOf } from '../testing/watching.ts'

let app: TestApp
let engineer: Client

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())
beforeEach(async () => {
  await app.renew()
  engineer = await app.as(await app.person('engineer'))
})

describe('JSON of any shape', () => {
  const settings = {
    is: 'json',
    list: 'items',
    key: '{host}/{check}',
    title: '{text}',
    severity: '{level}',
    state: '{state}',
  }
  const item = (values: object = {}) => ({
    host: 'h1',
    check: 'tape',
    text: '磁带机离线',
    level: 'fatal',
    state: 'bad',
    ...values,
  })

  it('becomes alarms by the mapping, counted while they stand', async () => {
    const { token } = await makeSource(engineer, { settings })
    const send = (...items: object[]) => app.anyone.post(`/api/intake/json/${token}`, { items })
    await send(item(), item({ host: 'h2' }))
    await send(item())
    await send(item({ state: 'OK' }))
    expect(await alarmsOf(app)).toMatchObject([
      { title: '磁带机离线', severity: 'critical', state: 'resolved', events: 2 },
      { state: 'firing', events: 1 },
    ])
    await send(item())
    expect(await alarmsOf(app)).toHaveLength(3)
  })

  it('is refused whole where the mapping finds something missing', async () => {
    const { id, token } = await makeSource(engineer, { settings })
    const answer = await app.anyone.post(`/api/intake/json/${token}`, { items: [item(), { host: 'h2' }] })
    expect([answer.status, answer.body.errors.map(({ path }: { path: string }) => path)]).toEqual([
      422,
      ['items.1.check', 'items.1.text'],
    ])
    expect(await alarmsOf(app)).toEqual([])
    const preview = await engineer.post(`/api/event-sources/${id}/preview`, { content: '{"items":[{"host":"h2"}]}' })
    expect(preview.body.errors).toHaveLength(2)
  })

  it('is taken at the address of its own kind alone', async () => {
    const { token } = await makeSource(engineer, { settings })
    expect((await app.anyone.post(`/api/intake/alertmanager/${token}`, { items: [item()] })).status).toBe(401)
  })
})
