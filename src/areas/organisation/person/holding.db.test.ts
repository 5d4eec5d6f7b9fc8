import { afterAll, beforeAll, expect, it } from 'vitest'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { makeWorld, type World } from '../../../testing/world.ts'
import { allocation } from '../../assets/allocation/allocation.record.ts'
import { asset } from '../../assets/asset/asset.record.ts'
import { person } from './person.record.ts'

let app: TestApp
let world: World
let admin: Client
let engineer: Client
let manager: Client
beforeAll(async () => {
  app = await testApp()
  world = await makeWorld(app)
  ;({ admin, engineer, manager } = world.clients)
})
afterAll(() => app?.close())

let count = 0
/** Somebody who has a laptop, answers for a server, works on an incident and uses a seat of a licence. */
async function busy(): Promise<PersonActor> {
  const who = await app.person('business', `leaver-${++count}`)
  const own = async (values: object) => engineer.post('/api/assets', { ...(await world.input(asset)), ...values })
  await own({ custodian: who.id })
  await own({ owner: who.id })
  const made = await world.clients.operator.post('/api/incidents', { title: '打印机卡纸' })
  await world.clients.operator.post(`/api/incidents/${made.body.item.id}/assign`, { assignee: who.id })
  const seat = { ...(await world.input(allocation)), person: who.id }
  expect((await engineer.post('/api/allocations', seat)).status).toBe(201)
  return who
}
const groupsOf = async (client: Client, { id }: PersonActor) =>
  (await client.get(`/api/people/${id}/holdings`)).body.groups.map(
    (one: { record: string; field: string; count: number; back: string | null }) =>
      `${one.record} ${one.field} ${one.count} ${one.back ?? '-'}`,
  )

it('nobody leaves while something is in their hands: it goes to somebody else or back, in one press', async () => {
  const who = await busy()
  const at = `/api/people/${who.id}`
  expect(await groupsOf(admin, who)).toEqual([
    'incident assignee 1 -',
    'asset owner 1 -',
    'asset custodian 1 take-back',
    'allocation person 1 withdraw',
  ])
  const refused = await admin.post(`${at}/leave`)
  expect([refused.status, refused.body.errors.map(({ code }: { code: string }) => code)]).toEqual([
    422,
    Array(4).fill('still-held'),
  ])
  // An administrator keeps no assets: what their rights do not reach stays, and is told.
  const partly = await admin.post(`${at}/hand-over`, { to: world.people.manager.id })
  expect(partly.body).toMatchObject({
    done: 0,
    refused: [{ record: 'incident' }, { record: 'asset' }, { record: 'asset' }],
  })
  const back = await manager.post(`${at}/hand-over`, {})
  expect(back.body).toEqual({ done: 2, refused: [] })
  const over = await manager.post(`${at}/hand-over`, { to: world.people.engineer.id, record: 'asset', field: 'owner' })
  expect(over.body).toEqual({ done: 1, refused: [] })
  expect(await groupsOf(admin, who)).toEqual(['incident assignee 1 -'])
  await manager.post(`${at}/hand-over`, { to: world.people.engineer.id })
  expect((await admin.post(`${at}/leave`)).body.item.state).toBe('left')
})

it('the directory is not held up, and what it left behind is seen to afterwards', async () => {
  const who = await busy()
  await app.inTx(asSystem('directory-sync'), (tx) => tx.act(person, who.id, 'leave'))
  const { items } = (await manager.get('/api/leavers')).body
  expect(items.find(({ id }: { id: string }) => id === who.id).open.length).toBeGreaterThan(2)
  await manager.post(`/api/people/${who.id}/hand-over`, {})
  await manager.post(`/api/people/${who.id}/hand-over`, { to: world.people.engineer.id })
  expect(await groupsOf(manager, who)).toEqual([])
})

it('goes to somebody who is here, by somebody who may', async () => {
  const who = await busy()
  const at = `/api/people/${who.id}/hand-over`
  expect((await manager.post(at, { to: who.id })).body.errors).toMatchObject([{ path: 'to', code: 'not-here' }])
  expect((await manager.post(at, { to: '00000000-0000-4000-8000-000000000000' })).status).toBe(404)
  expect((await world.clients.business.post(at, {})).status).toBe(403)
  expect((await world.clients.operator.get(`/api/people/${who.id}/holdings`)).status).toBe(403)
})
