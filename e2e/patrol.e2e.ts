import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './support/accessible.ts'
import { picture, settled } from './support/browser.ts'
import { phone, useFirm } from './support/journey.ts'

const firm = useFirm()
let engineer: Page
let walker: Page
let air: BrowserContext
let number: string
let points: readonly { id: string; number: string; name: string }[]

const items = async (page: Page, path: string) => (await (await page.request.get(path)).json()).items
const shanghai = (ms: number) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(ms)

/** One pixel, as a camera would give it. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

beforeAll(async () => {
  engineer = await firm.at('engineer')
  walker = await firm.at('operator', phone)
  air = walker.context()
  const [route] = await items(engineer, '/api/patrol-routes')
  const [calendar] = await items(engineer, `/api/working-calendars?q=${encodeURIComponent('全天候')}`)
  const [post] = (await items(engineer, '/api/posts')).filter(({ code }: { code: string }) => code === 'duty-operator')
  points = (await items(engineer, `/api/checkpoints?route=${route.id}&sort=position`)) as typeof points
  const data = {
    ...{ name: '临时巡检', post: post.id, route: route.id, calendar: calendar.id, instructions: '逐点检查' },
    ...{ rule: { every: 'day', closed: 'anyway' }, startsOn: '2026-01-01', opensBefore: 60, closesAfter: 60 },
    at: shanghai(Date.now() + 30 * 60_000),
  }
  const made = await engineer.request.post('/api/periodic-duties', { data })
  expect(made.status(), await made.text()).toBe(201)
})

/** As a hand scanner does it: keys and Enter, wherever the focus is. */
async function scan(page: Page, text: string): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await page.locator('.pt-visit').waitFor()
}

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator('.pt-reading', { hasText: name })
    const input = field.locator('input')
    if (await input.count()) await input.fill(value)
    else await field.getByRole('button', { name: value, exact: true }).click()
  }
}

const keep = async (page: Page) => {
  await page.getByRole('button', { name: '记录并继续' }).click()
  await page.locator('.pt-points').waitFor()
}

describe('a patrol on a phone', () => {
  it('falls due', async () => {
    await expect
      .poll(
        async () =>
          (number = (await items(engineer, `/api/duty-tasks?q=${encodeURIComponent('临时巡检')}`))[0]?.number),
        {
          timeout: 30_000,
        },
      )
      .toMatch(/^DTK-/)
  })

  it('is walked with the network cut: a label is scanned, what is out of range is seen at once, and all of it waits', async () => {
    await walker.goto(`/patrol/${number}`)
    await walker.getByText('可离线使用').waitFor({ timeout: 60_000 })
    await air.setOffline(true)
    await walker.reload()
    await walker.getByText('网络已断开').waitFor()
    await scan(walker, `https://it.firm.example/checkpoints/${points[0]?.number}`)
    await walker.getByText('已扫码').waitFor()
    await fill(walker, { 温度: '29.5', 湿度: '52' })
    await walker.locator('.pt-reading[data-out]', { hasText: '越限' }).waitFor()
    await settled(walker)
    await picture(walker, 'patrol-checkpoint-zh')
    expect(await seriousFaults(walker, '.wk-page')).toEqual([])
    await keep(walker)
    const rest: Record<string, string>[] = [
      { 温度: '23', 机柜告警灯: '全绿' },
      { 回风温度: '24', 漏水: '否' },
      { 'UPS 负载': '45', 电池可用时间: '48' },
      { 灭火系统: '自动', 门禁正常: '是' },
    ]
    for (const [at, values] of rest.entries()) {
      await walker
        .locator('.pt-points button')
        .nth(at + 1)
        .click()
      await fill(walker, values)
      if (at === 3)
        await walker
          .locator('.pt-photos input')
          .setInputFiles({ name: 'gauge.png', mimeType: 'image/png', buffer: photo })
      await keep(walker)
    }
    await walker.getByText('5 条待发送').waitFor()
    await settled(walker)
    await picture(walker, 'patrol-offline-zh')
    expect(await seriousFaults(walker, '.wk-page')).toEqual([])
  })

  it('arrives once there is a network: the round is done, the alarm is raised, the photo is there', async () => {
    await air.setOffline(false)
    await walker.getByText('已全部发送').waitFor()
    await walker.getByText('这次巡检已完成').waitFor()
    const [round] = await items(engineer, `/api/duty-tasks?q=${encodeURIComponent('临时巡检')}`)
    const files = await items(engineer, `/api/duty-tasks/${round.id}/attachments`)
    expect(files).toHaveLength(1)
    const alarms = (await items(engineer, '/api/alarms/open')) as { title: string }[]
    expect(alarms.map(({ title }) => title)).toContain('冷通道 A:温度 29.5 °C,正常 18–27 °C')
    await engineer.goto(`/checkpoints/${points[0]?.number}`)
    await engineer.locator('.pt-chart svg').first().waitFor()
    await settled(engineer)
    await picture(engineer, 'checkpoint-zh')
    expect(await seriousFaults(engineer, 'main')).toEqual([])
  })
})
