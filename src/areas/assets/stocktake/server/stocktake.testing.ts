import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { asSystem, type PersonActor } from '../../../../record/actor.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../../testing/app.ts'
import { asset } from '../../asset/asset.record.ts'
import { assetCategory } from '../../asset-category/asset-category.record.ts'
import { location } from '../../location/location.record.ts'

export let app: TestApp
export let lead: Client
export let counter: Client
export let second: Client
export let approver: Client
export let people: Record<'engineer' | 'operator' | 'checker' | 'manager', PersonActor>
export const places: Record<'site' | 'room' | 'rack' | 'store', string> = { site: '', room: '', rack: '', store: '' }
export let category = ''
export let software = ''

/** A firm with a room, a rack in it and a store, and five assets for each test; the engineer leads, the operator and the checker count. */
export function useFirm(): void {
  beforeAll(async () => {
    app = await testApp()
    people = {
      engineer: await app.person('engineer'),
      operator: await app.person('operator'),
      checker: await app.person('checker'),
      manager: await app.person('manager'),
    }
    ;[lead, counter, second, approver] = (await Promise.all(
      (['engineer', 'operator', 'checker', 'manager'] as const).map((code) => app.as(people[code])),
    )) as [Client, Client, Client, Client]
    await app.inTx(asSystem('test'), async (tx) => {
      const place = async (code: string, kind: 'site' | 'room' | 'rack', parent: string | null) =>
        (await tx.create(location, { code, name: code, kind, parent })).id
      places.site = await place('BJ', 'site', null)
      places.room = await place('BJ-ROOM', 'room', places.site)
      places.rack = await place('BJ-A01', 'rack', places.room)
      places.store = await place('BJ-STORE', 'room', places.site)
      category = (await tx.create(assetCategory, { code: 'SRV', name: '服务器', nameEn: 'Server', kind: 'hardware' }))
        .id
      software = (await tx.create(assetCategory, { code: 'SW', name: '软件', nameEn: 'Software', kind: 'software' })).id
    })
  })
  afterAll(() => app?.close())
  beforeEach(async () => {
    await app.sql(`update asset set state = 'disposed'`)
    tags = {}
    await make('found', { location: places.rack })
    await make('astray', { location: places.rack })
    await make('lent', { location: places.room, custodian: people.checker.id })
    await make('gone', { location: places.room })
    await make('double', { location: places.rack })
  })
}

let n = 0
/** Assets of one test by short names: their tags and ids. */
export let tags: Record<string, string> = {}
export const ids: Record<string, string> = {}
export async function make(name: string, values: object): Promise<void> {
  tags[name] = `T-${++n}`
  const row = { tag: tags[name], name, category, registeredAs: 'in-use', ...values } as never
  ids[name] = await app.inTx(asSystem('test'), async (tx) => (await tx.create(asset, row)).id)
}

export async function plan(values: object = {}): Promise<string> {
  const made = await lead.post('/api/stocktakes', {
    ...{ title: '年终盘点', plannedOn: '2026-11-24', leader: people.engineer.id, places: [places.room] },
    ...{ counters: [people.operator.id, people.checker.id], approver: people.manager.id },
    ...values,
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body.item.id
}

export async function begin(values: object = {}): Promise<string> {
  const id = await plan(values)
  expect((await lead.post(`/api/stocktakes/${id}/start`)).status).toBe(200)
  return id
}

interface Told {
  readonly tag: string
  readonly place?: string | null
  readonly holder?: string
  readonly key?: string
  readonly countedAt?: string
}

export const send = (client: Client, stocktake: string, counts: readonly Told[]) =>
  client.post('/api/stocktaking/counts', {
    ...{ stocktake, device: 'phone', sentAt: app.clock.now() },
    counts: counts.map((one) => ({ key: randomUUID(), countedAt: app.clock.now(), place: places.rack, ...one })),
  })
export const outcomes = ({ body }: { body: { items: { outcome: string; result: string }[] } }) =>
  body.items.map(({ outcome, result }) => `${outcome} ${result}`)

export const differences = async (id: string, state?: string) =>
  (await lead.get(`/api/stocktake-differences?stocktake=${id}&limit=200${state ? `&state=${state}` : ''}`)).body
    .items as Record<string, string | null>[]
export const ofTag = async (id: string, tag: string | undefined) =>
  (await differences(id)).find((one) => one['tag'] === tag && one['state'] !== 'withdrawn') as Record<string, string>
export const decide = (difference: string, values: object) =>
  lead.post(`/api/stocktake-differences/${difference}/decide`, values)
export const approve = (client: Client, id: string, version: number) =>
  client.post(`/api/stocktakes/${id}/approve`, { version, signature: { password: testPassword } })
export const read = async (id: string) => (await lead.get(`/api/stocktakes/${id}`)).body.item
