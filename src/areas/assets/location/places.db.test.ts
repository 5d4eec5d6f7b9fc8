import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../testing/app.ts'
import { makeWorld, type World } from '../../../testing/world.ts'
import { asset } from '../asset/asset.record.ts'

let app: TestApp
let world: World
beforeAll(async () => {
  app = await testApp()
  world = await makeWorld(app)
})
afterAll(() => app?.close())

const place = async (code: string, kind: string, parent?: string) =>
  (
    await world.clients.engineer.post('/api/locations', {
      code,
      name: code,
      kind,
      parent,
      height: kind === 'rack' ? 10 : undefined,
    })
  ).body.item.id as string

const put = async (name: string, location: string, rackUnit?: number) =>
  (await world.clients.engineer.post('/api/assets', { ...(await world.input(asset)), name, location, rackUnit })).body
    .item

it('counts what stands in each place, and shows a room with its racks', async () => {
  const site = await place('site', 'site')
  const room = await place('room', 'room', site)
  const rack = await place('rack', 'rack', room)
  const closed = await place('closed', 'desk', room)
  await world.clients.engineer.post(`/api/locations/${closed}/close`, { version: 1 })
  await put('空调', room)
  await put('服务器', rack, 3)
  await put('托板', rack)
  const gone = await put('丢失', rack, 9)
  await app.sql('update asset set state = $1 where id = $2', ['lost', gone.id])

  const { body: tree } = await world.clients.operator.get('/api/places')
  const counts = tree.items.map(({ code, count }: { code: string; count: number }) => [code, count])
  expect(counts).toEqual([
    ['rack', 2],
    ['room', 1],
    ['site', 0],
  ])

  const { body } = await world.clients.operator.get(`/api/locations/${room}/contents`)
  const names = (all: { name: string }[]) => all.map(({ name }) => name)
  expect([names(body.path), names(body.inside), names(body.items), body.count]).toEqual([
    ...[['site', 'room'], ['rack'], ['空调'], 1],
  ])
  expect(body.racks).toMatchObject([{ name: 'rack', height: 10, items: [{ name: '服务器', unit: 3, units: 1 }] }])

  const inRack = (await world.clients.operator.get(`/api/locations/${rack}/contents`)).body
  expect([names(inRack.items), names(inRack.racks[0].items)]).toEqual([['托板'], ['服务器']])
})

it('shows nobody what they may not read', async () => {
  const { business } = world.clients
  expect((await business.get('/api/places')).status).toBe(403)
  const site = await place('other', 'site')
  await put('别人的', site)
  const mine = await put('我的', site)
  await app.sql('update asset set custodian = $1 where id = $2', [world.people.business.id, mine.id])
  const { body } = await business.get(`/api/locations/${site}/contents`)
  expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['我的'])
  expect((await business.get('/api/locations/00000000-0000-7000-8000-000000000000/contents')).status).toBe(404)
})
