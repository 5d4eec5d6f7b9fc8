import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { asSystem } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { raiseAlarm } from '../alarm/server/raise.ts'
import { makeComponent } from '../testing/watching.ts'

let app: TestApp
let admin: Client
beforeAll(async () => {
  app = await testApp()
  admin = await app.as(await app.person('admin'))
  await app.http.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => app?.close())

/** A wall screen and the token at the end of its address. */
async function hang(name: string) {
  const { item } = (await admin.post('/api/wall-screens', { name, lang: 'en', seconds: 5 })).body
  const made = await admin.post(`/api/wall-screens/${item.id}/make-address`)
  expect(made.body.path).toMatch(/^\/wall#[\w-]{43}$/)
  return { id: item.id as string, token: made.body.path.split('#')[1] as string }
}

const read = (token: string) => app.anyone.get(`/api/wall/${token}`)

/** Follows a wall; `text` grows as the server speaks, `over` once it has ended it. */
async function follow(token: string) {
  const { port } = app.http.server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}/api/wall/${token}/live`)
  const heard = { status: answer.status, text: '', over: false }
  const listen = async () => {
    const decoder = new TextDecoder()
    for await (const chunk of answer.body ?? []) heard.text += decoder.decode(chunk as Uint8Array)
    heard.over = true
  }
  void listen()
  return heard
}

it('shows exactly the wall to whoever has its address, and nothing else', async () => {
  await makeComponent(app, '交易前置', { criticality: 'trading' })
  await app.inTx(asSystem('test'), (tx) =>
    raiseAlarm(tx, { key: 'disk', severity: 'critical', title: ['磁盘将满', 'Disk nearly full'] }),
  )
  const { token } = await hang('East wall')
  const { status, body } = await read(token)
  expect(status).toBe(200)
  expect(Object.keys(body).sort()).toEqual(
    ['alarms', 'alarmsOfDay', 'calendar', 'components', 'day', 'due', 'now', 'positions', 'runs', 'screen'].sort(),
  )
  expect(body.screen).toEqual({ name: 'East wall', lang: 'en', seconds: 5 })
  expect(body.alarms).toMatchObject({ open: 1, firing: 1, items: [{ titleEn: 'Disk nearly full', component: null }] })
  expect(body.components).toMatchObject([{ name: '交易前置', criticality: 'trading', health: 'unknown' }])

  // It signs nobody in.
  for (const path of ['/api/alarms', '/api/components/map', '/api/stream', '/api/wall-screens'])
    expect((await app.anyone.get(path, { authorization: `Bearer ${token}` })).status, path).toBe(401)
  const [kept] = await app.sql<{ value: string }>("select value from secret where record = 'wall-screen'")
  expect(kept?.value).toMatch(/^[0-9a-f]{64}$/)
})

it('is an administrator’s to make, list and revoke', async () => {
  const manager = await app.as(await app.person('manager'))
  expect((await manager.post('/api/wall-screens', { name: '别人的' })).status).toBe(403)
  const { id } = await hang('West wall')
  expect((await manager.get(`/api/wall-screens/${id}`)).status).toBe(404)
  expect((await manager.post(`/api/wall-screens/${id}/make-address`)).status).toBe(404)
  expect((await read('x'.repeat(43))).status).toBe(404)
})

it('tells of changes as they happen, and ends when the address is changed or revoked', async () => {
  const { id, token } = await hang('Live wall')
  const heard = await follow(token)
  expect(heard.status).toBe(200)
  await vi.waitFor(() => expect(heard.text).toContain('event: hello'))
  await makeComponent(app, '行情网关')
  await vi.waitFor(() => expect(heard.text).toContain('event: change'))

  const again = (await admin.post(`/api/wall-screens/${id}/make-address`)).body.path.split('#')[1]
  await vi.waitFor(() => expect(heard.over).toBe(true), { timeout: 3_000 })
  expect((await read(token)).status).toBe(404)
  const renewed = await follow(again)
  expect((await admin.post(`/api/wall-screens/${id}/revoke`)).status).toBe(200)
  await vi.waitFor(() => expect(renewed.over).toBe(true), { timeout: 3_000 })
  expect((await follow(again)).status).toBe(404)
  expect((await read(again)).status).toBe(404)
})
