import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testPassword } from '../../../testing/app.ts'
import { faultsIn } from '../../../testing/faults.ts'
import { buyingFirm, type Firm, screens } from '../purchase/purchasing.testing.ts'

let firm: Firm
beforeAll(async () => {
  firm = await buyingFirm()
})
afterAll(() => firm?.app.close())

const read = async (id: string) => (await firm.clients.manager.get(`/api/purchases/${id}`)).body.item
const receive = (purchase: string, lines: object[], more: object = {}) =>
  firm.clients.engineer.post('/api/receipts', { purchase, lines, ...more })
const invoice = (purchase: string, code: string, lines: object[]) =>
  firm.clients.engineer.post('/api/invoices', { purchase, code, invoicedOn: '2026-11-24', lines })
const assetsOf = async (receipt: string) =>
  (await firm.clients.engineer.get(`/api/assets?receipt=${receipt}&sort=tag`)).body.items
describe('what comes in of an order', () => {
  it('comes in parts, each piece an asset in stock at its share of the cost, until nothing is open', async () => {
    const id = await firm.ordered()
    const first = await receive(id, [{ line: 1, quantity: 2, serials: ['S-1', 'S-2'] }])
    expect(first.status).toBe(201)
    expect(first.body.item).toMatchObject({ amount: 2_259.98, receivedOn: '2026-11-24', department: firm.ids.trading })
    const made = await assetsOf(first.body.item.id)
    expect(made).toMatchObject([
      { name: '27 寸显示器', serial: 'S-1', state: 'in-stock', cost: 1_129.99, warrantyUntil: '2029-11-24' },
      { serial: 'S-2', state: 'in-stock', cost: 1_129.99, supplier: firm.ids.seller, purchasedOn: '2026-11-24' },
    ])
    expect(new Set(made.map(({ tag }: { tag: string }) => tag)).size).toBe(2)
    expect(await read(id)).toMatchObject({ state: 'partly-received', openAmount: 1_242.99 })

    const rest = await receive(id, [
      { line: 1, quantity: 1, serials: [] },
      { line: 2, quantity: 10, serials: [] },
    ])
    expect((await assetsOf(rest.body.item.id)).length).toBe(1)
    const whole = await read(id)
    expect(whole).toMatchObject({ state: 'received', openAmount: 0 })
    const accept = (who: 'engineer' | 'business', values: object) =>
      firm.clients[who].post(`/api/purchases/${id}/accept`, {
        ...{ version: whole.version, signature: { password: testPassword } },
        ...values,
      })
    expect(faultsIn((await accept('business', {})).body)).toEqual(['acceptance required'])
    expect((await accept('engineer', { acceptance: '相符' })).body.code).toBe('same-person')
    expect((await accept('business', { acceptance: '数量与型号相符' })).body.item).toMatchObject({
      ...{ state: 'received', acceptedBy: firm.ids.business, acceptance: '数量与型号相符' },
    })
    expect(whole.received).toEqual([
      { quantity: 3, amount: 3_389.97 },
      { quantity: 10, amount: 113 },
    ])
  })

  it('is never more than was ordered, also where two receive at once', async () => {
    const id = await firm.ordered([screens(10, 100, firm.ids.screens)])
    const answers = await Promise.all([4, 4, 4, 4].map((quantity) => receive(id, [{ line: 1, quantity, serials: [] }])))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 422, 422])
    for (const { status, body } of answers)
      if (status === 422) expect(faultsIn(body)).toEqual(['lines.0.quantity over-ordered'])
    expect((await read(id)).received).toEqual([{ quantity: 8, amount: 904 }])
    await expect(
      firm.app.sql(`update purchase set received = '[{"quantity": 11, "amount": 0}]' where id = $1`, [id]),
    ).rejects.toThrow('purchase_within_order')
  })

  it('is entered by a keeper, of an order alone, and not for a day to come', async () => {
    const id = await firm.ordered()
    const lines = [{ line: 1, quantity: 1, serials: [] }]
    expect((await firm.clients.business.post('/api/receipts', { purchase: id, lines })).status).toBe(403)
    expect(faultsIn((await receive(id, [])).body)).toEqual(['lines required'])
    expect(faultsIn((await receive(id, lines, { receivedOn: '2026-11-25' })).body)).toEqual(['receivedOn future'])
    const asked = (await firm.ask()).body.item
    expect(faultsIn((await receive(asked.id, lines)).body)).toEqual(['purchase wrong-state'])
    expect(faultsIn((await receive(firm.app.engine.newId(), lines)).body)).toEqual(['purchase no-such-record'])
    expect((await firm.clients.engineer.post('/api/receipts', { purchase: id, lines: [{ line: 0 }] })).status).toBe(422)
  })

  it('goes back: the assets are gone for good, their tags with them, and the order is open again', async () => {
    const id = await firm.ordered()
    const came = await receive(id, [{ line: 1, quantity: 3, serials: [] }])
    const [one, two] = await assetsOf(came.body.item.id)
    await firm.clients.engineer.post(`/api/assets/${two.id}/issue`, { custodian: firm.ids.business })
    const back = (assets: string[], lines: object[] = []) =>
      firm.clients.engineer.post('/api/receipts', { purchase: id, kind: 'return', assets, lines })
    expect(faultsIn((await back([two.id])).body)).toEqual(['assets not-in-stock'])
    expect(faultsIn((await back([], [{ line: 1, quantity: 1, serials: [] }])).body)).toEqual(['assets required'])
    expect(faultsIn((await back([], [{ line: 2, quantity: 1, serials: [] }])).body)).toEqual([
      'lines.0.quantity not-received',
    ])
    const { status, body } = await back([one.id])
    expect([status, body.item.amount]).toEqual([201, -1_129.99])
    expect((await firm.clients.engineer.get(`/api/assets/${one.id}`)).body.item.state).toBe('disposed')
    expect(await read(id)).toMatchObject({ state: 'partly-received', openAmount: 1_242.99 })
    expect(
      (await firm.clients.engineer.post('/api/assets', { tag: one.tag, name: '另一台', category: firm.ids.screens }))
        .status,
    ).toBe(409)
  })

  it('may end short, with a reason', async () => {
    const id = await firm.ordered()
    await receive(id, [{ line: 1, quantity: 1, serials: [] }])
    const settle = await firm.clients.engineer.post(`/api/purchases/${id}/settle`, { shortReason: '停产' })
    expect(settle.body.item).toMatchObject({ state: 'received', openAmount: 0 })
  })
})

describe('an invoice', () => {
  it('agrees by itself with what was ordered and came, is paid by a second person, and the last one closes the purchase', async () => {
    const id = await firm.ordered([screens(10, 100)])
    await receive(id, [{ line: 1, quantity: 4, serials: [] }])
    const early = (await invoice(id, 'F-1', [{ line: 1, quantity: 6, amount: 678 }])).body.item
    expect(early).toMatchObject({
      state: 'entered',
      differences: [{ is: 'over-received', line: 1, expected: 4, found: 6 }],
      supplier: firm.ids.seller,
    })
    const first = (await invoice(id, 'F-2', [{ line: 1, quantity: 4, amount: 454 }])).body.item
    expect((await firm.clients.engineer.get(`/api/invoices/${first.id}`)).body.item.state).toBe('matched')

    await receive(id, [{ line: 1, quantity: 6, serials: [] }])
    expect((await firm.clients.engineer.get(`/api/invoices/${early.id}`)).body.item.state).toBe('matched')
    const pay = (one: { id: string }, who: 'manager' | 'engineer') =>
      firm.clients[who].post(`/api/invoices/${one.id}/pay`, { paidOn: '2026-11-24' })
    expect((await pay(first, 'engineer')).status).toBe(403)
    expect((await pay(first, 'manager')).status).toBe(200)
    expect(await read(id)).toMatchObject({ state: 'received' })
    expect((await pay(early, 'manager')).status).toBe(200)
    expect(await read(id)).toMatchObject({ state: 'paid' })
  })

  it('with a difference is accepted by a second person with a reason, or goes back', async () => {
    const id = await firm.ordered([screens(10, 100)])
    await receive(id, [{ line: 1, quantity: 10, serials: [] }])
    const { item } = (await invoice(id, 'F-3', [{ line: 1, quantity: 10, amount: 1_200 }])).body
    expect(item.differences).toEqual([{ is: 'price', line: 1, expected: 1_130, found: 1_200 }])
    const back = await firm.clients.engineer.post(`/api/invoices/${item.id}/return`, { returnReason: '单价不符' })
    expect(back.body.item.state).toBe('returned')
    const mine = await firm.clients.manager.post('/api/invoices', {
      ...{ purchase: id, code: 'F-4', invoicedOn: '2026-11-24', lines: [{ line: 1, quantity: 10, amount: 1_200 }] },
    })
    const accept = (who: 'manager' | 'engineer', one: { id: string }) =>
      firm.clients[who].post(`/api/invoices/${one.id}/accept`, { acceptReason: '含运费' })
    expect(await accept('manager', mine.body.item)).toMatchObject({ status: 409, body: { code: 'same-person' } })
    expect((await accept('engineer', mine.body.item)).status).toBe(403)
    await expect(
      firm.app.sql('update invoice set accepted_by = created_by where id = $1', [mine.body.item.id]),
    ).rejects.toThrow('invoice_two_people')
    await firm.clients.engineer.post(`/api/invoices/${mine.body.item.id}/return`, { returnReason: '重开' })
    const again = (await invoice(id, 'F-4-2', [{ line: 1, quantity: 10, amount: 1_200 }])).body.item
    expect((await firm.clients.manager.post(`/api/invoices/${again.id}/accept`, {})).body.errors).toMatchObject([
      { path: 'acceptReason', code: 'required' },
    ])
    expect((await accept('manager', again)).body.item).toMatchObject({
      state: 'matched',
      acceptedBy: firm.ids.manager,
      acceptReason: '含运费',
    })
  })

  it('is entered once, for an order, each line once, and seen by whoever sees money', async () => {
    const id = await firm.ordered([screens(10, 100)])
    const lines = [{ line: 1, quantity: 1, amount: 113 }]
    expect((await invoice(id, 'F-5', lines)).status).toBe(201)
    expect((await invoice(id, 'Ｆ-5 ', lines)).status).toBe(409)
    expect(faultsIn((await invoice(id, 'F-6', [...lines, ...lines])).body)).toEqual(['lines.1.line twice'])
    expect((await invoice(id, 'F-7', [])).status).toBe(422)
    const asked = (await firm.ask()).body.item
    expect(faultsIn((await invoice(asked.id, 'F-8', lines)).body)).toEqual(['purchase wrong-state'])
    expect((await firm.clients.operator.get('/api/invoices')).body.items).toEqual([])
    expect(
      (
        await firm.clients.business.post('/api/invoices', {
          purchase: id,
          code: 'F-9',
          invoicedOn: '2026-11-24',
          lines,
        })
      ).status,
    ).toBe(403)
  })
})
