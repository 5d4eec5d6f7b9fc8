import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { isWithin, looked, phone, useFirm } from './support/journey.ts'

const firm = useFirm()
let engineer: Page
let manager: Page
let system: string
let review: { id: string; number: string }

const post = async (page: Page, path: string, data: object = {}) => {
  const answer = await page.request.post(`/api/${path}`, { data })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}
const me = async (page: Page): Promise<string> => (await (await page.request.get('/api/session')).json()).person.id
const verb = (page: Page, name: string) => page.locator('.ts-verbs').getByRole('button', { name, exact: true })

/** The list as the system exports it: somebody of ours, an account that is nobody's, and one with a right that nobody granted. */
const header = '账号,姓名,工号,权限,双因素,最近登录\n'
const auditorLine = 'zhou,周国栋,3001,query,是,2026-11-20 09:30\n'
const rootLine = 'root,,,admin,否,2026-11-23 23:10\n'
const testLine = 'test01,测试,,query,,\n'

async function bring(lines: string): Promise<void> {
  await engineer.goto(`/access-systems/${system}`)
  await engineer.getByRole('button', { name: '导入账号清单' }).click()
  const dialog = engineer.getByRole('dialog')
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'accounts.csv', mimeType: 'text/csv', buffer: Buffer.from(header + lines) })
  await dialog.getByRole('button', { name: '导入账号清单' }).click()
}

beforeAll(async () => {
  ;[engineer, manager] = await Promise.all([firm.at('engineer'), firm.at('manager')])
  const owner = await me(engineer)
  const made = await post(manager, 'access-systems', { code: 'journey-front', name: '行情前置', owner })
  system = made.item.number
  for (const [code, name, privileged] of [
    ['query', '查询', false],
    ['admin', '超级管理', true],
  ])
    await post(manager, 'access-rights', { system: made.item.id, code, name, privileged })
})

describe('the accounts of a system', () => {
  it('are taken whole, or not at all with everything that is wrong', async () => {
    await bring(`${auditorLine}${rootLine},谁,,query,也许,\n`)
    const alert = engineer.getByRole('dialog').getByRole('alert')
    await alert.getByText('没有账号').waitFor()
    await looked(engineer, 'account-list-refused-zh')
    await bring(auditorLine + rootLine + testLine)
    await engineer.getByRole('dialog').waitFor({ state: 'detached' })
    await engineer.locator('.ts-state', { hasText: '无主' }).first().waitFor()
    await looked(engineer, 'system-accounts-zh', 'main')
    await engineer.goto('/system-accounts')
    await engineer.getByText('root').first().waitFor()
    await looked(engineer, 'accounts-zh', 'main')
  })
})

describe('a review of access', () => {
  it('freezes them and is worked by keyboard', async () => {
    const { items } = await (
      await manager.request.get(`/api/access-systems?q=${encodeURIComponent('行情前置')}`)
    ).json()
    const made = await post(manager, 'access-reviews', {
      ...{ title: '行情前置权限复核', system: items[0].id, owner: await me(manager) },
    })
    review = made.item
    await manager.goto(`/access-reviews/${review.number}`)
    await verb(manager, '开始').click()
    await manager.locator('.ts-track .is-here', { hasText: '进行中' }).waitFor()

    await engineer.goto(`/access-review-work?review=${review.id}`)
    await engineer.locator('.arv-item.is-here', { hasText: 'root' }).waitFor()
    await looked(engineer, 'review-work-zh', 'main')
    await engineer.keyboard.press('r')
    await engineer.getByPlaceholder('为何收回').fill('无人认领')
    await engineer.keyboard.press('Enter')
    await engineer.locator('.arv-item.is-here', { hasText: 'test01' }).waitFor()
    await engineer.keyboard.press('j')
    await engineer.locator('.arv-item.is-here', { hasText: 'zhou' }).waitFor()
    await engineer.keyboard.press('k')
    await engineer.locator('.arv-item.is-here', { hasText: 'test01' }).waitFor()
    await engineer.keyboard.press('Shift+K')
    await engineer.getByPlaceholder('与授权不符').fill('测试仍在用')
    await engineer.keyboard.press('Enter')
    await engineer.locator('.arv-item', { hasText: 'test01' }).waitFor({ state: 'detached' })
  })

  it('is worked on a phone too, in English', async () => {
    const page = await firm.at('engineer', { ...phone, lang: 'en' })
    await page.goto(`/access-review-work?review=${review.id}`)
    await page.locator('.arv-item.is-here', { hasText: 'zhou' }).waitFor()
    await looked(page, 'review-work-phone-en', 'main')
    expect(await isWithin(page)).toBe(true)
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await page.getByPlaceholder('Not as granted').fill('Auditors look in')
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await page.getByText('There is nothing for you to review.').waitFor()
  })

  it('closes with the revoke open, which stays so while a list still shows it', async () => {
    await manager.goto(`/access-reviews/${review.number}`)
    await verb(manager, '结束').click()
    await manager.locator('.ts-track .is-here', { hasText: '已结束' }).waitFor()
    await manager.getByText('收回决定尚未见效').waitFor()
    await bring(auditorLine + rootLine.replace('23:10', '23:55') + testLine)
    await manager.locator('.ts-state', { hasText: '仍见于' }).waitFor()
    await looked(manager, 'review-revoke-open-zh', 'main')
  })

  it('is done with it once a complete list no longer does', async () => {
    await bring(auditorLine + testLine)
    await manager.getByText('收回决定尚未见效').waitFor({ state: 'detached' })
    const page = await firm.at('manager', { lang: 'en' })
    await page.goto(`/access-reviews/${review.number}`)
    await page.getByText('revoked', { exact: false }).first().waitFor()
    await looked(page, 'review-done-en', 'main')
    const { items } = await (
      await manager.request.get(`/api/access-review-items?review=${review.id}&state=revoked`)
    ).json()
    expect(items).toMatchObject([{ title: 'root', goneIn: expect.any(String) }])
  })
})
