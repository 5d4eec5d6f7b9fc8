import { afterAll, beforeAll, expect, it } from 'vitest'
import { asSystem } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { person } from '../../organisation/person/person.record.ts'
import { team } from '../../organisation/team/team.record.ts'

let app: TestApp
/** Two of one team, and one of another. */
let mine: Client
let mate: Client
let stranger: Client
let manager: Client
beforeAll(async () => {
  app = await testApp()
  const people = [await app.person('operator'), await app.person('checker'), await app.person('business')] as const
  await app.inTx(asSystem('test'), async (tx) => {
    const [desk, other] = [
      await tx.create(team, { code: 'desk', name: '值班组' }),
      await tx.create(team, { code: 'other', name: '别组' }),
    ]
    for (const [n, one] of people.entries()) await tx.update(person, one.id, { team: (n < 2 ? desk : other).id })
  })
  ;[mine, mate, stranger] = (await Promise.all(people.map((one) => app.as(one)))) as [Client, Client, Client]
  manager = await app.as(await app.person('manager'))
})
afterAll(() => app?.close())

const query = { filters: { state: 'new', 'createdAt.from': '@week' }, sort: '-priority', columns: ['number', 'title'] }
const seen = async (client: Client, id: string) => (await client.get(`/api/views/${id}`)).status
const seenBy = async (id: string) => Promise.all([mine, mate, stranger, manager].map((client) => seen(client, id)))

it('is one’s own until it is shared with the team, with everyone, and taken back', async () => {
  const made = await mine.post('/api/views', { name: '本周新故障', record: 'incident', query })
  expect(made).toMatchObject({ status: 201, body: { item: { state: 'mine', query } } })
  const { id } = made.body.item
  const say = (client: Client, verb: string) => client.post(`/api/views/${id}/${verb}`)
  expect(await seenBy(id)).toEqual([200, 404, 404, 404])

  expect((await say(mine, 'share-with-team')).status).toBe(200)
  expect(await seenBy(id)).toEqual([200, 200, 404, 404])
  const listed = async (client: Client) =>
    (await client.get('/api/views?record=incident&state.not=closed')).body.items.map((one: { id: string }) => one.id)
  expect([await listed(mate), await listed(stranger)]).toEqual([[id], []])
  // A mate uses it and does not change it.
  expect((await mate.patch(`/api/views/${id}`, { version: 2, name: '别名' })).status).toBe(403)

  expect((await say(mine, 'share-with-all')).body.code).toBe('not-allowed')
  expect((await say(mine, 'keep-to-myself')).body.item).toMatchObject({ state: 'mine', team: null })
  expect(await seenBy(id)).toEqual([200, 404, 404, 404])
})

it('is shared with everyone by managers, who also keep such views in order', async () => {
  const made = await manager.post('/api/views', { name: '一级故障', record: 'incident', query })
  const at = `/api/views/${made.body.item.id}`
  expect((await manager.post(`${at}/share-with-all`)).status).toBe(200)
  expect(await seenBy(made.body.item.id)).toEqual([200, 200, 200, 200])
  expect((await stranger.post(`${at}/close`)).status).toBe(403)
  const admin = await app.as(await app.person('admin'))
  expect((await admin.post(`${at}/close`)).status).toBe(200)
  expect(await seenBy(made.body.item.id)).toEqual([404, 404, 404, 200])
})

it('cannot be shared with a team by whoever has none', async () => {
  const made = await manager.post('/api/views', { name: '独行', record: 'incident', query })
  expect(made.body.item.can['share-with-team']).toMatchObject({ code: 'no-team' })
  const refused = await manager.post(`/api/views/${made.body.item.id}/share-with-team`)
  expect(refused).toMatchObject({ status: 422, body: { code: 'guarded' } })
})

it('keeps nothing that is no query of a list', async () => {
  const refused = await mine.post('/api/views', {
    name: '坏',
    record: 'incident',
    query: { filters: { state: 7 }, x: 1 },
  })
  expect(refused.status).toBe(422)
  expect(refused.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
    'query.filters.state',
    'query.x',
  ])
})
