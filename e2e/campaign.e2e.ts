import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { picture } from './support/browser.ts'
import { isWithin, looked, phone, useFirm } from './support/journey.ts'
import { sign } from './support/run.ts'

const firm = useFirm()
let engineer: Page
let manager: Page
let business: Page

beforeAll(async () => {
  ;[engineer, manager, business] = await Promise.all([firm.at('engineer'), firm.at('manager'), firm.at('business')])
})

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const verb = (page: Page, name: string) => page.locator('.ts-verbs').getByRole('button', { name, exact: true })
const inState = (page: Page, state: string) => page.locator('.ts-track .is-here', { hasText: state }).waitFor()
const call = async (page: Page, path: string, data: object, method: 'post' | 'patch' = 'post') => {
  const answer = await page.request[method](`/api/${path}`, { data })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}
const title = '移动存储介质管理办法'
const mine = (page: Page) =>
  page.locator('.rul-policy', { has: page.getByRole('heading', { name: title, exact: true }) })

/** From draft to effect: submitted by who drew it up, approved and signed by the manager. */
async function approve(number: string): Promise<void> {
  await call(engineer, `policies/${number}/submit`, {})
  await manager.goto(`/policies/${number}`)
  await verb(manager, '批准').click()
  await sign(manager)
  await inState(manager, '有效')
}

describe('a policy and its readers', () => {
  let policy: { id: string; number: string }

  it('is read from a document that the firm has, looked at before it is filled in', async () => {
    await engineer.goto('/policies/new')
    await engineer.locator('input[type=file]').setInputFiles({
      name: '介质.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(
        `${title}\n为防止数据外泄,制定本办法。\n第一条 登记 介质领用应当登记。\n第二条 加密 介质应当加密。\n(一)客户资料;\n(二)日志。`,
      ),
    })
    await engineer.locator('.ant-modal .rul-clause').nth(1).waitFor()
    await looked(engineer, 'policy-document-zh')
    await engineer.getByRole('button', { name: '填入表单' }).click()
    await engineer.locator('.ant-modal').waitFor({ state: 'detached' })
    await engineer.locator('input[value="加密"]').waitFor()
    expect(await engineer.locator('input[value="登记"]').count()).toBe(1)
  })

  it('goes from draft to effect by two people', async () => {
    const me = (await (await engineer.request.get('/api/session')).json()).person.id
    const clauses = [
      { key: '1', heading: '登记', text: '介质领用应当登记。', controls: [] },
      { key: '2', heading: '加密', text: '介质应当加密。', controls: [] },
    ]
    const values = { code: 'media', title, area: 'security', owner: me, purpose: '防止数据外泄', scope: '全体人员' }
    policy = (await call(engineer, 'policies', { ...values, clauses, effectiveOn: today })).item
    await approve(policy.number)
    await manager.emulateMedia({ media: 'print' })
    expect(await manager.locator('.rul-clause').nth(1).isVisible()).toBe(true)
    expect(await manager.locator('.rul-acts').isVisible()).toBe(false)
    await picture(manager, 'policy-on-paper-zh')
    await manager.emulateMedia({ media: null })
  })

  it('is put before everybody to sign', async () => {
    await manager.getByRole('button', { name: '发起阅读签字' }).click()
    await manager.getByRole('switch').click()
    await manager.getByRole('button', { name: '保存' }).click()
    await inState(manager, '草稿')
    await verb(manager, '开始').click()
    await inState(manager, '进行中')
    await manager.locator('.rul-progress-line').nth(3).waitFor()
  })

  it('is signed by a reader under the text that they read, and counted at once', async () => {
    await business.goto('/my-reading')
    await mine(business).waitFor()
    await looked(business, 'my-reading-zh', 'main')
    await mine(business).getByRole('button', { name: '阅读并签字' }).click()
    await business.getByText('介质应当加密。').first().waitFor()
    await verb(business, '已阅读,签字确认').click()
    await sign(business)
    await inState(business, '已签字')
    await looked(business, 'reading-signed-zh', 'main')
    await manager.locator('.rul-progress-line').first().getByText('已签 1').waitFor()
    await looked(manager, 'campaign-zh', 'main')
  })

  it('is asked for again by a second edition', async () => {
    const { id, number } = await call(engineer, `policies/${policy.id}/new-edition`, {})
    const clauses = [{ key: '1', heading: '禁用', text: '不得使用移动存储介质。', controls: [] }]
    await call(engineer, `policies/${id}`, { version: 1, clauses, effectiveOn: today }, 'patch')
    await business.goto('/my-reading')
    await business.getByText('最近签过的').waitFor()
    expect(await mine(business).count()).toBe(0)
    await approve(number)
    await mine(business).getByText('不得使用移动存储介质。').waitFor()
    await manager.goto('/reading-campaigns')
    await manager.getByText(`${title}(第 2 版)`).first().waitFor()
  })
})

describe('laws and standards', () => {
  it('are held against the clauses of the firm, from either side, in both languages', async () => {
    await manager.goto('/coverage?pack=CSL')
    await manager.locator('.rul-item').first().waitFor()
    await looked(manager, 'coverage-zh', 'main')
    const auditor = await firm.at('auditor', { ...phone, lang: 'en' })
    await auditor.goto('/coverage?pack=ISO20K')
    await auditor.locator('.rul-item').first().waitFor()
    await auditor.getByText('By our clauses').click()
    await auditor.locator('.rul-item.is-two').first().waitFor()
    await looked(auditor, 'coverage-phone-en', 'main')
    expect(await isWithin(auditor)).toBe(true)
    await auditor.goto('/my-reading')
    await auditor.locator('.rul-clause').first().waitFor()
    await looked(auditor, 'my-reading-phone-en', 'main')
    expect(await isWithin(auditor)).toBe(true)
  })
})
