import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textOfPdf } from '../../../platform/transfer/pdf.testing.ts'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../testing/app.ts'
import { faultsIn } from '../../../testing/faults.ts'
import { asset } from '../asset/asset.record.ts'
import { assetCategory } from '../asset-category/asset-category.record.ts'
import { remindLoans } from '../loan/server/remind.task.ts'

let app: TestApp
let wang: PersonActor
let engineer: Client
let manager: Client
let holder: Client
let category: string

beforeAll(async () => {
  app = await testApp()
  wang = await app.person('business')
  holder = await app.as(wang)
  engineer = await app.as(await app.person('engineer'))
  manager = await app.as(await app.person('manager'))
  category = await app.inTx(asSystem('test'), async (tx) => {
    const values = { code: 'NB', name: '笔记本', nameEn: 'Notebook', kind: 'hardware' } as const
    return (await tx.create(assetCategory, values)).id
  })
})
afterAll(() => app?.close())

let count = 0
const inStock = () =>
  app.inTx(asSystem('test'), (tx) =>
    tx.create(asset, {
      tag: `NB-${++count}`,
      name: '笔记本',
      category,
      registeredAs: 'in-stock',
      serial: `SN${count}`,
    }),
  )
const stateOf = async (id: string) => (await engineer.get(`/api/assets/${id}`)).body.item
const signature = { password: testPassword }
const give = (assets: string[], more: object = {}, who = engineer) =>
  who.post('/api/handovers', { holder: wang.id, assets, ...more })
describe('a hand-over', () => {
  it('is theirs once they have signed for it, and not before', async () => {
    const [one, two] = [await inStock(), await inStock()]
    const made = await give([two.id, one.id], { condition: '全新,含电源。' })
    expect(made.body.item).toMatchObject({
      state: 'waiting',
      title: '笔记本 +1',
      items: [
        { tag: one.tag, serial: one.serial },
        { tag: two.tag, serial: two.serial },
      ],
    })
    const at = `/api/handovers/${made.body.item.id}`
    expect((await holder.get(at)).body.item.items).toHaveLength(2)
    expect(await stateOf(one.id)).toMatchObject({ state: 'in-stock', custodian: null })
    expect((await holder.post(`${at}/sign`, { version: 1 })).status).toBe(422)
    expect((await engineer.post(`${at}/sign`, { version: 1, signature })).status).toBe(403)
    const signed = await holder.post(`${at}/sign`, { version: 1, signature, remarks: '已收到。' })
    expect(signed.body.item).toMatchObject({ state: 'done', signedBy: wang.id })
    for (const { id } of [one, two]) expect(await stateOf(id)).toMatchObject({ state: 'in-use', custodian: wang.id })

    const pdf = await app.http.inject({
      url: `${at}/pdf?lang=zh`,
      headers: { authorization: `Bearer ${await app.token(wang)}` },
    })
    const text = textOfPdf(pdf.rawPayload)
    for (const part of ['资产领用单', one.tag, `SN${count}`, '全新,含电源。', '已收到。', 'SHA-256'])
      expect(text).toContain(part)
  })

  it('that is refused changes nothing', async () => {
    const one = await inStock()
    const { item } = (await give([one.id])).body
    const refuse = (body: object) => holder.post(`/api/handovers/${item.id}/refuse`, body)
    expect((await refuse({})).status).toBe(422)
    expect((await refuse({ refuseReason: '屏幕有划痕' })).body.item.state).toBe('refused')
    expect(await stateOf(one.id)).toMatchObject({ state: 'in-stock', custodian: null })
  })

  it('takes only what can change hands, each once at a time', async () => {
    const one = await inStock()
    expect(faultsIn((await give([])).body)).toEqual(['assets required'])
    await give([one.id])
    expect(faultsIn((await give([one.id])).body)).toEqual(['assets promised'])
    expect(faultsIn((await give([one.id], { kind: 'return' })).body)).toEqual(['assets not-theirs', 'assets promised'])
    expect((await give([(await inStock()).id], {}, holder)).status).toBe(403)
  })

  it('is refused where somebody else took the thing in the meantime, and nothing moves', async () => {
    const [one, two] = [await inStock(), await inStock()]
    const { item } = (await give([one.id, two.id])).body
    await manager.post(`/api/assets/${two.id}/retire`)
    const { status, body } = await holder.post(`/api/handovers/${item.id}/sign`, { version: 1, signature })
    expect([status, faultsIn(body)]).toEqual([422, ['assets not-in-stock']])
    expect(await stateOf(one.id)).toMatchObject({ state: 'in-stock' })
  })

  it('back is made out by whoever holds it, and signed for by a keeper who is another', async () => {
    const one = await inStock()
    const given = (await give([one.id])).body.item
    await holder.post(`/api/handovers/${given.id}/sign`, { version: 1, signature })
    const back = (await give([one.id], { kind: 'return', condition: '键盘磨损。' }, holder)).body.item
    const at = `/api/handovers/${back.id}`
    expect((await holder.post(`${at}/sign`, { version: 1, signature })).status).toBe(403)
    expect((await engineer.post(`${at}/sign`, { version: 1, signature })).body.item.state).toBe('done')
    expect(await stateOf(one.id)).toMatchObject({ state: 'in-stock', custodian: null })
  })
})

describe('a loan', () => {
  const lend = async (asset_: string, dueOn: string, startsOn?: string) =>
    engineer.post('/api/loans', { asset: asset_, borrower: wang.id, dueOn, ...(startsOn && { startsOn }) })
  const act = (id: string, verb: string, body: object = {}, who = engineer) =>
    who.post(`/api/loans/${id}/${verb}`, body)

  it('puts the thing into the borrower’s hands until it comes back, and nobody else’s', async () => {
    const one = await inStock()
    const { item } = (await lend(one.id, '2026-11-27')).body
    expect(item).toMatchObject({ state: 'reserved', startsOn: '2026-11-24', title: `${one.tag} 笔记本` })
    expect((await act(item.id, 'lend', {}, holder)).status).toBe(403)
    expect((await act(item.id, 'lend')).body.item.state).toBe('lent')
    expect(await stateOf(one.id)).toMatchObject({ state: 'in-use', custodian: wang.id })
    expect(faultsIn((await lend(one.id, '2026-11-26')).body)).toEqual(['dueOn taken'])
    expect(faultsIn((await give([one.id], { kind: 'return' })).body)).toEqual(['assets on-loan'])
    const later = (await lend(one.id, '2027-01-02', '2027-01-01')).body.item.id
    const set = (what: string) => app.sql(`update loan set ${what} where id = $1`, [later])
    await expect(set("state = 'lent'")).rejects.toThrow('loan_once')
    await expect(set("starts_on = '2026-11-27'")).rejects.toThrow('loan_days')
    expect((await act(item.id, 'return', { condition: '完好' })).body.item.state).toBe('returned')
    expect(await stateOf(one.id)).toMatchObject({ state: 'in-stock', custodian: null })
  })

  it('is given to one of two who want the same days, and to the other after', async () => {
    const one = await inStock()
    const answers = await Promise.all([1, 2, 3, 4].map(() => lend(one.id, '2026-12-03', '2026-12-01')))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422])
    expect((await lend(one.id, '2026-12-05', '2026-12-04')).status).toBe(201)
    expect(faultsIn((await lend(one.id, '2026-11-01', '2026-11-03')).body)).toEqual(['dueOn order'])
  })

  it('reminds once before it is due and once when it is overdue, and may be extended', async () => {
    const one = await inStock()
    const { item } = (await lend(one.id, '2026-11-26')).body
    await act(item.id, 'lend')
    const verbs = async () =>
      (await app.sql<{ verb: string }>('select verb from journal where record_id = $1 order by n', [item.id])).map(
        ({ verb }) => verb,
      )
    const look = async (now: string) => {
      app.clock.set(now)
      await remindLoans(app.engine, {} as never)
    }
    await look('2026-11-24T02:00:00.000Z')
    await look('2026-11-24T03:00:00.000Z')
    expect(await verbs()).toEqual(['create', 'lend', 'remind'])
    await look('2026-11-27T01:00:00.000Z')
    await look('2026-11-28T01:00:00.000Z')
    expect(await verbs()).toEqual(['create', 'lend', 'remind', 'fall-overdue'])
    expect(faultsIn((await act(item.id, 'extend', { dueOn: '2026-11-26', extendReason: '出差' })).body)).toEqual([
      'dueOn not-later',
    ])
    expect((await act(item.id, 'extend', { dueOn: '2026-12-20', extendReason: '出差' })).body.item).toMatchObject({
      state: 'lent',
      remindedAt: null,
    })
  })

  it('is not lent while it is in repair', async () => {
    const one = await inStock()
    const { item } = (await lend(one.id, '2026-12-27')).body
    await engineer.post(`/api/assets/${one.id}/repair`)
    expect(faultsIn((await act(item.id, 'lend', { dueOn: '2026-12-27' })).body)).toEqual(['asset not-in-stock'])
    expect((await act(item.id, 'cancel', { cancelReason: '改期' }, holder)).body.item.state).toBe('cancelled')
  })
})
