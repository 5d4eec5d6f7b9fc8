import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './support/accessible.ts'
import { picture } from './support/browser.ts'
import { first, useFirm } from './support/journey.ts'
import { sign } from './support/run.ts'

const firm = useFirm()
let business: Page
let engineer: Page
let manager: Page

beforeAll(async () => {
  business = await firm.at('business')
  engineer = await firm.at('engineer')
  manager = await firm.at('manager')
})

const read = async (number: string) => (await (await engineer.request.get(`/api/purchases/${number}`)).json()).item

describe('a purchase, from what somebody wants to their own hands', () => {
  let number: string
  let assets: { id: string; tag: string }[]

  it('is asked for by whoever needs it, charged to what is planned for it', async () => {
    const [category, { department }] = [
      await first(business, 'asset-categories?q=显示器'),
      await first(business, 'people?q=孙嘉怡'),
    ]
    const plan = {
      name: '交易业务部显示器',
      year: new Date().getFullYear(),
      department,
      category: category.id,
      planned: 30_000,
    }
    const planned = await engineer.request.post('/api/budgets', { data: plan })
    const { id } = (await planned.json()).item
    expect((await manager.request.post(`/api/budgets/${id}/adopt`, { data: {} })).status()).toBe(200)
    const lines = [
      { what: '27 寸显示器', category: category.id, quantity: 3, unit: '台', unitPrice: 1_888.88, warrantyMonths: 36 },
    ]
    const data = { title: '新席位显示器', reason: '三个新席位开席。', lines }
    const made = await business.request.post('/api/purchases', { data })
    expect(made.status()).toBe(201)
    number = (await made.json()).item.number
    await business.goto(`/purchases/${number}`)
    await business.getByText('人民币陆仟肆佰零叁元叁角整').first().waitFor()
    expect(await seriousFaults(business, 'main')).toEqual([])
    await business.getByRole('button', { name: '提交审批' }).click()
    await business.getByText('审批').first().waitFor()
    await picture(business, 'purchase-requested-zh')
  })

  it('is agreed to by whom its amount asks, who sees the lines as they are', async () => {
    const asked = async () => {
      const { items } = await (await manager.request.get('/api/approvals?mine=waiting')).json()
      return items.find((one: { number: string }) => one.number === number)?.id
    }
    await expect.poll(asked).toBeDefined()
    await manager.goto(`/approvals/${await asked()}`)
    await manager.locator('.pur-table').first().waitFor()
    await picture(manager, 'purchase-approval-zh')
    await manager.locator('.ts-decide').getByRole('button', { name: '同意' }).click()
    await manager.locator('.ant-modal-footer .ant-btn-primary').click()
    await expect.poll(async () => (await read(number)).state, { timeout: 15_000 }).toBe('approved')
  })

  it('is ordered, and the order is a paper', async () => {
    await engineer.goto(`/purchases/${number}`)
    const supplier = await first(engineer, 'suppliers?state=approved&q=办公设备')
    const data = { supplier: supplier.id, deliverTo: '北京总部 5 层库房' }
    expect((await engineer.request.post(`/api/purchases/${number}/order`, { data })).status()).toBe(200)
    const pdf = await engineer.request.get(`/api/purchases/${number}/pdf?lang=zh`)
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf'])
  })

  it('comes in parts, each piece an asset in stock under its own tag', async () => {
    await engineer.getByRole('button', { name: '登记到货' }).click()
    const dialog = engineer.locator('.ant-modal')
    await dialog.getByLabel('27 寸显示器 本次').fill('2')
    await dialog.getByLabel('27 寸显示器 序列号(每行一个)').fill('CN-27-001\nCN-27-002')
    await dialog.getByLabel('送货单号').fill('LC-20261125')
    await picture(engineer, 'purchase-receive-zh')
    expect(await seriousFaults(engineer, 'main')).toEqual([])
    await dialog.locator('.ant-modal-footer .ant-btn-primary').click()
    await dialog.waitFor({ state: 'hidden' })
    await engineer.locator('.pur-came', { hasText: 'LC-20261125' }).waitFor()
    expect(await read(number)).toMatchObject({ state: 'partly-received' })
    await picture(engineer, 'purchase-partly-received-zh')
    const { id } = await first(engineer, 'receipts?q=LC-20261125')
    assets = (await (await engineer.request.get(`/api/assets?receipt=${id}&sort=tag`)).json()).items
    expect(assets).toMatchObject([{ state: 'in-stock', serial: 'CN-27-001' }, { serial: 'CN-27-002' }])
  })

  it('is theirs once they have signed for it', async () => {
    await engineer.goto(`/assets/${assets[0]?.id}`)
    await engineer.getByText('采购到货').waitFor()
    await picture(engineer, 'asset-came-by-purchase-zh')
    const { person } = await (await business.request.get('/api/session')).json()
    const slip = { holder: person.id, assets: assets.map(({ id }) => id), condition: '全新,含电源线。' }
    const made = await engineer.request.post('/api/handovers', { data: slip })
    const at = `/handovers/${(await made.json()).item.number}`
    await business.goto(at)
    await business.getByText('请核对下列资产').waitFor()
    await business.getByRole('button', { name: '签收' }).click()
    await business.locator('.ant-modal .pur-table').waitFor()
    await picture(business, 'handover-sign-zh')
    await sign(business)
    await business.locator('header .ts-state, .ts-track').first().waitFor()
    for (const { id } of assets) {
      const { item } = await (await engineer.request.get(`/api/assets/${id}`)).json()
      expect(item).toMatchObject({ state: 'in-use', custodian: person.id })
    }
    await picture(business, 'handover-done-zh')
    expect(await seriousFaults(business, 'main')).toEqual([])
  })

  it('is drawn from its budget, where each figure leads to its list', async () => {
    await manager.goto('/budget')
    await manager.locator('.bud-table').waitFor()
    await picture(manager, 'budget-zh')
    expect(await seriousFaults(manager, 'main')).toEqual([])
    await manager.locator('.bud-table tbody a[href*="/receipts"]').first().click()
    await manager.waitForURL('**/receipts?*')
    await manager.locator('tr.ts-row').first().waitFor()
  })
})
