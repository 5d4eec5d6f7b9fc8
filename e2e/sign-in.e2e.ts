import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './support/accessible.ts'
import { personAt, picture, settled, signIn } from './support/browser.ts'
import { phone, useFirm } from './support/journey.ts'
import { password } from './support/server.ts'

const firm = useFirm()
let checker: Page
let operator: Page
/** Of the authenticator app. */
let secret: string
let recovery: string

beforeAll(async () => {
  // Passkeys belong to a name: an address in numbers has none.
  const url = firm.server.url.replace('127.0.0.1', 'localhost')
  operator = (await personAt(firm.browser, url, 'operator')).page
  checker = (await personAt(firm.browser, url, 'checker')).page
  await plugIn(checker)
})

/** A device with a fingerprint reader, whose owner is at hand. */
async function plugIn(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
/** A code serves once, and so does any before it: waits for the next. */
async function nextCode(): Promise<string> {
  const used = code()
  await expect.poll(code, { timeout: 40_000, interval: 500 }).not.toBe(used)
  return code()
}
const dialog = (page: Page) => page.locator('.ant-modal').last()
const choose = (page: Page, proof: string) => dialog(page).locator('.ant-segmented').getByText(proof).click()
async function confirm(page: Page): Promise<void> {
  await dialog(page).locator('.ant-modal-footer .ant-btn-primary').click()
}
async function signOut(page: Page): Promise<void> {
  await page.locator('header').getByRole('button', { name: '王丽娟' }).click()
  await settled(page)
  await page.getByText('退出登录').click()
  await page.waitForURL('**/sign-in')
}

describe('how a person comes in, in their own hands', () => {
  it('adds a passkey with the password, and signs in by it alone', async () => {
    await checker.goto('/account')
    await checker.getByRole('button', { name: '添加通行密钥' }).click()
    await dialog(checker).getByLabel('名称').fill('复核席电脑')
    await dialog(checker).locator('input[type=password]').fill(password)
    await picture(checker, 'passkey-add-zh')
    await confirm(checker)
    await checker.getByText('复核席电脑').waitFor()
    await signOut(checker)
    await checker.getByRole('button', { name: '用通行密钥登录' }).waitFor()
    await picture(checker, 'sign-in-zh')
    await checker.getByRole('button', { name: '用通行密钥登录' }).click()
    await checker.locator('header').getByRole('button', { name: '王丽娟' }).waitFor()
    await checker.goto('/account')
    await checker.getByText('上次使用').first().waitFor()
  })

  it('switches one-time codes on, proved by the passkey, and is given recovery codes once', async () => {
    await checker.getByRole('button', { name: '启用' }).click()
    await choose(checker, '通行密钥')
    await confirm(checker)
    await dialog(checker).locator('svg').first().waitFor()
    secret = ((await dialog(checker).locator('code').textContent()) ?? '').replaceAll(' ', '')
    await dialog(checker).getByLabel('一次性口令').first().fill(code())
    await picture(checker, 'codes-on-zh')
    await confirm(checker)
    const codes = checker.locator('.ts-account-codes li')
    await codes.first().waitFor()
    expect(await codes.count()).toBe(10)
    recovery = (await codes.first().textContent()) ?? ''
    await picture(checker, 'recovery-codes-zh')
    await confirm(checker)
    await checker.getByText('剩余恢复码').waitFor()
  })

  it('signs in by password and then by code, or by a recovery code', async () => {
    await signOut(checker)
    const byPassword = async () => {
      await checker.locator('input[autocomplete="username"]').fill('checker')
      await checker.locator('input[autocomplete="current-password"]').fill(password)
      await checker.keyboard.press('Enter')
      await checker.locator('input[autocomplete="one-time-code"]').waitFor()
    }
    await byPassword()
    await picture(checker, 'second-step-zh')
    await checker.locator('input[autocomplete="one-time-code"]').fill('000000')
    await checker.keyboard.press('Enter')
    await checker.getByRole('alert').waitFor()
    await checker.locator('input[autocomplete="one-time-code"]').fill(await nextCode())
    await checker.keyboard.press('Enter')
    await checker.locator('header').first().waitFor()
    await signOut(checker)
    await byPassword()
    await checker.getByRole('button', { name: '改用恢复码' }).click()
    await checker.getByLabel('恢复码').fill(recovery)
    await checker.keyboard.press('Enter')
    await checker.locator('header').first().waitFor()
  }, 120_000)

  it('signs a step by passkey, and what the device signed is kept with it', async () => {
    await operator.goto('/duty')
    await operator.locator('.ops-agenda-line', { hasText: '开市启动' }).getByRole('button').click()
    await operator.waitForURL('**/runs/RUN-*')
    const line = `${new URL(operator.url()).pathname}?step=line`
    await operator.goto(line)
    await operator.getByRole('button', { name: '开始', exact: true }).click()
    await operator.locator('.ops-act textarea').fill('两条线路均通,时延 3 毫秒。')
    await operator.getByRole('button', { name: '完成', exact: true }).click()

    await checker.goto(line)
    await checker.getByRole('button', { name: '复核签字' }).click()
    await choose(checker, '通行密钥')
    const shown = dialog(checker).getByText('SHA-256').locator('code')
    await expect.poll(() => shown.getAttribute('title')).toMatch(/^[0-9a-f]{64}$/)
    const digest = await shown.getAttribute('title')
    await picture(checker, 'sign-by-passkey-zh')
    await confirm(checker)
    await dialog(checker).waitFor({ state: 'hidden' })

    const board = await (await checker.request.get(`/api${new URL(line, firm.server.url).pathname}/board`)).json()
    const step = board.steps.find((one: { key: string }) => one.key === 'line')
    const { items } = await (await checker.request.get(`/api/run-steps/${step.id}/signatures`)).json()
    expect(items).toMatchObject([{ method: 'passkey', digest }])
  })

  it('agrees to an approval by passkey, with what is agreed to before her eyes', async () => {
    const office = await firm.browser.newContext({ baseURL: firm.server.url })
    const post = async (path: string, data: object) => {
      const answer = await office.request.post(`/api/${path}`, { data })
      expect(answer.status(), await answer.text()).toBeLessThan(300)
      return answer.json()
    }
    await post('session', { login: 'manager', password })
    const { person } = await (await checker.request.get('/api/session')).json()
    const who = [{ is: 'person', id: person.id }]
    const step = {
      name: ['复核', 'Check'],
      who,
      need: 'any',
      count: null,
      sign: true,
      escalateAfter: null,
      escalateTo: [],
    }
    const rule = { record: 'incident', verb: 'start', when: [], steps: [step] }
    const made = await post('approval-rules', { name: '处理前复核', priority: 1, rule })
    // Nobody puts their own rule in force.
    await post('session', { login: 'admin', password })
    await post(`approval-rules/${made.item.id}/put-in-force`, {})
    await post('session', { login: 'engineer', password })
    const { item } = await post('incidents', { title: '风控拒单', impact: 'high' })
    await post(`incidents/${item.id}/start`, {})

    await checker.goto('/approvals')
    const line = checker.locator('.ts-approval', { hasText: item.number })
    await line.getByRole('button', { name: '同意' }).click()
    await dialog(checker).locator('.ts-signed').getByText('风控拒单').first().waitFor()
    await choose(checker, '通行密钥')
    await picture(checker, 'approve-by-passkey-zh')
    expect(await seriousFaults(checker)).toEqual([])
    await confirm(checker)
    await checker.getByText('已通过并办理').waitFor()
    const { items } = await (await checker.request.get(`/api/incidents/${item.id}/signatures`)).json()
    expect(items).toMatchObject([{ method: 'passkey', verb: 'approval-agree', person: person.id }])
    await office.close()
  })

  it('makes a token for one kind of record, and ends the other sessions', async () => {
    const elsewhere = await firm.browser.newContext({ baseURL: firm.server.url, locale: 'zh-CN' })
    const other = await elsewhere.newPage()
    await other.goto('/')
    await signIn(other, 'operator')
    await operator.goto('/account')
    await operator.getByLabel('用途').fill('报表脚本')
    await operator.getByLabel('范围').fill('故障')
    await operator.getByTitle('故障 · 只读', { exact: true }).click()
    await operator.getByRole('button', { name: '新建' }).click()
    const token = (await operator.locator('.ant-alert-success code').textContent()) ?? ''
    const ask = (path: string) =>
      fetch(`${firm.server.url}/api${path}`, { headers: { authorization: `Bearer ${token}` } })
    expect((await ask('/incidents')).status).toBe(200)
    expect((await ask('/people')).status).toBe(403)
    expect((await ask('/account')).status).toBe(403)
    await operator.getByRole('button', { name: '退出其他全部会话' }).click()
    await expect.poll(async () => (await other.request.get('/api/session')).status()).toBe(401)
    await elsewhere.close()
  })

  it('is read in English as a whole, by keyboard and by whoever does not see it', async () => {
    for (const page of [checker, operator]) {
      await page.goto('/account')
      await page.getByRole('button', { name: '添加通行密钥' }).waitFor()
      expect(await seriousFaults(page)).toEqual([])
    }
    await picture(checker, 'account-zh')
    await checker.getByText('EN', { exact: true }).click()
    await checker.getByRole('heading', { name: 'My account' }).waitFor()
    await picture(checker, 'account-en')
    const seen = ((await checker.locator('main').textContent()) ?? '').replace('复核席电脑', '')
    expect(seen).not.toMatch(/[一-鿿]/)
    await checker.setViewportSize(phone)
    await picture(checker, 'account-en-phone')
  })
})
