import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './support/accessible.ts'
import { picture } from './support/browser.ts'
import { first, phone, useFirm } from './support/journey.ts'

const firm = useFirm()
let admin: Page
let wall: Page

beforeAll(async () => {
  admin = await firm.at('admin')
})

describe('the wall', () => {
  it('gets its address from an administrator, shown once', async () => {
    const { number } = await first(admin, 'wall-screens')
    await admin.goto(`/wall-screens/${number}`)
    await admin.getByRole('button', { name: '生成地址' }).click({ timeout: 30_000 })
    const address = admin.getByText(/\/wall#[\w-]{43}/).first()
    const [path = ''] = ((await address.textContent()) ?? '').match(/\/wall#[\w-]{43}/) ?? []
    await picture(admin, 'wall-screen-zh')

    const stranger = await firm.browser.newContext({ viewport: { width: 1920, height: 1080 } })
    wall = await stranger.newPage()
    await wall.goto(`${firm.server.url}${path}`)
    await wall.locator('.wall-clock').waitFor({ timeout: 30_000 })
  })

  it('shows one view after another, in either language', async () => {
    for (const [name, title] of [
      ['day', '交易日'],
      ['components', '组件'],
      ['alarms', '告警'],
      ['duty', '在班'],
    ] as const) {
      await wall.getByRole('region', { name: title }).waitFor()
      await picture(wall, `wall-${name}-zh`)
      expect(await seriousFaults(wall, 'main')).toEqual([])
      await wall.keyboard.press('ArrowRight')
    }
    const { id, version } = await first(admin, 'wall-screens')
    await admin.request.patch(`/api/wall-screens/${id}`, { data: { version, lang: 'en', seconds: 600 } })
    await wall.getByText('On duty').first().waitFor()
    for (const name of ['day', 'components', 'alarms']) {
      await wall.setViewportSize(name === 'alarms' ? phone : { width: 1440, height: 900 })
      await picture(wall, `wall-${name}-en`)
      await wall.keyboard.press('ArrowRight')
    }
    await wall.setViewportSize({ width: 1920, height: 1080 })
  })

  it('says that it is cut off, and comes back by itself', async () => {
    await wall.context().setOffline(true)
    await wall.getByText('Cut off').waitFor({ timeout: 40_000 })
    await picture(wall, 'wall-cut-en')
    await wall.context().setOffline(false)
    await wall.getByText('Cut off').waitFor({ state: 'detached', timeout: 40_000 })
  })

  it('leads nowhere once it is revoked', async () => {
    const { id } = await first(admin, 'wall-screens')
    await admin.request.post(`/api/wall-screens/${id}/revoke`, { data: {} })
    await wall.getByText('leads nowhere any more').waitFor({ timeout: 40_000 })
    await wall.context().close()
  })
})
