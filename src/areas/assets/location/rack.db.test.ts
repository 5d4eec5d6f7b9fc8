import { afterAll, beforeAll, expect, it } from 'vitest'
import { Refusal } from '../../../record/problem.ts'
import { type Answer, type TestApp, testApp } from '../../../testing/app.ts'
import { faultsIn } from '../../../testing/faults.ts'
import { makeWorld, type World } from '../../../testing/world.ts'
import { asset } from '../asset/asset.record.ts'
import { assetModel } from '../asset-model/asset-model.record.ts'
import type { PlaceKind } from './place.rules.ts'

let app: TestApp
let world: World
beforeAll(async () => {
  app = await testApp()
  world = await makeWorld(app)
})
afterAll(() => app?.close())

let count = 0
const place = (kind: PlaceKind, parent?: string, more: object = {}) =>
  world.clients.engineer.post('/api/locations', {
    code: `P${++count}`,
    name: `${kind} ${count}`,
    kind,
    parent,
    ...more,
  })

async function rack(height = 10): Promise<string> {
  const site = (await place('site')).body.item.id
  const room = (await place('room', site)).body.item.id
  return (await place('rack', room, { height })).body.item.id
}

async function model(height: number): Promise<string> {
  const input = { ...(await world.input(assetModel)), height }
  return (await world.clients.engineer.post('/api/asset-models', input)).body.item.id
}

async function put(location: string | null, rackUnit: number | null, more: object = {}) {
  const input = { ...(await world.input(asset)), location, rackUnit, ...more }
  return world.clients.engineer.post('/api/assets', input)
}

const codes = ({ body }: Answer) => faultsIn(body)

it('nests places as places nest, and never in a ring', async () => {
  const { engineer } = world.clients
  const site = (await place('site')).body.item
  const room = (await place('room', site.id)).body.item
  expect(codes(await place('rack', site.id))).toEqual(['parent does-not-fit'])
  const inner = (await place('room', room.id)).body.item
  const turn = await engineer.patch(`/api/locations/${room.id}`, { version: 1, parent: inner.id })
  expect([turn.status, codes(turn)]).toEqual([422, ['parent ring']])
  await place('rack', inner.id)
  expect(codes(await engineer.patch(`/api/locations/${inner.id}`, { version: 1, kind: 'desk' }))).toEqual([
    'kind does-not-fit',
  ])
  expect((await engineer.post(`/api/locations/${inner.id}/close`, { version: 1 })).status).toBe(422)
})

it('holds each unit of a rack for one, whoever asks and however many at once', async () => {
  const at = await rack()
  const high = await model(2)
  expect((await put(at, 3, { model: high })).body.item).toMatchObject({ rackUnit: 3, rackUnits: 2 })
  expect(codes(await put(at, 4))).toEqual(['rackUnit taken'])
  expect(codes(await put(at, 10, { model: high }))).toEqual(['rackUnit too-high'])
  expect(codes(await put(null, 4))).toEqual(['rackUnit no-rack'])
  const tries = await Promise.all(Array.from({ length: 6 }, () => put(at, 7)))
  expect(tries.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(tries.every(({ status }) => [201, 409, 422].includes(status))).toBe(true)
})

it('sees many that are put together, also where two change places', async () => {
  const at = await rack()
  const input = await world.input(asset)
  const many = (units: readonly number[]) =>
    app.inTx(world.people.engineer, (tx) =>
      tx.putMany(
        asset,
        units.map((rackUnit) => ({ values: { ...input, tag: `M${++count}`, location: at, rackUnit } })),
      ),
    )
  const [a, b, c] = (await many([1, 2, 2])) as { id: string }[]
  expect([a instanceof Refusal, b instanceof Refusal, c instanceof Refusal]).toEqual([false, true, true])
  const [d] = (await many([5])) as { id: string }[]
  const swapped = await app.inTx(world.people.engineer, (tx) =>
    tx.putMany(asset, [
      { id: (a as { id: string }).id, values: { rackUnit: 5 } },
      { id: (d as { id: string }).id, values: { rackUnit: 1 } },
    ]),
  )
  expect(swapped.some((one) => one instanceof Refusal)).toBe(false)
})

it('lets go of the unit with the rack, and measures again when the model is said to be higher', async () => {
  const { engineer } = world.clients
  const at = await rack()
  const of = await model(1)
  const low = (await put(at, 1, { model: of })).body.item
  const next = (await put(at, 2)).body.item
  const taller = await engineer.patch(`/api/asset-models/${of}`, { version: 1, height: 2 })
  expect([taller.status, codes(taller)]).toEqual([422, ['height taken']])
  const room = (await place('room', (await place('site')).body.item.id)).body.item.id
  const moved = await engineer.patch(`/api/assets/${next.id}`, { version: 1, location: room })
  expect(moved.body.item).toMatchObject({ rackUnit: null, rackUnits: null })
  expect((await engineer.patch(`/api/asset-models/${of}`, { version: 1, height: 2 })).status).toBe(200)
  expect((await engineer.get(`/api/assets/${low.id}`)).body.item).toMatchObject({ rackUnits: 2 })
  expect(codes(await engineer.patch(`/api/locations/${at}`, { version: 1, height: 1 }))).toEqual(['height too-low'])
})
