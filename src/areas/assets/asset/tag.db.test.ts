import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../testing/app.ts'
import { makeWorld, type World } from '../../../testing/world.ts'
import { assetCategory } from '../asset-category/asset-category.record.ts'
import { asset } from './asset.record.ts'
import { nextTags } from './server/tag.ts'

let app: TestApp
let world: World
beforeAll(async () => {
  app = await testApp()
  world = await makeWorld(app)
})
afterAll(() => app?.close())

async function category(tagPrefix: string): Promise<string> {
  const { body } = await world.clients.engineer.post('/api/asset-categories', {
    ...(await world.input(assetCategory)),
    tagPrefix,
  })
  return body.item.id
}

const draw = (of: string, count: number) => app.inTx(world.people.engineer, (tx) => nextTags(tx, of, count))

it('draws each tag once, for two at once as for one after the other', async () => {
  const servers = await category('SRV')
  const drawn = await Promise.all(Array.from({ length: 12 }, () => draw(servers, 3)))
  const numbers = Array.from({ length: 36 }, (_, i) => `SRV-${String(i + 1).padStart(5, '0')}`)
  expect(drawn.flat().sort()).toEqual(numbers)
  expect(await draw(await category('SRV'), 1)).toEqual(['SRV-00037'])
})

it('gives no tag that somebody gave by hand, and goes on after the highest', async () => {
  const switches = await category('NET')
  const input = await world.input(asset)
  for (const tag of ['NET-00002', 'ＮＥＴ-00041', 'NET-old', 'NET-1234567890123'])
    expect((await world.clients.engineer.post('/api/assets', { ...input, tag })).status).toBe(201)
  expect(await draw(switches, 1)).toEqual(['NET-00001'])
  expect(await draw(switches, 2)).toEqual(['NET-00042', 'NET-00043'])
})

it('answers one to whoever registers, and to nobody else', async () => {
  const of = await category('UPS')
  const { engineer, operator } = world.clients
  expect(await engineer.post('/api/assets/next-tag', { category: of })).toMatchObject({
    status: 200,
    body: { tag: 'UPS-00001' },
  })
  expect((await operator.post('/api/assets/next-tag', { category: of })).status).toBe(403)
  const none = await engineer.post('/api/assets/next-tag', { category: '00000000-0000-7000-8000-000000000000' })
  expect([none.status, none.body.errors]).toMatchObject([422, [{ path: 'category', code: 'no-such-record' }]])
  const { status, body } = await engineer.post('/api/assets/next-tag', { category: 'x', count: 3 })
  expect([status, body.errors.length]).toEqual([422, 2])
})
