import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planOf, reportCopy } from './support/backup.ts'
import { picture, settled } from './support/browser.ts'
import { isWithin, looked, phone, useFirm } from './support/journey.ts'

const firm = useFirm()
const folder = mkdtempSync(join(tmpdir(), 'touchstone-journey-copies-'))
let engineer: Page
let plan: Awaited<ReturnType<typeof planOf>>

beforeAll(async () => {
  engineer = await firm.at('engineer')
  plan = await planOf(engineer, await firm.at('manager'), 'settlement', folder, '结算参数备份')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a backup', () => {
  it('is reported by a token that is shown once, really restored, and proven before one’s eyes', async () => {
    await engineer.goto(`/backup-plans/${plan.number}`)
    await engineer.getByText('从未通过').waitFor()
    await engineer.getByRole('button', { name: '生成令牌' }).click()
    const token = (await engineer.locator('.ant-alert-success code').textContent()) as string
    await reportCopy(engineer, folder, token)
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
