import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './support/accessible.ts'
import { picture } from './support/browser.ts'
import { useFirm } from './support/journey.ts'

const firm = useFirm()
let engineer: Page

beforeAll(async () => {
  engineer = await firm.at('engineer')
})

describe('alarms a person can live with', () => {
  it('say who was told, and what was like them', async () => {
    const { items } = await (await engineer.request.get('/api/alarms?q=timeout')).json()
    const escalated = items.find(({ escalationStep }: { escalationStep: number }) => escalationStep === 2)
    await engineer.goto(`/alarms/${escalated.number}`)
    await engineer.getByText('第 2 级 已告知').waitFor()
    await engineer.getByText('以往类似告警').waitFor()
    await picture(engineer, 'alarm-escalated-zh')
    expect(await seriousFaults(engineer, 'main')).toEqual([])
  })

  it('are silenced with a time and a reason, and told again by whoever ends that', async () => {
    const { items } = await (await engineer.request.get('/api/alarms?state=acknowledged')).json()
    const silences = (await (await engineer.request.get('/api/silences?state=in-force')).json()).items
    for (const { id } of silences) await engineer.request.post(`/api/silences/${id}/end`, { data: {} })
    await engineer.goto(`/alarms/${items[0].number}`)
    await engineer.getByRole('button', { name: '静默', exact: true }).click({ timeout: 30_000 })
    await engineer.locator('.ant-modal').getByText('8 小时').click()
    await engineer.getByLabel('原因').fill('周末加装硬盘。')
    await picture(engineer, 'alarm-silence-zh')
    await engineer.locator('.ant-modal-footer .ant-btn-primary').click()
    await engineer.getByText('静默中').first().waitFor()
    expect(await seriousFaults(engineer, 'main')).toEqual([])
  })

  it('are told apart from noise, week by week, each figure leading to its list', async () => {
    await engineer.goto('/alarm-noise?by=component')
    await engineer.locator('.ops-noise-table').nth(1).waitFor()
    await picture(engineer, 'alarm-noise-zh')
    expect(await seriousFaults(engineer, 'main')).toEqual([])
    const row = engineer.locator('.ops-noise-table tr', { hasText: '报单网关' })
    const count = Number(await row.getByRole('link').first().textContent())
    await row.getByRole('link').first().click()
    await expect.poll(() => engineer.locator('tr.ts-row').count()).toBe(count)
  })
})
