import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { picture, settled } from './support/browser.ts'
import { isWithin, looked, phone, useFirm } from './support/journey.ts'
import { password } from './support/server.ts'

const firm = useFirm()
const folder = mkdtempSync(join(tmpdir(), 'touchstone-journey-copies-'))
let engineer: Page
let number: string
let id: string

const api = async (page: Page, path: string, data: object, status = 200) => {
  const answer = await page.request.post(`/api/${path}`, { data })
  const body = await answer.json()
  expect(answer.status(), JSON.stringify(body)).toBe(status)
  return body
}

beforeAll(async () => {
  engineer = await firm.at('engineer')
  const manager = await firm.at('manager')
  const [component] = (await (await engineer.request.get('/api/components?q=settlement')).json()).items
  const [calendar] = (await (await engineer.request.get('/api/working-calendars?kind=always')).json()).items
  const made = await api(
    engineer,
    'backup-plans',
    {
      ...{ name: '结算参数备份', component: component.id, owner: component.createdBy, calendar: calendar.id },
      ...{ settings: { is: 'tar', folder }, rule: { every: 'day', closed: 'anyway' }, at: '23:30', graceMinutes: 600 },
      totals: [{ name: 'lines', of: 'params#lines', check: 'same' }],
      startsOn: '2026-01-01',
    },
    201,
  )
  ;({ id, number } = made.item)
  await api(manager, `backup-plans/${id}/approve`, { version: made.item.version, signature: { password } })
})
afterAll(() => rmSync(folder, { recursive: true }))

const report = (token: string, body: object) =>
  engineer.request.post('/api/intake/backup', { data: body, headers: { authorization: `Bearer ${token}` } })

describe('a backup', () => {
  it('is reported by a token that is shown once, really restored, and proven before one’s eyes', async () => {
    await engineer.goto(`/backup-plans/${number}`)
    await engineer.getByText('从未通过').waitFor()
    await engineer.getByRole('button', { name: '生成令牌' }).click()
    const token = (await engineer.locator('.ant-alert-success code').textContent()) as string
    writeFileSync(join(folder, 'params'), 'a\nb\n')
    execFileSync('tar', ['-cf', join(folder, 'copy.tar'), '-C', folder, 'params'])
    const bytes = readFileSync(join(folder, 'copy.tar'))
    const at = new Date().toISOString()
    const answer = await report(token, {
      ...{ key: 'journey-1', startedAt: at, endedAt: at, exitCode: 0, location: 'copy.tar', bytes: bytes.length },
      sha256: createHash('sha256').update(bytes).digest('hex'),
      totals: [{ name: 'lines', value: '2' }],
    })
    expect(await answer.json()).toMatchObject({ state: 'succeeded', finding: 'good' })
    await engineer.locator('.bkp-run').first().waitFor()
    // The house begins the first test by itself where no session is on; else one is asked for.
    const button = engineer.getByRole('button', { name: '立即恢复测试' })
    const proven = engineer.locator('.bkp-line', { hasText: '最近通过' }).locator('a')
    await button.or(proven).first().waitFor()
    if (!(await proven.isVisible())) await button.click({ timeout: 5_000 }).catch(() => {})
    await proven.waitFor()
    await looked(engineer, 'backup-plan-new-zh', 'main')
    await proven.click()
    await engineer.locator('.bkp-steps li').nth(4).waitFor()
    await looked(engineer, 'restore-test-zh', 'main')
  })

  it('that is not what was saved stands out, also in English and on a phone', async () => {
    const { items } = await (await engineer.request.get('/api/restore-tests?state=failed')).json()
    await engineer.goto('/backup-plans')
    await engineer.getByText('银行转账流水备份').first().waitFor()
    await looked(engineer, 'backup-plans-zh', 'main')
    await engineer.goto(`/backup-plans/${items[0].plan}`)
    await engineer.getByText('副本与上报时的校验值不符').first().waitFor()
    await engineer.locator('[role=img] svg').first().waitFor()
    await looked(engineer, 'backup-plan-failed-zh', 'main')
    const small = await firm.at('checker', { ...phone, lang: 'en' })
    await small.goto(`/backup-plans/${items[0].plan}`)
    await small.getByText('its digest differs').first().waitFor()
    await settled(small)
    expect(await isWithin(small)).toBe(true)
    await picture(small, 'backup-plan-phone')
  })
})
