import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './support/accessible.ts'
import { picture, settled } from './support/browser.ts'
import { looked, phone, useFirm } from './support/journey.ts'

const firm = useFirm()
let operator: Page
/** Sets up what was agreed to. */
let engineer: Page
/** Answers for the database, on the phone. */
let owner: Page
let manager: Page

beforeAll(async () => {
  operator = await firm.at('operator')
  engineer = await firm.at('engineer')
  owner = await firm.at('admin', phone)
  manager = await firm.at('manager')
})

async function choose(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click()
  await page.keyboard.type(text)
  await page.locator('.ant-select-item-option', { hasText: text }).first().click()
}

const idOf = async (page: Page, code: string): Promise<string> =>
  (await (await page.request.get(`/api/access-rights?code=${encodeURIComponent(code)}`)).json()).items[0].id

describe('access, from the request to its end', () => {
  it('is refused by name where it is in conflict with what the person has', async () => {
    await operator.goto('/access/ask')
    await choose(operator, '系统', '银行转账')
    await operator.getByText('转账复核放行').click()
    await operator.getByLabel('用途').fill('代班复核')
    await operator.getByRole('button', { name: '提交申请' }).click()
    await operator
      .getByText(/转账录入与放行分离/)
      .first()
      .waitFor()
    await operator
      .getByText(/ACG-\d{6}-\d{4}/)
      .first()
      .waitFor()
    await picture(operator, 'access-conflict-zh')
    expect(await seriousFaults(operator)).toEqual([])
  })

  it('another is asked for, agreed to on the phone by the owner of the system, and set up by a third', async () => {
    await operator.goto('/access/ask')
    await choose(operator, '系统', '核心数据库')
    await operator.getByText('只读查询').click()
    await operator.getByLabel('用途').fill('核对清算差异')
    await operator.getByLabel('截止时间').fill('2099-01-01 18:00')
    await picture(operator, 'access-ask-zh')
    // Takes the date, and sends the form.
    await operator.keyboard.press('Enter')
    await operator.waitForURL('**/access-grants*')
    await operator.getByText('只读查询 · 李晓峰').first().click()

    await owner.goto('/approvals')
    const line = owner.locator('.ts-approval', { hasText: '只读查询' })
    await line.waitFor()
    await picture(owner, 'access-approval-phone-zh')
    await line.getByRole('button', { name: '同意' }).click()
    await owner.getByText('已通过并办理').waitFor()

    const id = await idOf(engineer, 'DB_READ')
    const { items } = await (await engineer.request.get(`/api/access-grants?accessRight=${id}&state=approved`)).json()
    await engineer.goto(`/access-grants/${items[0].number}`)
    await engineer.getByRole('button', { name: '登记开通' }).click()
    const form = engineer.locator('.ant-modal')
    await form.getByLabel('系统账号').fill('lixf_ro')
    await form.getByRole('button', { name: '登记开通' }).click()
    await form.waitFor({ state: 'hidden' })
    expect((await (await engineer.request.get(`/api/access-grants/${items[0].number}`)).json()).item.state).toBe(
      'granted',
    )
    await settled(engineer)
    await looked(engineer, 'access-grant')
  })

  it('stands where one looks for who can do what, by person and by system', async () => {
    await manager.goto('/access')
    await choose(manager, '系统', '核心数据库')
    await manager.getByText('核对清算差异').waitFor()
    await looked(manager, 'access-by-system')
    await manager.goto('/access-systems')
    await manager.getByText('银行转账').first().click()
    await settled(manager)
    await looked(manager, 'access-system')
    await manager.goto('/duty-separations')
    await settled(manager)
    await manager.getByText('清算执行与复核分离').first().click()
    await settled(manager)
    await looked(manager, 'duty-separation')
  })

  it('is over by itself at its instant', async () => {
    const post = async (page: Page, path: string, data: object) =>
      (await page.request.post(`/api/${path}`, { data })).json()
    const { person } = await (await operator.request.get('/api/session')).json()
    const right = await idOf(operator, 'TF_PARAM')
    const asked = await post(operator, 'access-requests', {
      ...{ person: person.id, rights: [right], kind: 'temporary', reason: '盘后调整最小变动价位' },
      endsAt: new Date(Date.now() + 20_000).toISOString(),
    })
    const [{ id, number }] = asked.items
    const business = await firm.at('business')
    const { items } = await (await business.request.get(`/api/access-grants/${id}/approvals`)).json()
    await post(business, `approvals/${items[0].id}/agree`, { digest: items[0].digest })
    await post(engineer, `access-grants/${id}/grant`, { account: 'lixf' })
    await operator.goto(`/access-grants/${number}`)
    // The track names every state: what it is in now the row itself says.
    const state = async () => (await (await operator.request.get(`/api/access-grants/${id}`)).json()).item.state
    await expect.poll(state, { timeout: 90_000 }).toBe('expired')
    await settled(operator)
    await picture(operator, 'access-expired-zh')
  })
})
