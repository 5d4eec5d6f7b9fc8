import { afterAll, beforeAll, expect, it } from 'vitest'
import { asSystem, type PersonActor } from '../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../testing/app.ts'
import { sample, sampleArea, sampleLine } from '../../testing/sample.ts'
import { watchersOf } from './watch.ts'

let app: TestApp
let engineer: PersonActor
let business: PersonActor
let reader: Client
beforeAll(async () => {
  app = await testApp({ extra: { area: sampleArea, server: { code: 'samples' } } })
  engineer = await app.person('engineer')
  business = await app.person('business')
  reader = await app.as(business)
})
afterAll(() => app?.close())

const create = (values: object, who: PersonActor | null = engineer) =>
  app.inTx(who ?? asSystem('test'), (tx) => tx.create(sample, { title: '看', ...values }))
const why = async (id: string) =>
  Object.fromEntries((await watchersOf(app.engine.db, sample, id)).map((one) => [one.person, one.why]))

it('watches what one creates, and what one is put into', async () => {
  const { id } = await create({ owner: business.id })
  expect(await why(id)).toEqual({ [engineer.id]: 'created', [business.id]: 'assigned' })
  const other = await create({}, null)
  expect(await why(other.id)).toEqual({})
  await app.inTx(engineer, (tx) => tx.update(sample, other.id, { watchers: [business.id] }))
  expect(await why(other.id)).toEqual({ [business.id]: 'assigned' })
})

it('watches not for a stamp of the system', async () => {
  const { id } = await create({}, null)
  const { openedBy } = await app.inTx(engineer, (tx) => tx.act(sample, id, 'open'))
  expect(openedBy).toBe(engineer.id)
  expect(await why(id)).toEqual({})
})

it('watches not each row that one brought in by the thousand, but what is put into somebody’s hands', async () => {
  const { id } = await create({ owner: business.id }, { ...engineer, via: 'work:import' })
  expect(await why(id)).toEqual({ [business.id]: 'assigned' })
})

it('watches what one has commented on', async () => {
  const { id } = await create({ watchers: [business.id] }, null)
  await app.sql('delete from watcher where record_id = $1', [id])
  await reader.post(`/api/samples/${id}/comments`, { text: '评' })
  expect(await why(id)).toEqual({ [business.id]: 'commented' })
})

it('stays stopped, whatever happens, until one wants to', async () => {
  const { id } = await create({ owner: business.id })
  const at = `/api/samples/${id}/watch`
  expect((await reader.get(at)).body).toMatchObject({ watching: true, why: 'assigned', watchers: 2 })
  expect(await reader.delete(at)).toMatchObject({ status: 200, body: { watching: false, why: null, watchers: 1 } })
  await reader.post(`/api/samples/${id}/comments`, { text: '评' })
  await app.inTx(engineer, (tx) => tx.update(sample, id, { watchers: [business.id] }))
  expect((await reader.get(at)).body).toMatchObject({ watching: false })
  app.clock.advance(1000)
  const again = { watching: true, why: 'self', since: app.clock.now(), watchers: 2 }
  expect((await reader.put(at)).body).toEqual(again)
  app.clock.advance(1000)
  expect((await reader.put(at)).body).toEqual(again)
})

it('may be refused before it ever began', async () => {
  const { id } = await create({}, null)
  const manager = await app.person('manager')
  await (await app.as(manager)).delete(`/api/samples/${id}/watch`)
  await app.inTx(engineer, (tx) => tx.update(sample, id, { owner: manager.id }))
  expect(await why(id)).toEqual({})
})

it('is for records that go on: what is append only has no watchers', async () => {
  const line = await app.inTx(business, (tx) => tx.create(sampleLine, { text: '行' }))
  expect((await reader.get(`/api/sample-lines/${line.id}/watchers`)).body.items).toEqual([])
  expect((await reader.put(`/api/sample-lines/${line.id}/watch`)).status).toBe(404)
})
