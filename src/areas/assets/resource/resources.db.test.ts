import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { makeWorld, type World } from '../../../testing/world.ts'
import { component } from '../../operations/component/component.record.ts'
import { incident } from '../../service/incident/incident.record.ts'
import { service } from '../../service/service/service.record.ts'
import { asset } from '../asset/asset.record.ts'
import { countResources } from './server/figures.ts'

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
  (await engineer.post('/api/assets', { ...(await world.input(asset)), ...values })).body.item as {
    id: string
    number: string
  }
const repaired = async (id: string, cost: number) => {
  const made = await engineer.post('/api/maintenance-orders', { title: '维修', assets: [id] })
  const at = `/api/maintenance-orders/${made.body.item.id}`
  await engineer.post(`${at}/start`)
  await engineer.post(`${at}/finish`, { outcome: 'working', result: '好了', cost })
}

it('says of every asset what should become of it and why, and shares its cost among the services that stand on it', async () => {
  const carries = await world.make(component)
  const [one, other] = [await world.make(service), await world.make(service)]
  await app.sql("update service set components = $1, state = 'offered' where id = any($2)", [[carries], [one, other]])
  const bad = await register({ components: [carries], cost: 10_000, inServiceOn: '2025-01-01' })
  const good = await register({ cost: 10_000, inServiceOn: '2026-01-01' })
  for (const cost of [1_000, 1_000, 1_500]) await repaired(bad.id, cost)
  await engineer.post('/api/incidents', { title: '重启', component: carries })
  const merged = await world.make(incident)
  await app.sql('update incident set component = $1, duplicate_of = id where id = $2', [carries, merged])

  expect((await engineer.get('/api/resources')).body).toMatchObject({ items: [], at: null })
  await countResources(app.engine, {} as never)
  const { body } = await engineer.get('/api/resources?limit=1')
  expect(body.items).toMatchObject([
    {
      asset: bad.id,
      verdict: 'renew',
      reasons: [{ code: 'many-repairs' }, { code: 'dear' }],
      figures: { repairs: 3, spentYear: 3_500, failures: 1, responseMinutes: 0 },
    },
  ])
  expect(body.counts).toMatchObject({ renew: 1, retire: 0, move: 0 })
  const next = (await engineer.get(`/api/resources?limit=1&after=${body.next}`)).body
  expect(next.items[0].asset).not.toBe(bad.id)
  const kept = (await engineer.get('/api/resources?verdict=keep&order=costYear')).body.items
  expect(kept.map(({ asset: id }: { asset: string }) => id)).toContain(good.id)

  const { items } = (await engineer.get('/api/resources/parts?of=service')).body
  expect(
    items.map(({ id, assets, spentYear }: { id: string; assets: number; spentYear: number }) => [
      id,
      assets,
      spentYear,
    ]),
  ).toEqual([one, other].sort().map((id) => [id, 1, 1_750]))
  for (const of of ['category', 'model', 'department'])
    expect((await engineer.get(`/api/resources/parts?of=${of}`)).body.items.length).toBeGreaterThan(0)
})

it('knows an asset as it is now, and forgets what is gone', async () => {
  const { id } = await register({ cost: 1_200, inServiceOn: '2026-10-01' })
  await countResources(app.engine, {} as never)
  const { body } = await engineer.get(`/api/assets/${id}/standing`)
  expect(body).toMatchObject({ figures: { cost: 1_200, ageMonths: 1 }, judged: { verdict: 'keep', reasons: [] } })
  const kept = () => app.sql('select asset from resource_figure where asset = $1', [id])
  expect(await kept()).toHaveLength(1)
  await engineer.post(`/api/assets/${id}/lose`, { lostHow: '不见了' })
  app.clock.advance(1_000)
  await countResources(app.engine, {} as never)
  expect(await kept()).toEqual([])
  expect((await engineer.get(`/api/assets/${id}/standing`)).body).toEqual({ figures: null, judged: null })
})

it('is for those who count money, and refuses a place that is none', async () => {
  const { business, operator, auditor } = world.clients
  for (const path of ['/api/resources', '/api/resources/parts']) {
    expect((await business.get(path)).status).toBe(403)
    expect((await operator.get(path)).status).toBe(403)
    expect((await auditor.get(path)).status).toBe(200)
  }
  expect((await operator.post('/api/resources/count', {})).status).toBe(403)
  expect((await auditor.post('/api/resources/count', {})).body).toEqual({ queued: true })
  expect((await engineer.get('/api/resources?after=nowhere')).status).toBe(400)
  expect((await engineer.get('/api/resources?verdict=burn')).status).toBe(422)
})
