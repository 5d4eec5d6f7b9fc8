import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../testing/app.ts'
import { makeWorld, type World } from '../../../testing/world.ts'
import { asset } from './asset.record.ts'

let app: TestApp
let world: World
beforeAll(async () => {
  app = await testApp()
  world = await makeWorld(app)
})
afterAll(() => app?.close())

it('starts where it is when it is registered, and in use where nobody says', async () => {
  const { engineer } = world.clients
  for (const registeredAs of ['ordered', 'in-stock', 'in-use', undefined]) {
    const { body } = await engineer.post('/api/assets', { ...(await world.input(asset)), registeredAs })
    expect(body.item).toMatchObject({ state: registeredAs ?? 'in-use', version: 1 })
  }
  const { status, body } = await engineer.post('/api/assets', {
    ...(await world.input(asset)),
    registeredAs: 'disposed',
  })
  expect([status, body.errors]).toMatchObject([422, [{ path: 'registeredAs', code: 'not-a-choice' }]])
})

it('comes into service on the day on which it is first given out, as the firm counts days', async () => {
  const { engineer } = world.clients
  const now = app.clock.now()
  const { item } = (await engineer.post('/api/assets', { ...(await world.input(asset)), registeredAs: 'in-stock' }))
    .body
  app.clock.set('2026-11-24T16:30:00.000Z')
  const issue = () => engineer.post(`/api/assets/${item.id}/issue`)
  expect((await issue()).body.item.inServiceOn).toBe('2026-11-25')
  await engineer.post(`/api/assets/${item.id}/take-back`)
  app.clock.set('2026-11-30T01:00:00.000Z')
  expect((await issue()).body.item.inServiceOn).toBe('2026-11-25')
  app.clock.set(now)
})

it('gives one tag once, in whatever form it is written, and never that of what is gone (R1)', async () => {
  const { engineer } = world.clients
  const input = await world.input(asset)
  const forms = ['００１２', '0012 ', '0012', ' ００12']
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => engineer.post('/api/assets', { ...input, tag: forms[n % forms.length] })),
  )
  const made = answers.filter(({ status }) => status === 201)
  const refused = answers.filter(({ status }) => status === 409)
  expect([made.length, refused.length]).toEqual([1, 19])
  const item = made[0]?.body.item
  expect(item.tag).toBe('0012')
  for (const { body } of refused) expect(JSON.stringify(body)).toContain(item.id)

  await app.sql('update asset set state = $1 where id = $2', ['disposed', item.id])
  expect((await engineer.post('/api/assets', { ...input, tag: '0012' })).status).toBe(409)
})
