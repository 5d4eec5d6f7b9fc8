import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { isWithin, looked, phone, useFirm } from './support/journey.ts'
import { sign } from './support/run.ts'

const firm = useFirm()
let engineer: Page
let manager: Page

beforeAll(async () => {
  ;[engineer, manager] = await Promise.all([firm.at('engineer'), firm.at('manager')])
})

const verb = (page: Page, name: string) => page.locator('.ts-verbs').getByRole('button', { name, exact: true })
const isAt = (page: Page, state: string) => page.locator('.ts-track .is-here', { hasText: state }).waitFor()

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).first().click()
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
  await page.keyboard.press('Escape')
}

const post = async (page: Page, path: string, data: object = {}) => {
  const answer = await page.request.post(`/api/${path}`, { data })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}
const control = async () => (await manager.request.get('/api/controls/X-101')).json()

let first: string
let grown: string

describe('a control of the firm’s own', () => {
  it('is made from a template, each blank chosen of what declarations offer', async () => {
    await engineer.goto('/own-controls/new')
    await engineer.getByLabel('控制项编号').fill('X-101')
    await engineer.getByLabel('名称', { exact: true }).fill('部门指定负责人')
    await engineer.getByLabel('英文名称').fill('A department names its head')
    await choose(engineer, '领域', '治理与制度')
    await engineer.getByLabel('设置理由').fill('内审要求每个部门有人负责。')
    await engineer.getByLabel('怎样改正', { exact: true }).fill('指定负责人。')
    const record = engineer.getByRole('combobox', { name: '检查哪类记录' })
    await record.fill('部门')
    await engineer.locator('.ant-select-dropdown:visible').getByText('部门', { exact: true }).click()
    await engineer.locator('.ts-shape-variant').getByRole('combobox').first().click()
    await engineer.locator('.ant-select-dropdown:visible').getByText('项目填写齐全', { exact: true }).click()
    await choose(engineer, '应填项目', '负责人')
    await choose(engineer, '状态(不选则不限)', '在设')
    await looked(engineer, 'own-control-form-zh', 'main')
    await engineer.getByRole('button', { name: '保存' }).click()
    await engineer.waitForURL(/own-controls\/OCT-/)
    first = new URL(engineer.url()).pathname.split('/').at(-1) as string
  })

  it('shows what it would find before anybody approves it', async () => {
    await engineer.locator('.rul-preview', { hasText: '未遵守' }).waitFor()
    await verb(engineer, '提交审批').click()
    await isAt(engineer, '审批中')
    await looked(engineer, 'own-control-preview-zh', 'main')
    const english = await firm.at('auditor', { lang: 'en' })
    await english.goto(`/own-controls/${first}`)
    await english.locator('.rul-preview').waitFor()
    await looked(english, 'own-control-preview-en', 'main')
  })

  it('is approved by a second person and judged like every control', async () => {
    await manager.goto(`/own-controls/${first}`)
    await verb(manager, '批准').click()
    await sign(manager)
    await isAt(manager, '有效')
    await expect.poll(async () => (await control()).judgedAt ?? null, { timeout: 10_000 }).not.toBeNull()
    await manager.getByRole('link', { name: /X-101/ }).first().click()
    await manager.locator('.rul-items').waitFor()
  })

  it('goes red on the open screen by something done elsewhere', async () => {
    const { bad } = await control()
    await manager.locator('.ant-segmented-item', { hasText: '未遵守' }).click()
    const admin = await firm.at('admin')
    const { item } = await post(admin, 'departments', { code: `N${Date.now() % 100_000}`, name: '待定部门' })
    grown = item.number
    await manager.locator('.rul-item', { hasText: '待定部门' }).waitFor({ timeout: 5_000 })
    expect(await control()).toMatchObject({ state: 'broken', bad: bad + 1 })
    await looked(manager, 'own-control-red-zh', 'main')
    await manager.goto('/rulebook')
    await manager.locator('.rul-line', { hasText: 'X-101' }).locator('.rul-own').waitFor()
    await looked(manager, 'own-control-rulebook-zh', 'main')
  })

  it('judges otherwise in its next edition, and keeps what the one before had found', async () => {
    await engineer.goto(`/own-controls/${first}`)
    await engineer.getByRole('button', { name: '新建版次' }).click()
    await engineer.waitForURL((url) => !url.pathname.endsWith(first))
    const next = new URL(engineer.url()).pathname.split('/').at(-1) as string
    const { item } = await (await engineer.request.get(`/api/own-controls/${next}`)).json()
    const judges = { is: 'fresh', field: 'createdAt', days: 3_000 }
    const changed = await engineer.request.patch(`/api/own-controls/${item.id}`, {
      data: { version: item.version, judges },
    })
    expect(changed.ok(), await changed.text()).toBe(true)
    await engineer.locator('.rul-would', { hasText: grown }).waitFor()
    await engineer.goto(`/own-controls/${next}`)
    await engineer.locator('.rul-would', { hasText: grown }).waitFor()
    await verb(engineer, '提交审批').click()
    await isAt(engineer, '审批中')
    await manager.goto(`/own-controls/${next}`)
    await verb(manager, '批准').click()
    await sign(manager)
    await isAt(manager, '有效')
    await expect.poll(async () => (await control()).state, { timeout: 10_000 }).toBe('kept')
    expect(await control()).toMatchObject({ version: 2, bad: 0, own: next })
    await manager.goto('/controls/X-101')
    await manager.locator('.ts-page-head .ts-state', { hasText: '已遵守' }).waitFor()
    const small = await firm.at('auditor', { ...phone, lang: 'en' })
    await small.goto('/controls/X-101')
    await small.locator('.rul-items').waitFor()
    await looked(small, 'own-control-phone-en', 'main')
    expect(await isWithin(small)).toBe(true)
  })
})
