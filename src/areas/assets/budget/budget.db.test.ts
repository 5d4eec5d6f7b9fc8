import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buyingFirm, type Firm, screens } from '../purchase/purchasing.testing.ts'
import { addressOf, type BudgetPicture, type Figure, leftOf } from './figures.rules.ts'

let firm: Firm
let general: string
let ofScreens: string
beforeAll(async () => {
  firm = await buyingFirm()
  general = await plan({ name: '交易部 2026', planned: 10_000 })
  ofScreens = await plan({ name: '交易部 2026 显示器', planned: 5_000, category: firm.ids.screens })
})
afterAll(() => firm?.app.close())

async function plan(values: object): Promise<string> {
  const { body } = await firm.clients.engineer.post('/api/budgets', {
    year: 2026,
    department: firm.ids.trading,
    ...values,
  })
  await firm.clients.manager.post(`/api/budgets/${body.item.id}/adopt`)
  return body.item.id
}

const figures = async (query = ''): Promise<BudgetPicture> =>
  (await firm.clients.manager.get(`/api/budget-figures?year=2026${query}`)).body
const of = async (id: string) => (await figures()).budgets.find((one) => one.id === id)
const read = async (id: string) => (await firm.clients.manager.get(`/api/purchases/${id}`)).body.item
const submit = (id: string) => firm.clients.business.post(`/api/purchases/${id}/submit`)

describe('a budget', () => {
  it('is charged by category where there is one for it, else by department and year', async () => {
    expect((await firm.ask()).body.item.budget).toBe(general)
    expect((await firm.ask({ lines: [screens(1, 1, firm.ids.screens)] })).body.item.budget).toBe(ofScreens)
    expect((await firm.ask({ neededBy: '2027-02-01' })).body.item.budget).toBe(null)
    const mixed = [screens(1, 1, firm.ids.screens), screens(1, 1)]
    expect((await firm.ask({ lines: mixed })).body.item.budget).toBe(general)
  })

  it('is planned once, adopted by a manager, and revised with a reason', async () => {
    const again = { name: '再一份', year: 2026, department: firm.ids.trading, planned: 1 }
    expect((await firm.clients.engineer.post('/api/budgets', again)).body.errors[0].code).toBe('there-already')
    await expect(firm.app.sql('update budget set category = null where id = $1', [ofScreens])).rejects.toThrow(
      'budget_once',
    )
    expect((await firm.clients.engineer.post(`/api/budgets/${general}/close`)).status).toBe(403)
    const revise = (body: object) => firm.clients.manager.post(`/api/budgets/${general}/revise`, body)
    expect((await revise({ planned: 12_000 })).status).toBe(422)
    expect((await revise({ planned: 10_000.5, revisedWhy: '补列' })).body.item.planned).toBe(10_000.5)
    expect((await firm.clients.business.get('/api/budgets')).body.items).toEqual([])
    expect((await firm.clients.business.get('/api/budget-figures')).status).toBe(403)
    expect((await firm.clients.manager.get('/api/budget-figures?year=x')).status).toBe(422)
  })

  it('is drawn on step by step, and each figure is what its list comes to', async () => {
    const { id } = (await firm.ask({ lines: [screens(4, 1_000)] })).body.item
    const before = (await of(general)) as NonNullable<Awaited<ReturnType<typeof of>>>
    await submit(id)
    await firm.vote('head', id)
    expect(await of(general)).toMatchObject({ committed: 4_520, requested: before.requested - 4_520 })
    await firm.clients.engineer.post(`/api/purchases/${id}/order`, { supplier: firm.ids.seller })
    const receive = { purchase: id, lines: [{ line: 1, quantity: 3, serials: [] }] }
    await firm.clients.engineer.post('/api/receipts', receive)
    const invoice = {
      purchase: id,
      code: 'B-1',
      invoicedOn: '2026-11-24',
      lines: [{ line: 1, quantity: 3, amount: 3_390 }],
    }
    const { item } = (await firm.clients.engineer.post('/api/invoices', invoice)).body
    await firm.clients.manager.post(`/api/invoices/${item.id}/pay`, { paidOn: '2026-11-24' })
    const back = { purchase: id, kind: 'return', lines: [{ line: 1, quantity: 1, serials: [] }] }
    await firm.clients.engineer.post('/api/receipts', back)

    const now = (await of(general)) as NonNullable<Awaited<ReturnType<typeof of>>>
    expect(now).toMatchObject({ committed: 2_260, spent: 2_260, paid: 3_390 })
    expect(leftOf(now)).toBe(5_480.5)
    const picture = await figures()
    expect(picture.months.find(({ month }) => month === '2026-11')?.spent).toBe(2_260)
    expect(picture.months).toHaveLength(12)
    const columns = { requested: 'total', committed: 'openAmount', spent: 'amount', paid: 'amount' } as const
    for (const line of [...picture.budgets, { ...picture.none, id: null }])
      for (const [figure, column] of Object.entries(columns) as [Figure, string][]) {
        const { to, search } = addressOf(figure, line.id, 2026)
        const list = await firm.clients.manager.get(`/api${to}?limit=200&${new URLSearchParams(search)}`)
        const sum = list.body.items.reduce((all: number, row: Record<string, number>) => all + (row[column] ?? 0), 0)
        expect(line[figure], `${figure} of ${line.id}`).toBeCloseTo(sum, 2)
      }
  })
})

describe('what overdraws its budget', () => {
  it('says so, and wants the head and then a manager, who signs', async () => {
    const { id, overdraws } = (await firm.ask({ lines: [screens(6, 1_000)] })).body.item
    expect(overdraws).toBe(true)
    await submit(id)
    await firm.vote('head', id)
    expect(await read(id)).toMatchObject({ state: 'requested' })
    expect((await firm.vote('manager', id)).status).toBe(403)
    const signed = await firm.vote('manager', id, 'agree', { signature: { password: 'a password for tests' } })
    expect(signed.status).toBe(200)
    expect(await read(id)).toMatchObject({ state: 'approved', overdraws: true })
    expect(leftOf((await of(general)) as never)).toBeLessThan(0)
  })

  it('counts what was asked for before and still waits, so that two do not spend the same money', async () => {
    const budget = await firm.clients.engineer.post('/api/budgets', {
      ...{ name: '显示器 2027', year: 2027, department: firm.ids.trading, planned: 3_000 },
    })
    await firm.clients.manager.post(`/api/budgets/${budget.body.item.id}/adopt`)
    const two = await Promise.all([1, 2].map(() => firm.ask({ neededBy: '2027-03-01', lines: [screens(2, 1_000)] })))
    const [first, second] = two.map(({ body }) => body.item.id) as [string, string]
    expect((await Promise.all([submit(first), submit(second)])).map(({ status }) => status)).toEqual([202, 202])
    await firm.vote('head', first)
    await firm.vote('head', second)
    const states = (await Promise.all([read(first), read(second)])).map(({ state }) => state).sort()
    expect(states).toEqual(['approved', 'requested'])
  })
})
