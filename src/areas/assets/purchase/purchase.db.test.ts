import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textOfPdf } from '../../../platform/transfer/pdf.testing.ts'
import { faultsIn } from '../../../testing/faults.ts'
import { buyingFirm, type Firm, ruleFrom, screens } from './purchasing.testing.ts'

let firm: Firm
beforeAll(async () => {
  firm = await buyingFirm()
})
afterAll(() => firm?.app.close())

const at = (id: string) => `/api/purchases/${id}`
const read = async (id: string) => (await firm.clients.manager.get(at(id))).body.item
describe('a request', () => {
  it('is the requester’s own, charged to their department, with the total of its lines', async () => {
    const { status, body } = await firm.ask()
    expect(status).toBe(201)
    expect(body.item).toMatchObject({ state: 'requested', total: 2_260, openAmount: 0, overdraws: false })
    expect(body.item).toMatchObject({ requester: firm.ids.business, department: firm.ids.trading })
  })

  it('keeps money from those whom it does not concern', async () => {
    const { id } = (await firm.ask()).body.item
    const seen = (await firm.clients.operator.get(at(id))).body.item
    expect([seen.title, seen.lines, seen.quotes, seen.total]).toEqual(['显示器', null, null, null])
    expect((await firm.clients.auditor.get(at(id))).body.item.total).toBe(2_260)
    expect((await firm.clients.director.get(`${at(id)}/pdf`)).status).toBe(200)
  })

  it('names every fault of its lines and quotes at once', async () => {
    const nobody = firm.app.engine.newId()
    const { status, body } = await firm.ask({
      lines: [{ ...screens(1, 1), model: nobody, category: nobody }],
      quotes: [{ supplier: nobody, amount: 1 }],
    })
    expect([status, faultsIn(body).sort()]).toEqual([
      422,
      ['lines.0.category no-such-record', 'lines.0.model no-such-record', 'quotes.0.supplier no-such-record'],
    ])
    const wrong = await firm.ask({ lines: [{ what: '', quantity: 0, unitPrice: -1 }], total: 5 })
    expect(wrong.status).toBe(422)
    expect(wrong.body.errors.length).toBeGreaterThanOrEqual(4)
  })

  it('wants a reason for a choice that is not the cheapest, and enough quotes of what is dear', async () => {
    const dear = await firm.ask({ lines: [screens(10, 10_000)] })
    const answer = await firm.clients.business.post(`${at(dear.body.item.id)}/submit`)
    expect([answer.status, faultsIn(answer.body)]).toEqual([422, ['choiceReason too-few-quotes']])
    const empty = (await firm.ask({ lines: [] })).body.item
    expect(faultsIn((await firm.clients.business.post(`${at(empty.id)}/submit`)).body)).toEqual(['lines required'])
    const { id, version } = (await firm.ask()).body.item
    const quotes = [
      { supplier: firm.ids.seller, amount: 2_260 },
      { supplier: firm.ids.other, amount: 2_000 },
    ]
    const changed = await firm.clients.engineer.patch(at(id), { version, quotes, supplier: firm.ids.seller })
    expect(changed.status).toBe(200)
    expect(faultsIn((await firm.clients.business.post(`${at(id)}/submit`)).body)).toEqual(['choiceReason not-cheapest'])
  })
})

describe('approval by amount', () => {
  it('is the head’s of the requester’s department; who is not asked has no say, nor has the requester', async () => {
    const { id } = (await firm.ask()).body.item
    expect((await firm.clients.engineer.post(`${at(id)}/submit`)).status).toBe(403)
    expect((await firm.clients.business.post(`${at(id)}/submit`)).status).toBe(202)
    expect(await firm.vote('business', id)).toMatchObject({ status: 409, body: { code: 'same-person' } })
    expect((await firm.vote('colleague', id)).status).toBe(403)
    const [{ id: approval }] = (await firm.clients.head.get('/api/approvals?mine=waiting')).body.items
    const { item } = (await firm.clients.head.get(`/api/approvals/${approval}`)).body
    expect([item.shown.total, item.shown.lines.length]).toEqual([2_260, 1])
    expect((await firm.vote('head', id)).status).toBe(200)
    expect(await read(id)).toMatchObject({ state: 'approved', openAmount: 2_260, approvedBy: [firm.ids.head] })
  })

  it('falls to a manager where the head asks for something themselves', async () => {
    const { id } = (await firm.ask({}, 'head')).body.item
    await firm.clients.head.post(`${at(id)}/submit`)
    expect((await firm.vote('head', id)).status).not.toBe(200)
    expect((await firm.vote('manager', id)).status).toBe(200)
    expect(await read(id)).toMatchObject({ state: 'approved' })
  })

  it('goes further by what the settings say of its amount, and a refusal ends it', async () => {
    await ruleFrom(firm.app, 10_000, 'manager')
    const small = (await firm.ask()).body.item
    await firm.clients.business.post(`${at(small.id)}/submit`)
    await firm.vote('head', small.id)
    expect(await read(small.id)).toMatchObject({ state: 'approved' })

    const { id } = (await firm.ask({ lines: [screens(9, 1_000)] })).body.item
    await firm.clients.business.post(`${at(id)}/submit`)
    await firm.vote('head', id)
    expect(await read(id)).toMatchObject({ state: 'requested' })
    expect((await firm.vote('manager', id, 'refuse')).status).toBe(200)
    expect(await read(id)).toMatchObject({ state: 'rejected', rejectReason: '暂缓。' })
  })

  it('is void as soon as the content is another, and asked for anew after a revision', async () => {
    const { id, version } = (await firm.ask()).body.item
    await firm.clients.business.post(`${at(id)}/submit`)
    const changed = await firm.clients.business.patch(at(id), { version, lines: [screens(3, 1_000)] })
    expect(changed.status).toBe(200)
    const [{ state } = { state: '' }] = await firm.app.sql<{ state: string }>(
      'select state from approval where record_id = $1',
      [id],
    )
    expect(state).toBe('void')
    await firm.clients.business.post(`${at(id)}/submit`)
    await firm.vote('head', id)
    const agreed = await read(id)
    const late = await firm.clients.business.patch(at(id), { version: agreed.version, title: '别的' })
    expect(late.status).toBe(403)
    expect((await firm.clients.business.post(`${at(id)}/revise`)).body.item.state).toBe('requested')
  })
})

describe('an order', () => {
  it('goes to a supplier who is approved, and to no other than was agreed to', async () => {
    const { id, version } = (await firm.ask()).body.item
    await firm.clients.engineer.patch(at(id), { version, supplier: firm.ids.other })
    await firm.clients.business.post(`${at(id)}/submit`)
    await firm.vote('head', id)
    const order = (supplier: string) => firm.clients.engineer.post(`${at(id)}/order`, { supplier })
    expect(faultsIn((await order(firm.ids.other)).body)).toEqual(['supplier not-approved'])
    expect(faultsIn((await order(firm.ids.seller)).body)).toEqual(['supplier not-agreed'])
    expect((await firm.clients.business.post(`${at(id)}/order`, { supplier: firm.ids.seller })).status).toBe(403)
  })

  it.each([
    ['zh', '采购订单'],
    ['en', 'Purchase order'],
  ])('is a paper with number, supplier, lines and the total in capitals (%s)', async (lang, title) => {
    const id = await firm.ordered()
    const { number } = await read(id)
    const answer = await firm.app.http.inject({
      url: `${at(id)}/pdf?lang=${lang}`,
      headers: { authorization: `Bearer ${await firm.app.token(await firm.app.person('engineer'))}` },
    })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
    const text = textOfPdf(answer.rawPayload)
    for (const part of [title, number, '华信办公', '91350100M000100Y43', '3,502.97', '人民币叁仟伍佰零贰元玖角柒分'])
      expect(text).toContain(part)
  })

  it('is cancelled until something has come, and no longer by the requester once it is placed', async () => {
    const id = await firm.ordered()
    const cancel = { cancelReason: '不再需要' }
    expect((await firm.clients.business.post(`${at(id)}/cancel`, cancel)).status).toBe(403)
    expect((await firm.clients.engineer.post(`${at(id)}/cancel`, cancel)).body.item).toMatchObject({
      state: 'cancelled',
      openAmount: 0,
    })
    const come = await firm.ordered()
    const lines = [{ line: 2, quantity: 1, serials: [] }]
    expect((await firm.clients.engineer.post('/api/receipts', { purchase: come, lines })).status).toBe(201)
    expect(await firm.clients.engineer.post(`${at(come)}/cancel`, cancel)).toMatchObject({
      ...{ status: 409, body: { code: 'wrong-state' } },
    })
  })
})
