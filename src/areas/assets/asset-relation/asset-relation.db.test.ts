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

const relate = (from: string, kind: string, to: string) =>
  world.clients.engineer.post('/api/asset-relations', { from, kind, to })
const codes = ({ body }: { body: { errors?: { code: string }[] } }) => body.errors?.map(({ code }) => code)

it('says each relation once, a connection from either end', async () => {
  const [a, b] = [await world.make(asset), await world.make(asset)]
  const first = await relate(a, 'connects-to', b)
  expect(first.status).toBe(201)
  expect(codes(await relate(b, 'connects-to', a))).toEqual(['duplicate'])
  expect(codes(await relate(a, 'connects-to', a))).toEqual(['itself'])
  const { id } = first.body.item
  await world.clients.engineer.post(`/api/asset-relations/${id}/end`, { version: 1 })
  expect((await relate(b, 'connects-to', a)).status).toBe(201)
  const again = await world.clients.engineer.post(`/api/asset-relations/${id}/restore`, { version: 2 })
  expect([again.status, codes(again)]).toEqual([422, ['duplicate']])
  const tries = await Promise.all(Array.from({ length: 6 }, () => relate(a, 'backed-up-by', b)))
  expect(tries.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(tries.every(({ status }) => [201, 409, 422].includes(status))).toBe(true)
})

it('lets nothing stand on itself, by whatever way and whoever is quicker', async () => {
  const [a, b, c] = [await world.make(asset), await world.make(asset), await world.make(asset)]
  await relate(a, 'runs-on', b)
  await relate(b, 'part-of', c)
  expect(codes(await relate(c, 'runs-on', a))).toEqual(['ring'])
  expect((await relate(c, 'backed-up-by', a)).status).toBe(201)
  const [d, e] = [await world.make(asset), await world.make(asset)]
  const both = await Promise.all([relate(d, 'runs-on', e), relate(e, 'runs-on', d)])
  expect(both.map(({ status }) => status).sort()).toEqual([201, 422])
})
