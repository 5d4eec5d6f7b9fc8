import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './support/accessible.ts'
import { picture, settled } from './support/browser.ts'
import { phone, useFirm } from './support/journey.ts'
import { sign } from './support/run.ts'

interface Line {
  readonly tag: string
  readonly name: string
  readonly place: string
}

const firm = useFirm()
let engineer: Page
let manager: Page
let first: Page
let second: Page
let air: BrowserContext
let number: string
let lines: readonly Line[]

beforeAll(async () => {
  engineer = await firm.at('engineer')
  manager = await firm.at('manager')
  first = await firm.at('operator', phone)
  second = await firm.at('checker', phone)
  air = second.context()
})

const found = async (path: string) =>
  (await (await engineer.request.get(path)).json()).items as { id: string; code?: string }[]
const personId = async (name: string) => (await found(`/api/people?q=${encodeURIComponent(name)}`))[0]?.id
const placeId = async (code: string) =>
  (await found(`/api/locations?limit=200&q=${code}`)).find((one) => one.code === code)?.id

/** Chooses a place on a phone by its code. */
async function standAt(page: Page, code: string): Promise<void> {
  await page.locator('.ct-at').click()
  await page.getByLabel('搜索位置').fill(code)
  await page.locator('.ct-places li button').first().click()
  await page.locator('.ct-places').waitFor({ state: 'hidden' })
}

/** As a hand scanner does it: keys and Enter, wherever the focus is. */
async function scan(page: Page, tag: string): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.type(tag)
  await page.keyboard.press('Enter')
  await page.locator('.ct-last').filter({ hasText: tag }).waitFor()
}

async function type(page: Page, tag: string): Promise<void> {
  await page.getByLabel('资产编号').fill(tag)
  await page.keyboard.press('Enter')
  await page.locator('.ct-last').filter({ hasText: tag }).waitFor()
}

const openPage = async (page: Page) => {
  await page.goto(`/count/${number}`)
  await page.getByText('可离线使用').waitFor({ timeout: 60_000 })
}

describe('a stocktake by two phones', () => {
  it('is planned and started: what is expected is frozen', async () => {
    const data = {
      ...{
        title: '风控部终端盘点',
        plannedOn: '2026-11-27',
        mode: 'guided',
        places: [await placeId('BJ-RK')],
      },
      leader: await personId('陈志远'),
      counters: [await personId('李晓峰'), await personId('王丽娟')],
      approver: await personId('赵敏'),
    }
    const made = await engineer.request.post('/api/stocktakes', { data })
    expect(made.status(), await made.text()).toBe(201)
    number = (await made.json()).item.number
    await engineer.goto(`/stocktakes/${number}`)
    await engineer.getByText('件资产').waitFor()
    await engineer.getByRole('button', { name: '开始清点' }).click()
    await engineer.locator('.ant-modal-footer .ant-btn-primary').click()
    await engineer.locator('.stk-far').waitFor()
    lines = (await (await first.request.get(`/api/stocktaking/${number}/lines`)).json()).items
    expect(lines.length).toBeGreaterThan(10)
  })

  it('is counted by the first with a network', async () => {
    await openPage(first)
    await standAt(first, 'BJ-RK')
    const [one] = lines as [Line]
    await scan(first, one.tag)
    await first.locator('.ct-last').getByText('账实相符').waitFor()
    await first.getByText('已全部发送').waitFor()
    await type(first, one.tag)
    await first.getByText('您在此处已盘过').waitFor()
    await settled(first)
    await picture(first, 'count-zh')
    expect(await seriousFaults(first, '.wk-page')).toEqual([])
  })

  it('and by the second without: the page opens again, counts, and says that it waits', async () => {
    await openPage(second)
    await air.setOffline(true)
    await second.reload()
    await second.getByText('网络已断开').waitFor()
    await standAt(second, 'BJ-RK-02')
    const [both, other] = lines as [Line, Line]
    await type(second, both.tag)
    await type(second, other.tag)
    await type(second, 'OLD-7788')
    await second.getByText('不在应盘清单').waitFor()
    await second.getByText('3 条待发送').waitFor()
    await settled(second)
    await picture(second, 'count-offline-zh')
    await second.reload()
    await second.getByText('3 条待发送').waitFor()
  })

  it('whose counts arrive once there is a network, each once, and a conflict is shown', async () => {
    await air.setOffline(false)
    await second.getByText('已全部发送').waitFor()
    await second.getByText(/^冲突 [12]$/).click()
    await second.getByText('李晓峰 也盘到').first().waitFor()
    await picture(second, 'count-conflict-zh')
    // The lead's page has gone on by itself.
    await engineer.getByText('重复清点 1').waitFor()
    await engineer.getByText('OLD-7788').waitFor()
    await picture(engineer, 'stocktake-counting-zh')
    expect(await seriousFaults(engineer, 'main')).toEqual([])
    const { items } = await (await engineer.request.get(`/api/stocktake-counts?q=OLD-7788`)).json()
    expect(items).toHaveLength(1)
  })

  it('ends; what comes after it is kept and told to be late', async () => {
    const counts = lines
      .slice(2, -1)
      .map(({ tag, place }) => ({ key: crypto.randomUUID(), tag, place, countedAt: new Date().toISOString() }))
    const { id } = await (await first.request.get(`/api/stocktaking/${number}`)).json()
    const sent = await first.request.post('/api/stocktaking/counts', {
      data: { stocktake: id, sentAt: new Date().toISOString(), counts },
    })
    expect(sent.status(), await sent.text()).toBe(200)
    await air.setOffline(true)
    await standAt(second, 'BJ-RK-03')
    const last = lines.at(-1) as Line
    await type(second, last.tag)
    await engineer.getByRole('button', { name: '结束清点' }).click()
    await engineer.getByText('差异与处理').first().waitFor()
    await air.setOffline(false)
    await second.getByText('已全部发送').waitFor()
    await second.getByText('结束后收到').first().waitFor()
    await engineer.getByText('清点结束后收到 1').waitFor()
  })

  it('is settled, many differences in one go, and approved by somebody who did not count', async () => {
    await engineer.getByRole('button', { name: '采纳全部建议' }).click()
    await engineer.getByText(/已采纳建议/).waitFor()
    const open = engineer.locator('.stk-table.is-text tr', { hasText: '待处理' })
    await expect.poll(() => open.count()).toBeGreaterThan(0)
    for (let n = await open.count(); n > 0; n--)
      await open
        .nth(n - 1)
        .getByRole('checkbox')
        .check()
    await picture(engineer, 'stocktake-settling-zh')
    await engineer.getByRole('button', { name: /处理所选/ }).click()
    await engineer.getByRole('combobox', { name: '处理' }).click()
    await engineer.locator('.ant-select-item-option', { hasText: '不作更改' }).click()
    await engineer.getByLabel('理由').fill('已另行核实。')
    await engineer.locator('.ant-modal-footer .ant-btn-primary').click()
    await engineer.locator('.ts-outcome').waitFor()
    await engineer.locator('.ant-modal-footer button').click()
    await engineer.getByRole('button', { name: '提交批准' }).click()
    await engineer.locator('.ant-modal-footer .ant-btn-primary').click()
    await engineer.locator('.ant-modal').first().waitFor({ state: 'hidden' })

    await first.goto(`/stocktakes/${number}`)
    await first.locator('.ts-track .is-here', { hasText: '待批准' }).waitFor()
    expect(
      await first.getByRole('button', { name: '批准', exact: true }).and(first.locator(':not(.is-refused)')).count(),
    ).toBe(0)
    await manager.goto(`/stocktakes/${number}`)
    await manager.getByRole('button', { name: '批准', exact: true }).click()
    await sign(manager)
    await manager.locator('.ts-track .is-here', { hasText: '已完成' }).waitFor()
    await settled(manager)
    await picture(manager, 'stocktake-done-zh')
    expect(await seriousFaults(manager, 'main')).toEqual([])
  })

  it('has its signed report as PDF and workbook', async () => {
    const { item } = await (await engineer.request.get(`/api/stocktakes/${number}`)).json()
    expect(item.reportDigest).toMatch(/^[0-9a-f]{64}$/)
    for (const [format, head] of [
      ['pdf', '%PDF-'],
      ['xlsx', 'PK'],
    ] as const) {
      const file = await manager.request.get(`/api/stocktakes/${item.id}/${format}?lang=zh`)
      expect(file.status()).toBe(200)
      expect((await file.body()).subarray(0, head.length).toString()).toBe(head)
    }
  })

  it('stands in the calendar, beside what is overdue', async () => {
    await engineer.goto('/stocktake-calendar?year=2026')
    await engineer.getByText('风控部终端盘点').first().waitFor()
    await engineer.locator('.stk-overdue', { hasText: '上海灾备中心盘点' }).waitFor()
    await picture(engineer, 'stocktake-calendar-zh')
    expect(await seriousFaults(engineer, 'main')).toEqual([])
  })
})
