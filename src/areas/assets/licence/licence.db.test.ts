import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '../../../record/actor.ts'
import { type Answer, type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { faultsIn } from '../../../testing/faults.ts'
import { makeWorld, type World } from '../../../testing/world.ts'
import { asset } from '../asset/asset.record.ts'
import { installation } from '../installation/installation.record.ts'
import { software } from '../software/software.record.ts'
import { keepLicences } from './server/keep.task.ts'

let app: TestApp
let world: World
let engineer: Client
beforeAll(async () => {
  app = await testApp()
  world = await makeWorld(app)
  engineer = world.clients.engineer
})
afterAll(() => app?.close())

let n = 0
const made = async (path: string, values: object): Promise<string> => {
  const { status, body } = await engineer.post(`/api/${path}`, values)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.item.id
}
const licensed = (values: object = {}) =>
  made('licences', { name: `绘图软件 ${++n}`, metric: 'seat', owner: world.people.engineer.id, ...values })
const bought = (licence: string, quantity: number, values: object = {}) =>
  made('entitlements', { licence, quantity, validFrom: '2026-01-01', ...values })
const given = (licence: string, values: object) => engineer.post('/api/allocations', { licence, ...values })
const stand = async (licence: string) => {
  const { entitled, used, free, endsOn } = (await engineer.get(`/api/licences/${licence}`)).body.item
  return { entitled, used, free, endsOn }
}
const codesOf = ({ body }: Answer): string[] => faultsIn(body)
const machine = () => world.make(asset)

describe('R11: a licence', () => {
  it('counts what holds today, and shows less than nothing where more is used', async () => {
    const licence = await licensed()
    await bought(licence, 2)
    await bought(licence, 3, { validTo: '2026-11-23' })
    await bought(licence, 5, { validFrom: '2026-12-01' })
    const ends = await bought(licence, 1, { validTo: '2026-12-31' })
    expect(await stand(licence)).toEqual({ entitled: 3, used: 0, free: 3, endsOn: '2026-12-31' })
    for (const device of [await machine(), await machine(), await machine()])
      expect((await given(licence, { asset: device })).status).toBe(201)
    expect((await engineer.post(`/api/entitlements/${ends}/withdraw`)).status).toBe(200)
    expect(await stand(licence)).toEqual({ entitled: 2, used: 3, free: -1, endsOn: null })
    const { body } = await engineer.get('/api/licences?free.to=-1')
    expect(body.items.map(({ id }: { id: string }) => id)).toContain(licence)
  })

  it('gives its last seat to one, whoever asks at once', async () => {
    const licence = await licensed()
    await bought(licence, 1)
    const machines = await Promise.all(Array.from({ length: 12 }, machine))
    const answers = await Promise.all(machines.map((device) => given(licence, { asset: device })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(11).fill(422)])
    for (const answer of answers.filter(({ status }) => status === 422)) expect(codesOf(answer)).toEqual([' none-left'])
    expect(await stand(licence)).toMatchObject({ used: 1, free: 0 })
    const [held] = await app.sql<{ n: number }>(
      "select count(*)::int as n from allocation where licence = $1 and state = 'held'",
      [licence],
    )
    expect(held?.n).toBe(1)
  })

  it('gives a seat again that was given back', async () => {
    const licence = await licensed()
    await bought(licence, 1)
    const [first, second] = [await machine(), await machine()]
    const { id } = (await given(licence, { asset: first })).body.item
    expect((await given(licence, { asset: second })).status).toBe(422)
    expect((await engineer.post(`/api/allocations/${id}/withdraw`)).status).toBe(200)
    expect((await given(licence, { asset: second })).status).toBe(201)
  })

  it('may be over-used where it says so, and its owner hears of it once', async () => {
    const licence = await licensed({ overuse: 'warn' })
    await bought(licence, 1)
    for (const device of [await machine(), await machine(), await machine()]) await given(licence, { asset: device })
    expect(await stand(licence)).toMatchObject({ used: 3, free: -2 })
    const told = await app.sql("select changes from journal where record_id = $1 and verb = 'clock-over-used'", [
      licence,
    ])
    expect(told).toEqual([{ changes: { free: [0, -1] } }])
  })
})

describe('whom it is given to', () => {
  it('fits its metric, once each, and says every fault', async () => {
    const { operator } = world.people
    const users = await licensed({ metric: 'user' })
    const cores = await licensed({ metric: 'core' })
    await bought(users, 10)
    await bought(cores, 64)
    const device = await machine()
    expect((await given(users, { person: operator.id })).status).toBe(201)
    expect(codesOf(await given(users, { person: operator.id }))).toEqual(['person held-already'])
    expect(codesOf(await given(users, { asset: device, quantity: 2 }))).toEqual([
      'person required',
      'asset wrong-holder',
      'quantity one-each',
    ])
    expect((await given(cores, { asset: device, quantity: 48 })).status).toBe(201)
    expect(codesOf(await given(cores, { asset: await machine(), quantity: 17 }))).toEqual([' none-left'])
    expect((await given(cores, { asset: await machine(), quantity: 16 })).status).toBe(201)
    expect(codesOf(await given(cores, { asset: device, quantity: 0 }))).toEqual(['quantity too-small'])
  })

  it('is not given out by whoever may not, and given back by whoever has it', async () => {
    const { business } = world.people
    const licence = await licensed()
    await bought(licence, 1)
    const { id } = (await given(licence, { person: business.id })).body.item
    expect((await world.clients.operator.post('/api/allocations', { licence })).status).toBe(403)
    expect((await world.clients.operator.post(`/api/allocations/${id}/withdraw`)).status).toBe(403)
    expect((await world.clients.business.get(`/api/licences/${licence}/position`)).status).toBe(404)
    expect((await world.clients.business.post(`/api/allocations/${id}/withdraw`)).status).toBe(200)
    expect(await stand(licence)).toMatchObject({ used: 0 })
  })

  it('is no longer, once its machine is disposed of', async () => {
    const licence = await licensed()
    await bought(licence, 1)
    const device = await machine()
    await given(licence, { asset: device })
    await app.sql("update asset set state = 'retired' where id = $1", [device])
    await app.inTx(asSystem('test'), (tx) => tx.act(asset, device, 'dispose'))
    expect(await stand(licence)).toMatchObject({ used: 0, free: 1 })
  })

  it('is still there when it is retired', async () => {
    const licence = await licensed()
    await bought(licence, 1)
    await given(licence, { asset: await machine() })
    expect(codesOf(await engineer.post(`/api/licences/${licence}/retire`))).toEqual([' still-used'])
  })
})

describe('an entitlement', () => {
  it('does not end before it begins, nor is it of nothing', async () => {
    const licence = await licensed()
    const bad = { licence, quantity: 0, validFrom: '2026-02-01', validTo: '2026-01-01' }
    expect((await engineer.post('/api/entitlements', bad)).status).toBe(422)
    expect(codesOf(await engineer.post('/api/entitlements', { ...bad, quantity: 1 }))).toEqual(['validTo order'])
  })

  it('ends by itself in the night, is told before, and the licence is short then', async () => {
    const licence = await licensed()
    await bought(licence, 2, { validTo: '2026-12-01' })
    await given(licence, { asset: await machine() })
    const acts = async () =>
      (
        await app.sql<{ verb: string }>(
          "select verb from journal where record_id = $1 and verb like 'clock-%' order by n",
          [licence],
        )
      ).map(({ verb }) => verb)
    await keepLicences(app.engine, {} as never)
    await keepLicences(app.engine, {} as never)
    expect(await acts()).toEqual(['clock-ends-soon'])
    app.clock.set('2026-12-01T16:15:00.000Z')
    await keepLicences(app.engine, {} as never)
    expect(await acts()).toEqual(['clock-ends-soon', 'clock-over-used'])
    expect(await stand(licence)).toEqual({ entitled: 0, used: 1, free: -1, endsOn: null })
    app.clock.set('2026-11-24T01:30:00.000Z')
  })
})

it('shows its course, and machines that have it installed without', async () => {
  const [covered, by, without] = [await machine(), await machine(), await machine()]
  const { operator, engineer: me } = world.people
  await app.sql('update asset set custodian = $1 where id = $2', [operator.id, by])
  await app.sql('update asset set custodian = $1 where id = $2', [me.id, without])
  const product = await app.inTx(asSystem('test'), async (tx) => {
    const { id } = await tx.create(software, { name: '绘图软件' })
    for (const device of [covered, by, without])
      await tx.create(installation, { asset: device, software: id, reportedAs: '绘图软件 12' })
    return id
  })
  const licence = await licensed({ software: [product] })
  await bought(licence, 5, { validFrom: '2026-06-01', validTo: '2027-05-31' })
  await given(licence, { asset: covered })
  await given(licence, { person: operator.id })
  const { body } = await engineer.get(`/api/licences/${licence}/position`)
  expect(body).toMatchObject({
    today: { date: '2026-11-24', entitled: 5, used: 2 },
    points: [
      { date: '2025-11-24', entitled: 0, used: 0 },
      { date: '2026-06-01', entitled: 5, used: 0 },
      { date: '2026-11-24', entitled: 5, used: 2 },
      { date: '2027-06-01', entitled: 0, used: 2 },
      { date: '2027-11-24', entitled: 0, used: 2 },
    ],
    found: { installed: 3, uncovered: 1, assets: [without] },
  })
})
