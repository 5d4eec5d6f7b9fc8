import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { makeWorld, type World } from '../../../testing/world.ts'
import { asset } from '../asset/asset.record.ts'
import { keepMaintenance } from '../maintenance-plan/server/plan.task.ts'

let app: TestApp
let world: World
let engineer: Client
beforeAll(async () => {
  app = await testApp()
  world = await makeWorld(app)
  ;({ engineer } = world.clients)
})
afterAll(() => app?.close())

const register = async (values: object = {}) =>
  (await engineer.post('/api/assets', { ...(await world.input(asset)), ...values })).body.item.id as string
const report = async (values: object) => {
  const { status, body } = await engineer.post('/api/maintenance-orders', { title: '报修', ...values })
  expect([status, body.errors]).toEqual([201, undefined])
  return `/api/maintenance-orders/${body.item.id}`
}
const item = async (at: string) => (await engineer.get(at)).body.item
const stateOf = async (id: string) => (await item(`/api/assets/${id}`)).state
const done = { outcome: 'working', result: '更换电源模块' }
const nightly = () => keepMaintenance(app.engine, {} as never)

describe('a repair', () => {
  it('takes its assets out of use and gives each back to where it was, and says how soon somebody came', async () => {
    const [used, spare] = [await register(), await register({ registeredAs: 'in-stock' })]
    const at = await report({ assets: [used, spare] })
    expect(await item(at)).toMatchObject({ state: 'due', dueOn: '2026-11-24', reportedAt: app.clock.now() })
    app.clock.advance(95 * 60_000)
    await engineer.post(`${at}/start`)
    expect([await stateOf(used), await stateOf(spare)]).toEqual(['in-repair', 'in-repair'])
    app.clock.advance(60 * 60_000)
    const finished = await engineer.post(`${at}/finish`, { ...done, cost: 800 })
    expect(finished.body.item).toMatchObject({ state: 'done', responseMinutes: 95, downMinutes: 155, cost: 800 })
    expect([await stateOf(used), await stateOf(spare)]).toEqual(['in-use', 'in-stock'])
  })

  it('leaves what is beyond repair where it is, and what was out by hand before it is taken as found', async () => {
    const id = await register()
    await engineer.post(`/api/assets/${id}/repair`)
    const at = await report({ assets: [id] })
    await engineer.post(`${at}/start`)
    await engineer.post(`${at}/finish`, { outcome: 'beyond-repair', result: '主板烧毁,无备件' })
    expect(await stateOf(id)).toBe('in-repair')
    const { body } = await engineer.get(`/api/assets/${id}/standing`)
    expect(body.judged).toMatchObject({ verdict: 'retire', reasons: [{ code: 'beyond-repair' }] })
  })

  it('has one of them in hand at a time, takes nothing that is gone, and no times out of order', async () => {
    const id = await register()
    const [one, other] = [await report({ assets: [id] }), await report({ assets: [id] })]
    const started = await Promise.all([one, other].map((at) => engineer.post(`${at}/start`)))
    expect(started.map(({ status }) => status).sort()).toEqual([200, 422])
    const gone = await register()
    const late = await report({ assets: [gone] })
    await engineer.post(`/api/assets/${gone}/retire`)
    expect((await engineer.post(`${late}/start`)).body.errors).toMatchObject([{ code: 'not-repairable' }])
    const before = { respondedAt: '2020-01-01T00:00:00.000Z' }
    expect((await engineer.post(`${late}/start`, before)).body.errors[0]).toMatchObject({
      path: 'respondedAt',
      code: 'out-of-order',
    })
    expect((await engineer.post('/api/maintenance-orders', { title: 't', assets: [] })).status).toBe(422)
  })

  it('is reported by those at the desk, seen by staff, and its cost by those who count money', async () => {
    const { operator, business } = world.clients
    const id = await register()
    const { body, status } = await operator.post('/api/maintenance-orders', { title: '风扇异响', assets: [id] })
    expect(status).toBe(201)
    expect((await operator.post(`/api/maintenance-orders/${body.item.id}/start`)).status).toBe(403)
    expect((await business.get(`/api/maintenance-orders/${body.item.id}`)).status).toBe(404)
    expect((await business.get('/api/upkeep')).status).toBe(403)
    expect((await operator.get('/api/resources')).status).toBe(403)
  })
})

describe('a maintenance plan', () => {
  const plan = async (values: object) => {
    const given = { name: 'UPS 季度巡检', everyMonths: 3, startsOn: '2026-12-05', owner: world.people.engineer.id }
    const { body, status } = await engineer.post('/api/maintenance-plans', { ...given, ...values })
    expect([status, body.errors]).toEqual([201, undefined])
    return `/api/maintenance-plans/${body.item.id}`
  }
  const ordersOf = async (at: string) =>
    (await engineer.get(`/api/maintenance-orders?plan=${at.slice(-36)}&sort=dueOn`)).body.items

  it('makes its order days ahead, once, which falls due and is told of once when it is late', async () => {
    const id = await register()
    const at = await plan({ assets: [id], leadDays: 14 })
    expect(await item(at)).toMatchObject({ nextOn: '2026-12-05' })
    await Promise.all([nightly(), nightly()])
    const [order, ...others] = await ordersOf(at)
    expect([order.state, order.dueOn, order.owner, others.length]).toEqual([
      ...['planned', '2026-12-05', world.people.engineer.id],
      0,
    ])
    expect((await item(at)).nextOn).toBe('2027-03-05')
    app.clock.advance(12 * 86_400_000)
    await nightly()
    await nightly()
    const on = `/api/maintenance-orders/${order.id}`
    expect((await item(on)).state).toBe('due')
    const verbs = (await engineer.get(`${on}/journal`)).body.items.map(({ verb }: { verb: string }) => verb)
    expect(verbs).toEqual(['clock-late', 'fall-due', 'create'])
    const { body } = await engineer.get('/api/upkeep?days=30')
    expect(body.orders.filter((one: { id: string }) => one.id === order.id)).toMatchObject([{ dueOn: '2026-12-05' }])
    await engineer.post(`${on}/skip`, { skipReason: '机房停电检修,顺延' })
    expect((await item(on)).state).toBe('skipped')
  })

  it('is of a category as it then is, stands still while it is paused, and asks for something to maintain', async () => {
    const category = await world.link('asset-category')
    const at = await plan({ category, startsOn: app.clock.now().slice(0, 10) })
    await nightly()
    const [order] = await ordersOf(at)
    expect(order.assets.length).toBeGreaterThan(2)
    await engineer.post(`${at}/pause`)
    app.clock.advance(100 * 86_400_000)
    await nightly()
    expect(await ordersOf(at)).toHaveLength(1)
    await engineer.post(`${at}/resume`)
    expect((await item(at)).nextOn > app.clock.now().slice(0, 10)).toBe(true)
    const none = { name: 'x', startsOn: '2026-12-05', owner: world.people.engineer.id }
    expect((await engineer.post('/api/maintenance-plans', none)).body.errors).toMatchObject([{ path: 'assets' }])
  })
})
