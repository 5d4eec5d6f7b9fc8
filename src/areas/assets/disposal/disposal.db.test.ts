import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { upload } from '../../../platform/sides/upload.testing.ts'
import { textOfPdf } from '../../../platform/transfer/pdf.testing.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../testing/app.ts'
import { makeWorld, type World } from '../../../testing/world.ts'
import { asset } from '../asset/asset.record.ts'
import { assetCategory } from '../asset-category/asset-category.record.ts'

let app: TestApp
let world: World
let engineer: Client
let manager: Client
let checker: Client
let storage: string
beforeAll(async () => {
  app = await testApp()
  world = await makeWorld(app)
  ;({ engineer, manager, checker } = world.clients)
  const values = { ...(await world.input(assetCategory)), storage: true, usefulMonths: 36, residual: 5 }
  storage = (await engineer.post('/api/asset-categories', values)).body.item.id
})
afterAll(() => app?.close())

const sign = { signature: { password: testPassword } }
const bought = { cost: 36_000, inServiceOn: '2024-11-10', serial: 'SN-1' }

async function register(values: object = {}) {
  const { body } = await engineer.post('/api/assets', { ...(await world.input(asset)), ...bought, ...values })
  return body.item as { id: string; tag: string; name: string }
}

async function propose(assets: readonly { id: string }[], values: object = {}) {
  const given = { title: '报废', reason: '过保', way: 'scrap', assets: assets.map(({ id }) => id), ...values }
  const { status, body } = await engineer.post('/api/disposals', given)
  expect([status, body.errors]).toEqual([201, undefined])
  return `/api/disposals/${body.item.id}`
}

const item = async (at: string) => (await engineer.get(at)).body.item

/** Valued, asked for by the engineer, agreed to by the manager. */
async function agreed(at: string): Promise<void> {
  await engineer.post(`${at}/value`, { appraised: 500, basis: '回收商报价' })
  const asked = await engineer.post(`${at}/approve`)
  expect(asked.status).toBe(202)
  const { id, digest } = asked.body.approval
  const decided = await manager.post(`/api/approvals/${id}/agree`, { digest, ...sign })
  expect([decided.status, decided.body.errors]).toEqual([200, undefined])
}

async function mediaOf(at: string): Promise<{ id: string; number: string }[]> {
  const { body } = await engineer.get(`/api/destructions?disposal=${at.slice(-36)}&sort=number`)
  return body.items
}

const shredded = { medium: 'hdd', serial: 'WD-7', technique: 'shred', verification: '碎片小于 2 毫米。' }

describe('a disposal', () => {
  it('is valued by the books, agreed to by another, and refused until all data on it is destroyed before a witness', async () => {
    const holding = await register({ category: storage, classification: 'secret' })
    const plain = await register({ cost: undefined })
    const at = await propose([holding, plain])
    await agreed(at)
    const row = await item(at)
    // 36,000 over 36 months with 5 % left: 950 a month, 23 months booked by 24 November; what the other cost nobody knows.
    expect(row).toMatchObject({
      state: 'approved',
      valuedOn: '2026-11-24',
      appraised: 500,
      bookValue: 36_000 - 23 * 950,
    })
    const [medium, ...others] = await mediaOf(at)
    expect(others).toEqual([])
    const of = `/api/destructions/${medium?.id}`

    const out = { receiver: '绿源再生资源', ...sign }
    const early = await engineer.post(`${at}/carry-out`, { version: row.version, ...out })
    expect([early.status, early.body.errors.map(({ code }: { code: string }) => code)]).toEqual([
      422,
      ['data-not-destroyed'],
    ])
    expect(JSON.stringify(early.body)).toContain(holding.tag)

    const soft = await engineer.post(`${of}/destroy`, { ...shredded, technique: 'secure-erase' })
    expect(soft.body.errors).toMatchObject([{ path: 'technique', code: 'too-little' }])
    const done = await engineer.post(`${of}/destroy`, shredded)
    expect(done.body.item).toMatchObject({ state: 'done', method: 'destroy', operator: world.people.engineer.id })
    const { version } = done.body.item
    expect((await engineer.post(`${of}/witness`, { version, ...sign })).body.code).toBe('same-person')
    expect((await checker.post(`${of}/witness`, { version, ...sign })).body.errors).toMatchObject([
      { code: 'no-certificate' },
    ])
    const token = await app.token(world.people.engineer)
    await upload(app, token, `${of}/attachments`, [{ name: '销毁证明.txt', bytes: '证明' }])
    const witnessed = await checker.post(`${of}/witness`, { version: (await item(of)).version, ...sign })
    expect(witnessed.body.item).toMatchObject({ state: 'witnessed', witness: world.people.checker.id })

    const ready = await item(at)
    expect(ready.state).toBe('destroyed')
    const carried = await engineer.post(`${at}/carry-out`, { version: ready.version, ...out })
    expect(carried.body.item).toMatchObject({ state: 'carried-out', carriedOutBy: world.people.engineer.id })
    for (const { id } of [holding, plain]) expect((await item(`/api/assets/${id}`)).state).toBe('disposed')
    const again = await engineer.post('/api/assets', { ...(await world.input(asset)), tag: holding.tag })
    expect(again.status).toBe(409)

    const slip = await app.http.inject({
      url: `${at}/pdf?lang=zh`,
      headers: { authorization: `Bearer ${await app.token(world.people.manager)}` },
    })
    const text = textOfPdf(slip.rawPayload).replaceAll('\n', '')
    for (const word of ['资产处置单', holding.tag, 'WD-7', '粉碎', '物理销毁', '复核员', '绿源再生资源'])
      expect(text).toContain(word)
  })

  it('cannot be had past the product either: the database holds its data back, and its two people apart', async () => {
    const holding = await register({ category: storage })
    const set = (state: string) => app.sql('update asset set state = $1 where id = $2', [state, holding.id])
    await expect(set('disposed')).rejects.toThrow('was not destroyed before a witness')
    const at = await propose([holding])
    await agreed(at)
    const [medium] = await mediaOf(at)
    const { engineer: one, checker: other } = world.people
    const witness = (operator: string, by: string | null) =>
      app.sql(
        `update destruction set state = 'witnessed', operator = $1, witness = $2, witnessed_at = now() where id = $3`,
        [...[operator, by], medium?.id],
      )
    await expect(witness(one.id, one.id)).rejects.toThrow('destruction_two_people')
    await expect(witness(one.id, null)).rejects.toThrow('destruction_witnessed')
    await witness(one.id, other.id)
    await set('disposed')
  })

  it('without anything that holds data needs no destruction, and what is sold has a price', async () => {
    const plain = await register()
    const at = await propose([plain], { way: 'sell' })
    await agreed(at)
    expect(await mediaOf(at)).toEqual([])
    const { version } = await item(at)
    const free = await engineer.post(`${at}/carry-out`, { version, receiver: '二手商', ...sign })
    expect(free.body.errors).toMatchObject([{ path: 'proceeds', code: 'required' }])
    const sold = await engineer.post(`${at}/carry-out`, { version, receiver: '二手商', proceeds: 1_200, ...sign })
    expect(sold.body).toMatchObject({ item: { state: 'carried-out', proceeds: 1_200 } })
  })

  it('is not agreed to by whoever proposed it, and is void once its content changes', async () => {
    const at = await propose([await register()])
    await engineer.post(`${at}/value`, { appraised: 0, basis: '无市场价' })
    expect((await manager.post(`${at}/approve`)).status).toBe(403)
    expect((await engineer.post(`${at}/approve`)).status).toBe(202)
    const { version } = await item(at)
    await engineer.patch(at, { version, reason: '另有原因' })
    const { state } = (await app.engine.db
      .selectFrom('approval')
      .select('state')
      .where('recordId', '=', at.slice(-36))
      .executeTakeFirstOrThrow()) as { state: string }
    expect(state).toBe('void')
  })

  it('takes no asset twice, none that is lost, and none at all', async () => {
    const one = await register()
    await propose([one])
    const given = { title: 't', reason: 'r', way: 'scrap' }
    const refused = async (assets: string[]) =>
      (await engineer.post('/api/disposals', { ...given, assets })).body.errors?.map(
        ({ code }: { code: string }) => code,
      )
    expect(await refused([one.id])).toEqual(['in-another'])
    expect(await refused([])).toEqual(['required'])
    const lost = await register()
    await engineer.post(`/api/assets/${lost.id}/lose`, { lostHow: '搬家时遗失' })
    expect(await refused([lost.id])).toEqual(['not-disposable'])
    const both = await register()
    const race = await Promise.all([1, 2].map(() => engineer.post('/api/disposals', { ...given, assets: [both.id] })))
    expect(race.map(({ status }) => status).sort()).toEqual([201, 422])
  })

  it('is for those who keep assets; others may not propose, and see no money they may not', async () => {
    const { business, operator, auditor } = world.clients
    const one = await register()
    const given = { title: 't', reason: 'r', way: 'scrap', assets: [one.id] }
    expect((await business.post('/api/disposals', given)).status).toBe(403)
    expect((await operator.post('/api/disposals', given)).status).toBe(403)
    const at = await propose([one])
    expect((await business.get(at)).status).toBe(404)
    expect((await business.get(`${at}/leaving`)).status).toBe(404)
    const money = async (client: Client) => (await client.get(`${at}/leaving`)).body.assets[0].cost
    expect([await money(operator), await money(auditor)]).toEqual([null, 36_000])
  })
})
