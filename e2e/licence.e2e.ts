import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { isWithin, looked, phone, useFirm } from './support/journey.ts'

const firm = useFirm()
let engineer: Page

beforeAll(async () => {
  engineer = await firm.at('engineer')
})

const figure = (name: string) => engineer.locator('.lic-figures > div', { hasText: name }).locator('dd')
const dialog = () => engineer.locator('.ant-modal')

/** Picks a record by typing a part of its name. */
async function pick(label: string, name: string): Promise<void> {
  const box = dialog().getByLabel(label)
  await box.fill(name)
  await engineer.locator('.ant-select-dropdown:visible').getByText(name, { exact: true }).click()
}

describe('R11: a licence over-used and mended', () => {
  it('stands out in the list, and its page says since when and by how much', async () => {
    await engineer.goto('/licences?free.to=-1')
    const row = engineer.locator('tr.ts-row', { hasText: '数据库企业版' })
    await row.waitFor()
    expect(await engineer.locator('tr.ts-row').count()).toBe(1)
    expect(await row.locator('.is-broken').textContent()).toBe('-12')
    const { items } = await (await engineer.request.get('/api/licences?free.to=-1')).json()
    await engineer.goto(`/licences/${items[0].number}`)
    await engineer.getByText('超用 12 个。').waitFor()
    await engineer.getByText('已过期').waitFor()
    expect(await figure('剩余').textContent()).toBe('-12')
    await looked(engineer, 'licence-over-zh', 'main')
  })

  it('is in balance again once an allocation is withdrawn', async () => {
    await engineer.locator('.lic-line', { hasText: '结算数据库服务器 1' }).getByRole('button', { name: '收回' }).click()
    await expect.poll(() => figure('剩余').textContent()).toBe('0')
    await engineer.getByText('够用。').waitFor()
  })

  it('gives out no more than there is', async () => {
    await engineer.getByRole('button', { name: '分配' }).first().click()
    await pick('设备', '结算数据库服务器 2')
    await dialog().getByLabel('数量').fill('12')
    await dialog().locator('.ant-modal-footer .ant-btn-primary').click()
    await dialog().getByText('剩余 0,不够分配。').first().waitFor()
    await looked(engineer, 'licence-none-left-zh', 'main')
    await dialog().getByRole('button', { name: '取消' }).click()
    await dialog().waitFor({ state: 'hidden' })
  })

  it('gives out what was bought in addition', async () => {
    await engineer.getByRole('button', { name: '增加授权' }).click()
    await dialog().getByLabel('数量').fill('12')
    await dialog().getByLabel('订单或证书号').fill('CSI 2611-0907')
    await dialog().getByLabel('生效日期').fill('2026-01-01')
    await engineer.keyboard.press('Enter')
    await dialog().locator('.ant-modal-footer .ant-btn-primary').click()
    await dialog().waitFor({ state: 'hidden' })
    await expect.poll(() => figure('授权数').textContent()).toBe('76')
    await engineer.getByRole('button', { name: '分配' }).first().click()
    await pick('设备', '结算数据库服务器 2')
    await dialog().getByLabel('数量').fill('12')
    await dialog().locator('.ant-modal-footer .ant-btn-primary').click()
    await dialog().waitFor({ state: 'hidden' })
    await expect.poll(() => figure('剩余').textContent()).toBe('0')
    await engineer.locator('.lic-line', { hasText: '结算数据库服务器 2' }).waitFor()
    await looked(engineer, 'licence-mended-zh', 'main')
  })
})

describe('what runs out', () => {
  it('is seen month by month, and a contract is drawn up anew from there', async () => {
    await engineer.goto('/renewals')
    await engineer.locator('.ren-line').first().waitFor()
    await looked(engineer, 'renewals-zh', 'main')
    await engineer.locator('.ren-line', { hasText: '数据库服务器原厂延保' }).getByRole('link').first().click()
    const button = engineer.getByRole('button', { name: '起草续签合同' })
    await button.waitFor()
    const before = engineer.url()
    await button.click()
    await engineer.getByText('续自合同').waitFor()
    await engineer.waitForURL((url) => url.href !== before)
    await engineer.locator('.is-refused', { hasText: '生效' }).waitFor()
    await looked(engineer, 'contract-next-zh', 'main')
    await engineer.goto('/renewals')
    await engineer.locator('.ren-line', { hasText: '数据库服务器原厂延保' }).getByText('已安排续签').waitFor()
  })

  it('is read on a phone too', async () => {
    await engineer.setViewportSize(phone)
    await engineer.goto('/renewals')
    await engineer.locator('.ren-line').first().waitFor()
    expect(await isWithin(engineer)).toBe(true)
    await looked(engineer, 'renewals-phone-zh', 'main')
  })
})
