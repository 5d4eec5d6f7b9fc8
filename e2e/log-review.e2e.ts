import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { isWithin, looked, phone, useFirm } from './support/journey.ts'
import { sign } from './support/run.ts'

const firm = useFirm()
let manager: Page
let operator: Page
let number: string
const conclusions = '行情网关告警增多,已要求厂商在两周内更换;其余与上周持平。'

const item = async (page: Page, path: string) => (await (await page.request.get(`/api/${path}`)).json()).item

beforeAll(async () => {
  ;[manager, operator] = await Promise.all([firm.at('manager'), firm.at('operator')])
})

describe('the review of the log', () => {
  it('is due on the console of whoever signs for it, and of nobody else', async () => {
    await manager.goto('/duty')
    const line = manager.locator('.ops-agenda-line', { hasText: '运行日志复核' })
    await line.getByText('待签字').waitFor()
    number = (await line.getAttribute('data-row')) as string
    await looked(manager, 'review-due-zh', 'main')
    const english = await firm.at('manager', { lang: 'en' })
    await english.goto('/duty')
    await english.locator('.ops-agenda-line', { hasText: 'Review of the operations log' }).getByRole('link').waitFor()
    await looked(english, 'review-due-en', 'main')
    await operator.goto('/duty')
    await operator.locator('.ops-agenda').first().waitFor()
    expect(await operator.getByText('运行日志复核').count()).toBe(0)
  })

  it('shows what recurs and what grows, and each figure opens its lines', async () => {
    await manager.locator('.ops-agenda-line', { hasText: '运行日志复核' }).getByRole('link').click()
    await manager.getByText('日志与生成时一致').waitFor()
    await looked(manager, 'review-zh', 'main')
    const figure = manager.locator('.ops-review-table tbody tr').first().getByRole('button').first()
    const count = Number(await figure.textContent())
    await figure.click()
    const drawer = manager.locator('.ant-drawer')
    await drawer.locator('.ops-log-line').first().waitFor()
    expect(await drawer.locator('.ops-log-line').count()).toBe(Math.min(count, 100))
    await looked(manager, 'review-lines-zh')
    await manager.keyboard.press('Escape')
  })

  it('is signed with what follows from it, and its days say that they were reviewed', async () => {
    await manager.locator('.ts-verbs').getByRole('button', { name: '签字', exact: true }).click()
    const dialog = manager.locator('.ant-modal')
    await dialog.locator('textarea').fill(conclusions)
    await sign(manager)
    await manager.locator('.ts-track .is-here', { hasText: '已复核' }).waitFor()
    await manager.locator('.ops-review blockquote', { hasText: conclusions }).waitFor()
    await looked(manager, 'review-signed-zh', 'main')

    const { reviewed } = await item(manager, `log-reviews/${number}`)
    const { tradingDay, number: line } = await item(operator, `log-entries/${reviewed.lines.last}`)
    await operator.goto(`/log?day=${tradingDay}`)
    await operator.locator('.ops-log-reviewed', { hasText: number }).getByText('已复核').waitFor()
    await looked(operator, 'log-reviewed-zh', 'main')
    await operator.goto(`/log-entries/${line}`)
    await operator.locator('.ops-log-reviewed', { hasText: number }).waitFor()
  })

  it('reads as well in English, and on a phone', async () => {
    const english = await firm.at('auditor', { lang: 'en' })
    await english.goto(`/log-reviews/${number}`)
    await english.getByText('The log is as it was when this was drawn up').waitFor()
    await looked(english, 'review-en', 'main')
    await english.setViewportSize(phone)
    expect(await isWithin(english)).toBe(true)
    await looked(english, 'review-phone-en', 'main')
  })
})

describe('the component map', () => {
  it('marks what is worked on, and leads to its window', async () => {
    const { items } = await (await operator.request.get('/api/components?kind=network')).json()
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
    const made = await operator.request.post('/api/maintenance-windows', {
      data: {
        ...{ title: '核心交换机更换电源', components: [items[0].id], dependents: false, reason: '更换故障电源' },
        ...{
          startsAt: at(0),
          endsAt: at(90),
          owner: (await (await operator.request.get('/api/session')).json()).person.id,
        },
      },
    })
    expect(made.status(), await made.text()).toBe(201)
    await operator.goto(`/map?at=${items[0].number}`)
    await operator.locator('.ts-node.is-maintained').first().waitFor()
    await operator.locator('.ops-panel').getByRole('link', { name: '核心交换机更换电源' }).waitFor()
    await looked(operator, 'map-maintained-zh', 'main')
  })

  it('and so does the wall', async () => {
    const admin = await firm.at('admin')
    const { items } = await (await admin.request.get('/api/wall-screens')).json()
    const made = await admin.request.post(`/api/wall-screens/${items[0].id}/make-address`, { data: {} })
    const { path } = await made.json()
    const wall = await (await firm.browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage()
    await wall.goto(`${firm.server.url}${path}`)
    await wall.getByRole('region', { name: '交易日' }).waitFor()
    await wall.keyboard.press('ArrowRight')
    await wall.locator('.wall-tile.is-maintained').first().waitFor()
    await looked(wall, 'wall-maintained-zh', 'main')
  })
})

describe('a source of SNMP traps', () => {
  it('is given its communities and users, which nobody is shown again', async () => {
    const engineer = await firm.at('engineer')
    const { items } = await (await engineer.request.get('/api/event-sources?kind=snmp')).json()
    await engineer.goto(`/event-sources/${items[0].number}`)
    await engineer.getByPlaceholder('团体名(每行一个)').fill('floor')
    await engineer.getByRole('button', { name: '添加用户' }).click()
    await engineer.getByPlaceholder('用户名').fill('switches')
    await engineer.getByPlaceholder('认证口令').fill('auth-pass-phrase')
    await engineer.getByPlaceholder('加密口令').fill('priv-pass-phrase')
    await looked(engineer, 'source-snmp-zh', 'main')
    await engineer.locator('.ops-source-acts').getByRole('button', { name: '保存' }).click()
    await engineer.locator('.ops-source-user').waitFor({ state: 'detached' })
    await engineer.goto(`/event-sources/${items[0].number}/edit`)
    await engineer.getByText('规则按顺序比对').first().waitFor()
    await looked(engineer, 'source-snmp-form-zh', 'main')
  })
})
