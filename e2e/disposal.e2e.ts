import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { textOfPdf } from '../src/platform/transfer/pdf.testing.ts'
import { seriousFaults } from './support/accessible.ts'
import { picture, settled } from './support/browser.ts'
import { first, isWithin, phone, useFirm } from './support/journey.ts'
import { sign } from './support/run.ts'
import { password } from './support/server.ts'

const firm = useFirm()
let engineer: Page
let checker: Page
/** The disposal of the demo firm that waits for its data to be destroyed. */
let waiting: { id: string; number: string; assets: string[] }

beforeAll(async () => {
  engineer = await firm.at('engineer')
  checker = await firm.at('checker', phone)
  waiting = await first(engineer, 'disposals?state=approved')
})

const medium = (page: Page, state: string) => page.locator('.dsp-medium', { hasText: state }).first()

describe('a disposal', () => {
  it('is refused while data on it has not been destroyed, and says of which media', async () => {
    await engineer.goto(`/disposals/${waiting.number}`)
    await engineer.getByText('资产离开前还须完成').waitFor()
    await picture(engineer, 'disposal-zh')
    expect(await seriousFaults(engineer)).toEqual([])
    await engineer.getByRole('button', { name: '完成处置', exact: true }).click()
    const form = engineer.locator('.ant-modal')
    await form.getByLabel('接收方', { exact: true }).fill('绿源再生资源有限公司')
    await form.getByLabel('处置收入(元)').fill('3600')
    await form.locator('input[type=password]').fill(password)
    await form.locator('.ant-modal-footer .ant-btn-primary').click()
    await form.getByText('数据尚未销毁').first().waitFor()
    await form.getByText('已销毁,待见证签字').first().waitFor()
    await picture(engineer, 'disposal-refused-zh')
    await form.locator('.ant-modal-footer .ant-btn').first().click()
    await form.waitFor({ state: 'hidden' })
  })

  it('has the technique checked against how secret the data is', async () => {
    await medium(engineer, '待销毁').getByRole('button', { name: '登记销毁' }).click()
    const form = engineer.locator('.ant-modal')
    await choose(form, '介质类型', '机械硬盘')
    await form.getByLabel('介质序列号').fill('WD-WCC4N0099')
    await choose(form, '销毁方式', '覆写')
    await form.getByLabel('验证结果').fill('抽检无可读盘面。')
    await form.locator('.ant-modal-footer .ant-btn-primary').click()
    await form.getByText('至少须净化').first().waitFor()
    await picture(engineer, 'disposal-too-little-zh')
    await choose(form, '销毁方式', '粉碎')
    await form.locator('.ant-modal-footer .ant-btn-primary').click()
    await form.waitFor({ state: 'hidden' })
    await expect.poll(() => engineer.locator('.dsp-medium', { hasText: '待见证' }).count()).toBe(2)
  })

  it('is witnessed by another, who signs on a phone, once the certificate is there', async () => {
    const { items } = await (await engineer.request.get(`/api/destructions?disposal=${waiting.id}&state=done`)).json()
    expect(items).toHaveLength(2)
    const bare = items.find(({ serial }: { serial: string }) => serial === 'WD-WCC4N0099')
    await engineer.goto(`/destructions/${bare.number}`)
    await engineer
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: '销毁证明.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('WD-WCC4N0099 已粉碎'),
      })
    await engineer.getByText('销毁证明.txt').first().waitFor()
    await picture(engineer, 'destruction-zh')
    for (let left = 2; left > 0; left--) {
      await checker.goto(`/disposals/${waiting.number}`)
      await medium(checker, '待见证').waitFor()
      await picture(checker, `disposal-phone-${left}-zh`)
      expect(await isWithin(checker)).toBe(true)
      await medium(checker, '待见证').getByRole('button', { name: '见证签字' }).click()
      await sign(checker)
      await settled(checker)
    }
    await checker.getByText('全部介质的数据已销毁').waitFor()
    expect(await seriousFaults(checker)).toEqual([])
  })

  it('is then carried out: its assets are gone, and the slip says all of it', async () => {
    await engineer.goto(`/disposals/${waiting.number}`)
    await engineer.getByRole('button', { name: '完成处置', exact: true }).click()
    const form = engineer.locator('.ant-modal')
    await form.getByLabel('接收方', { exact: true }).fill('绿源再生资源有限公司')
    await form.getByLabel('处置收入(元)').fill('3600')
    await sign(engineer)
    await engineer.locator('.dsp-table .ts-state', { hasText: '已处置' }).nth(1).waitFor()
    await picture(engineer, 'disposal-done-zh')
    for (const id of waiting.assets) {
      const { item } = await (await engineer.request.get(`/api/assets/${id}`)).json()
      expect(item.state).toBe('disposed')
      // As a link opens it, and a code that is scanned.
      await engineer.goto(`/assets/${item.number}`)
      await engineer.locator('h1', { hasText: item.name }).waitFor()
    }
    const file = await engineer.request.get(`/api/disposals/${waiting.id}/pdf?lang=zh`)
    const text = textOfPdf(await file.body()).replaceAll('\n', '')
    for (const words of [
      waiting.number,
      '资产处置单',
      '数据销毁证明',
      'WD-WCC4N0099',
      '粉碎',
      '王丽娟',
      '绿源再生资源',
    ])
      expect(text).toContain(words)
  })
})

describe('how assets are kept', () => {
  it('shows what of maintenance is late, in hand and near', async () => {
    await engineer.goto('/upkeep')
    await engineer.getByRole('heading', { name: '已逾期' }).waitFor()
    await engineer.locator('.mnt-body [role=img] svg text').first().waitFor()
    await picture(engineer, 'upkeep-zh')
    expect(await seriousFaults(engineer)).toEqual([])
  })

  it('says what to renew, retire or move, and why, and what each service costs', async () => {
    await engineer.goto('/resources')
    await engineer.locator('.rsc-line').first().waitFor()
    await picture(engineer, 'resources-zh')
    expect(await seriousFaults(engineer)).toEqual([])
    await engineer.locator('.ant-segmented-item', { hasText: '按服务' }).click()
    await engineer.locator('.rsc-table').getByText('交易系统').waitFor()
    await engineer.locator('.rsc-parts [role=img] svg text').first().waitFor()
    expect(await seriousFaults(engineer)).toEqual([])
    await picture(engineer, 'resources-services-zh')
  })
})

async function choose(form: ReturnType<Page['locator']>, label: string, option: string): Promise<void> {
  await form.getByLabel(label).click()
  await form.page().locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click()
}
