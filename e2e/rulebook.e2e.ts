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
const post = async (page: Page, path: string, data: object = {}) => {
  const answer = await page.request.post(`/api/${path}`, { data })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}

describe('the rulebook', () => {
  it('is read clause by clause, each with how it stands', async () => {
    await manager.goto('/rulebook')
    await manager.locator('.rul-clause').first().waitFor()
    await manager.locator('.rul-clause .ts-state', { hasText: '已遵守' }).first().waitFor({ timeout: 30_000 })
    await looked(manager, 'rulebook-zh', 'main')
  })

  it('fits on a phone, in English', async () => {
    const page = await firm.at('auditor', { ...phone, lang: 'en' })
    await page.goto('/rulebook')
    await page.locator('.rul-clause').first().waitFor()
    await looked(page, 'rulebook-phone', 'main')
    expect(await isWithin(page)).toBe(true)
    await page.goto('/controls/A-03')
    await page.locator('.rul-param, .rul-acts').first().waitFor()
    await looked(page, 'control-phone-en', 'main')
    expect(await isWithin(page)).toBe(true)
  })
})

describe('a policy', () => {
  it('goes from draft to effective by two people', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const me = (await (await engineer.request.get('/api/session')).json()).person.id
    const { item } = await post(engineer, 'policies', {
      ...{
        code: 'remote',
        title: '远程接入管理办法',
        area: 'security',
        owner: me,
        purpose: '管好远程接入',
        scope: '全体',
      },
      ...{
        effectiveOn: today,
        clauses: [{ key: '1', heading: '离职停权', text: '离职当日停权。', controls: ['S-08'] }],
      },
    })
    await engineer.goto(`/policies/${item.number}`)
    await verb(engineer, '提交审批').click()
    await engineer.locator('.ts-track .is-here', { hasText: '审批中' }).waitFor()
    await manager.goto(`/policies/${item.number}`)
    await verb(manager, '批准').click()
    await sign(manager)
    await manager.locator('.ts-track .is-here', { hasText: '有效' }).waitFor()
    await looked(manager, 'policy-zh', 'main')
    await manager.goto('/rulebook')
    await manager.getByText('远程接入管理办法').waitFor()
  })
})

describe('a control', () => {
  it('goes red within five seconds of what was done elsewhere, and green again, on the open screen', async () => {
    const tally = async () => (await (await manager.request.get('/api/controls/G-05')).json()).bad as number
    const before = await tally()
    await manager.goto('/controls/G-05')
    const bad = manager.locator('.ant-segmented-item', { hasText: '未遵守' })
    await bad.getByText(String(before), { exact: true }).waitFor()
    await bad.click()
    const admin = await firm.at('admin')
    const { item } = await post(admin, 'departments', { code: `N${Date.now() % 100_000}`, name: '新设部门' })
    await manager.locator('.rul-item', { hasText: '新设部门' }).waitFor({ timeout: 5_000 })
    await manager.locator('.ts-page-head .ts-state', { hasText: '未遵守' }).waitFor({ timeout: 5_000 })
    await looked(manager, 'control-broken-zh', 'main')
    await post(admin, `departments/${item.id}/close`)
    await manager.locator('.rul-item', { hasText: '新设部门' }).waitFor({ state: 'detached', timeout: 5_000 })
    await bad.getByText(String(before), { exact: true }).waitFor({ timeout: 5_000 })
  })
})
