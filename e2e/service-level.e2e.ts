import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { textOfPdf } from '../src/platform/transfer/pdf.testing.ts'
import { seriousFaults } from './support/accessible.ts'
import { picture } from './support/browser.ts'
import { first, isWithin, phone, useFirm } from './support/journey.ts'
import { sign } from './support/run.ts'

const firm = useFirm()
let manager: Page
/** The customer's person, on a phone. */
let business: Page

beforeAll(async () => {
  manager = await firm.at('manager')
  business = await firm.at('business', phone)
})

describe('what was promised, month by month', () => {
  it('shows an agreement with the contract it stands on, and where it promises more than that', async () => {
    const { number } = await first(manager, 'agreements?state=in-force&sort=createdAt')
    await manager.goto(`/agreements/${number}`)
    await manager.getByText('我们的承诺比厂商给我们的更紧').waitFor()
    await manager.getByText('P2 高 响应:我们 15 分钟,厂商 30 分钟').waitFor()
    await picture(manager, 'agreement-zh')
    expect(await seriousFaults(manager)).toEqual([])
  })

  it('makes the report of this month, which is issued with what is to be done', async () => {
    const { id } = await first(manager, 'agreements?state=in-force&sort=createdAt')
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())
    const made = await manager.request.post('/api/level-reports', {
      data: { agreement: id, month: `${today.slice(0, 7)}-01` },
    })
    expect(made.status()).toBe(201)
    const { number } = (await made.json()).item
    await manager.goto(`/level-reports/${number}`)
    await manager.getByRole('heading', { name: '概要' }).waitFor()
    await manager.getByRole('button', { name: '添加改进措施' }).click()
    const dialog = manager.locator('.ant-modal')
    await dialog.getByLabel('措施').fill('早间高峰加一名值班员')
    await dialog.getByLabel('负责人').fill('陈志远')
    await manager.locator('.ant-select-item-option', { hasText: '陈志远' }).click()
    await dialog.getByLabel('期限').fill('2027-01-15')
    await manager.keyboard.press('Enter')
    await picture(manager, 'report-improve-zh')
    await dialog.getByRole('button', { name: '添加', exact: true }).click()
    await manager.getByText('早间高峰加一名值班员').first().waitFor()
    await manager.getByRole('button', { name: '发出', exact: true }).click()
    const form = manager.locator('.ant-modal')
    await form.locator('textarea').fill('本月早间响应偏慢。')
    await form.locator('.ant-btn-primary').click()
    await manager.getByText('待客户确认').waitFor()
    await picture(manager, 'report-zh')
    expect(await seriousFaults(manager)).toEqual([])
  })

  it('reads right as a Chinese paper', async () => {
    const { id, number } = await first(manager, 'level-reports?state=issued&sort=-createdAt')
    const file = await manager.request.get(`/api/level-reports/${id}/pdf?lang=zh`)
    const text = textOfPdf(await file.body()).replaceAll('\n', '')
    for (const words of [number, '服务月报', '时限达成率', '近六个月', '本月早间响应偏慢。', '早间高峰加一名值班员'])
      expect(text).toContain(words)
  })

  it('is acknowledged by the customer on a phone, signed, with what they say', async () => {
    const { number } = await first(manager, 'level-reports?state=issued&sort=-createdAt')
    await business.goto(`/level-reports/${number}`)
    await business.getByRole('heading', { name: '概要' }).waitFor()
    await picture(business, 'report-phone-zh')
    expect(await isWithin(business)).toBe(true)
    expect(await seriousFaults(business)).toEqual([])
    await business.getByRole('button', { name: '确认', exact: true }).click()
    const dialog = business.locator('.ant-modal')
    await dialog.locator('textarea').first().fill('同意,请继续改进。')
    await sign(business)
    await business.getByText('同意,请继续改进。').first().waitFor()
    const { state } = await first(manager, `level-reports?q=${number}`)
    expect(state).toBe('acknowledged')
  })
})

describe('trends', () => {
  it('show a quarter of tickets, each figure leading to exactly what it counts', async () => {
    await manager.goto('/trends?step=week')
    await manager.getByRole('heading', { name: '收到与办结' }).waitFor()
    await manager.locator('.sv-charts svg').first().waitFor()
    await picture(manager, 'trends-zh')
    expect(await seriousFaults(manager)).toEqual([])
    const figure = manager.locator('.sv-bars tbody tr').nth(1).locator('td').first().getByRole('link')
    const count = Number(await figure.textContent())
    expect(count).toBeGreaterThan(10)
    await figure.click()
    await manager.waitForURL('**/incidents?**createdAt.from**')
    await manager.getByText(`${count} 条`).waitFor()
    await picture(manager, 'trends-list-zh')
  })

  it('lead from a bar to its list', async () => {
    await manager.goto('/trends?step=week&of=service')
    const bars = manager.locator('.sv-wide svg path[fill]:not([fill="none"])')
    await bars.first().waitFor()
    const bar = manager.locator('.sv-wide svg path[fill="#1668dc"]').nth(2)
    await bar.click()
    await manager.waitForURL('**/incidents?**')
    await manager.locator('.ts-row').first().waitFor()
  })

  it('fit a phone, and speak English', async () => {
    const page = await firm.at('engineer', { ...phone, lang: 'en' })
    await page.goto('/trends?step=month&of=assignee')
    await page.locator('.sv-charts svg').first().waitFor()
    expect(await isWithin(page)).toBe(true)
    await picture(page, 'trends-phone-en')
    const heads = await page.locator('main h1, main h2').allTextContents()
    expect(heads).toContain('In and out')
    expect(heads.join(' ')).not.toMatch(/[一-鿿]/)
    expect(await seriousFaults(page)).toEqual([])
  })
})
