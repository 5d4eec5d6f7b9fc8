import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { personAt } from './support/browser.ts'
import { isWithin, looked, phone, useFirm } from './support/journey.ts'
import { password, startServer } from './support/server.ts'

const firm = useFirm()
let manager: Page
let engineer: Page

beforeAll(async () => {
  ;[manager, engineer] = await Promise.all([firm.at('manager'), firm.at('engineer')])
})

const call = async (page: Page, path: string, data: object = {}) => {
  const answer = await page.request.post(`/api/${path}`, { data })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}
const read = async (page: Page, path: string) => (await page.request.get(`/api/${path}`)).json()
const standing = (page: Page, state: string, within = 5_000) =>
  page.locator('.ts-page-head .ts-state', { hasText: state }).waitFor({ timeout: within })

describe('a service and the vendor who stands behind it', () => {
  let contract: { id: string; service: string }

  beforeAll(async () => {
    const { items } = await read(manager, 'underpinnings')
    contract = items[0]
  })

  it('is found where nobody does, and made good by a contract, on the open screen', async () => {
    await manager.goto('/controls/D-08')
    await standing(manager, '未遵守', 30_000)
    const { items } = await read(manager, 'controls/D-08/items?standing=bad')
    const today = new Date().toISOString().slice(0, 10)
    const span = { validFrom: today, validTo: `${Number(today.slice(0, 4)) + 1}-12-31` }
    for (const { subject, label } of items)
      await call(manager, 'underpinnings', {
        name: `${label}支持合同`,
        vendor: '金易软件(演示)',
        service: subject,
        ...span,
      })
    await standing(manager, '已遵守')
  })

  it('breaks its rule within five seconds of the contract’s end, and keeps it again, on the open screen', async () => {
    await call(manager, `underpinnings/${contract.id}/end`)
    await standing(manager, '未遵守')
    await manager.locator('.rul-item').first().waitFor()
    await looked(manager, 'control-contract-ended-zh', 'main')
    await call(manager, `underpinnings/${contract.id}/restore`)
    await standing(manager, '已遵守')
  })

  it('is not held against it while an exception lasts, and is again at that instant', async () => {
    await call(manager, `underpinnings/${contract.id}/end`)
    await standing(manager, '未遵守')
    const { item: service } = await read(manager, `services/${contract.service}`)
    const owner = (await read(await firm.at('checker'), 'session')).person.id
    const endsAt = new Date(Date.now() + 20_000).toISOString()
    const { item } = await call(engineer, 'control-exceptions', {
      ...{ title: '续签期间', control: 'D-08', subjects: [service.number], owner },
      ...{ reason: '续签合同正在盖章。', measure: '厂商书面承诺期间照常支持。' },
      ...{ startsAt: new Date().toISOString(), endsAt },
    })
    const proof = { version: item.version, signature: { password } }
    await call(manager, `control-exceptions/${item.id}/grant`, proof)
    await standing(manager, '按例外遵守')
    await looked(manager, 'control-excepted-zh', 'main')
    // Until its very end it stands so.
    await expect.poll(() => Date.now(), { timeout: 30_000, interval: 50 }).toBeGreaterThan(Date.parse(endsAt) - 700)
    expect((await read(manager, 'controls/D-08')).state).toBe('excepted')
    await standing(manager, '未遵守', Date.parse(endsAt) - Date.now() + 5_000)
    await call(manager, `underpinnings/${contract.id}/restore`)
    await standing(manager, '已遵守')
  })
})

describe('what follows a low grade', () => {
  it('is written down by those who answer for it, and the rule is judged by it', async () => {
    const { items } = await read(manager, 'controls/V-09/items?standing=bad')
    expect(items.length).toBeGreaterThan(0)
    const [{ subject, number }] = items
    await manager.goto('/controls/V-09')
    await manager.locator('.rul-item', { hasText: '没有回访' }).first().waitFor()
    await manager.goto(`/survey-answers/${number}`)
    await manager.locator('.ts-verbs').getByRole('button', { name: '回访', exact: true }).click()
    await manager.locator('.ant-modal textarea').last().fill('已当面致歉,说明原因和改进办法。')
    await looked(manager, 'follow-up-zh')
    await manager.locator('.ant-modal-footer .ant-btn-primary').last().click()
    await manager.getByText('已当面致歉').first().waitFor()
    const textOf = async () =>
      (await read(manager, 'controls/V-09/items?standing=bad')).items.find(
        (one: { subject: string }) => one.subject === subject,
      )?.text[0]
    await expect.poll(textOf, { timeout: 5_000 }).toContain('逾期才回访')
  })

  it('fits on a phone, in English', async () => {
    const auditor = await firm.at('auditor', { ...phone, lang: 'en' })
    for (const id of ['C-11', 'A-09', 'B-05']) {
      await auditor.goto(`/controls/${id}`)
      await auditor.locator('.ts-page-head .ts-state').waitFor()
      await looked(auditor, `control-${id}-phone-en`, 'main')
      expect(await isWithin(auditor)).toBe(true)
    }
  })
})

describe('a firm with nothing in it yet', () => {
  it('keeps no rule: an empty register proves nothing', async () => {
    const server = await startServer({ demo: false })
    try {
      const codeIn = () => /\b([0-9A-F]{12})\b/.exec(server.output())?.[1]
      await expect.poll(codeIn, { timeout: 30_000 }).toBeDefined()
      const code = codeIn()
      const given = { code, name: '吴海', login: 'first', password }
      const made = await fetch(`${server.url}/api/setup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(given),
      })
      expect(made.status, await made.text()).toBe(204)
      const { page } = await personAt(firm.browser, server.url, 'first')
      await page.goto('/rulebook')
      await page.getByText('还没有有效的制度').waitFor()
      const { controls } = await read(page, 'rulebook')
      expect(controls.length).toBeGreaterThan(80)
      const kept = controls.filter(({ state }: { state: string }) => state === 'kept')
      // Of the one person who is here, what is judged of people may be kept; nothing that has no subject is.
      expect(kept.filter(({ ok }: { ok: number }) => ok === 0)).toEqual([])
      await looked(page, 'rulebook-empty-zh', 'main')
    } finally {
      await server.stop()
      await server.clear()
    }
  })
})
