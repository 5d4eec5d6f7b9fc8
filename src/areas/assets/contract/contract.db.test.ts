import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { faultsIn } from '../../../testing/faults.ts'
import { makeWorld, type World } from '../../../testing/world.ts'
import { keepContracts } from './server/course.task.ts'

let app: TestApp
let world: World
let engineer: Client
let manager: Client
beforeAll(async () => {
  app = await testApp()
  world = await makeWorld(app)
  ;({ engineer, manager } = world.clients)
})
afterAll(() => app?.close())

const term = { validFrom: '2026-01-01', validTo: '2026-12-31' }

async function inForce(values: object = {}): Promise<string> {
  const supplier = await world.link('supplier')
  const given = { title: '核心交换机维保', supplier, kind: 'maintenance', owner: world.people.engineer.id, ...term }
  const { status, body } = await engineer.post('/api/contracts', { ...given, ...values })
  expect(status, JSON.stringify(body)).toBe(201)
  expect((await manager.post(`/api/contracts/${body.item.id}/begin`)).status).toBe(200)
  return body.item.id
}

const item = async (id: string) => (await manager.get(`/api/contracts/${id}`)).body.item
const codesOf = ({ body }: Answer): string[] => faultsIn(body)
const at = async (now: string) => {
  app.clock.set(now)
  await keepContracts(app.engine, {} as never)
}
const told = async (id: string) =>
  (
    await app.sql<{ verb: string }>(
      "select verb from journal where record_id = $1 and verb like 'clock-%' order by n",
      [id],
    )
  ).map(({ verb }) => verb)

describe('a contract', () => {
  it('is brought into force by a manager, and by when one must decide is counted', async () => {
    const id = await inForce({ noticeDays: 60 })
    expect(await item(id)).toMatchObject({ state: 'in-force', noticeOn: '2026-11-01' })
    expect((await engineer.post(`/api/contracts/${id}/end`, { endedWhy: '不再需要' })).status).toBe(403)
    expect((await manager.post(`/api/contracts/${id}/end`, {})).status).toBe(422)
  })

  it('does not end before it begins', async () => {
    const supplier = await world.link('supplier')
    const given = { title: '反了', supplier, kind: 'line', owner: world.people.engineer.id }
    const answer = await engineer.post('/api/contracts', { ...given, validFrom: '2026-02-01', validTo: '2026-01-01' })
    expect([answer.status, codesOf(answer)]).toEqual([422, ['validTo order']])
  })

  it('tells its amount only to whom money concerns', async () => {
    const id = await inForce({ amount: 128_000 })
    const seen = async (client: Client) => (await client.get(`/api/contracts/${id}`)).body.item.amount
    expect([await seen(manager), await seen(world.clients.operator)]).toEqual([128_000, null])
    expect((await world.clients.business.get(`/api/contracts/${id}`)).status).toBe(404)
  })
})

describe('its end', () => {
  it('is told when one must decide, and so many days before, once each', async () => {
    const id = await inForce({ noticeDays: 20 })
    await at('2026-11-23T16:10:00.000Z')
    await at('2026-11-24T16:10:00.000Z')
    expect(await told(id)).toEqual(['clock-ends-soon'])
    await at('2026-12-10T16:10:00.000Z')
    expect(await told(id)).toEqual(['clock-ends-soon', 'clock-decide'])
    await at('2026-12-24T16:10:00.000Z')
    expect(await told(id)).toEqual(['clock-ends-soon', 'clock-decide', 'clock-ends-soon'])
    const [{ n = 0 } = {}] = await app.sql<{ n: number }>(
      'select count(*)::int as n from watcher where record_id = $1 and person = $2',
      [id, world.people.engineer.id],
    )
    expect(n).toBe(1)
  })

  it('comes by itself on the day after, unless it goes on by itself or in another', async () => {
    app.clock.set('2026-11-24T01:30:00.000Z')
    const ends = await inForce()
    const goesOn = await inForce({ renewMonths: 12 })
    const renewed = await inForce({ code: 'WB-2026-01' })
    const endless = await inForce({ validTo: undefined })
    const next = await engineer.post(`/api/contracts/${renewed}/renew`, {})
    expect(next.status, JSON.stringify(next.body)).toBe(200)
    expect(await item(next.body.id)).toMatchObject({
      state: 'draft',
      follows: renewed,
      code: null,
      validFrom: '2027-01-01',
      validTo: '2027-12-31',
    })
    expect((await manager.post(`/api/contracts/${next.body.id}/begin`)).status).toBe(200)
    await at('2026-12-30T16:10:00.000Z')
    expect((await item(ends)).state).toBe('in-force')
    await at('2026-12-31T16:10:00.000Z')
    expect(await item(ends)).toMatchObject({ state: 'expired' })
    expect(await item(goesOn)).toMatchObject({ state: 'in-force', validTo: '2027-12-31', noticeOn: '2027-12-01' })
    expect(await item(renewed)).toMatchObject({ state: 'renewed' })
    expect(await item(endless)).toMatchObject({ state: 'in-force' })
  })

  it('is renewed once, by two at once too, and not where there is nothing to renew', async () => {
    app.clock.set('2026-11-24T01:30:00.000Z')
    const id = await inForce()
    const answers = await Promise.all([1, 2, 3].map(() => engineer.post(`/api/contracts/${id}/renew`, {})))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const endless = await inForce({ validTo: undefined })
    expect((await engineer.post(`/api/contracts/${endless}/renew`, {})).status).toBe(409)
    expect((await world.clients.operator.post(`/api/contracts/${id}/renew`, {})).status).toBe(403)
  })
})

describe('what runs out', () => {
  it('is shown by its day: contracts, entitlements, warranties by model and month, makers’ support', async () => {
    app.clock.set('2026-11-24T01:30:00.000Z')
    await app.sql("update contract set state = 'ended'")
    const contract = await inForce({ noticeDays: 45, validTo: '2027-02-10' })
    await inForce({ validTo: '2030-01-01' })
    const model = await world.link('asset-model')
    await app.sql("update asset_model set support_until = '2027-03-31' where id = $1", [model])
    for (const warrantyUntil of ['2027-01-10', '2027-01-20', '2027-02-01']) {
      const { asset: record } = { asset: app.engine.registry.get('asset').record }
      const { body } = await engineer.post('/api/assets', { ...(await world.input(record)), model, warrantyUntil })
      expect(body.item.warrantyUntil).toBe(warrantyUntil)
    }
    const { status, body } = await world.clients.operator.get('/api/renewals?months=6')
    expect(status).toBe(200)
    const seen = body.items.map(({ kind, endsOn, decideOn, count }: Record<string, unknown>) => [
      kind,
      endsOn,
      decideOn,
      count,
    ])
    expect(seen).toEqual([
      ['warranty', '2027-01-10', null, 2],
      ['warranty', '2027-02-01', null, 1],
      ['contract', '2027-02-10', '2026-12-27', null],
      ['support', '2027-03-31', null, 3],
    ])
    const [warranty] = body.items
    const list = await engineer.get(`/api/assets?${new URLSearchParams(warranty.search)}`)
    expect(list.body.count.value).toBe(2)
    expect(body.refs[body.items[2].owner]).toMatchObject({ record: 'person' })
    expect(body.items[2].path).toBe(`/contracts/${(await item(contract)).number}`)
  })

  it('is for those who work with it, within bounds', async () => {
    expect((await world.clients.business.get('/api/renewals')).status).toBe(403)
    for (const months of ['0', '37', 'x'])
      expect((await engineer.get(`/api/renewals?months=${months}`)).status).toBe(422)
  })
})

describe('a supplier', () => {
  const register = (values: object) => engineer.post('/api/suppliers', { kind: 'software', ...values })

  it('is one under whatever spelling of a name', async () => {
    expect((await register({ name: '汇讯数据(上海)有限公司' })).status).toBe(201)
    for (const name of ['汇讯数据(上海) 有限公司', '汇讯 数据【上海】有限公司']) {
      const answer = await register({ name })
      expect([answer.status, codesOf(answer)]).toEqual([422, ['name duplicate']])
    }
    const both = await Promise.all(['Orient Data Co.', 'ORIENT DATA CO'].map((name) => register({ name })))
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await register({ name: '汇讯数据(深圳)有限公司' })).status).toBe(201)
  })

  it('has a credit code that checks, or none', async () => {
    const answer = await register({ name: '甲', creditCode: '91100000100003962X' })
    expect([answer.status, codesOf(answer)]).toEqual([422, ['creditCode not-a-code']])
    expect((await register({ name: '乙', creditCode: '91100000100003962T' })).status).toBe(201)
  })
})
