import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { looked, useFirm } from './support/journey.ts'

const firm = useFirm()
let engineer: Page
let engineerId: string

beforeAll(async () => {
  engineer = await firm.at('engineer')
  engineerId = (await (await engineer.request.get('/api/session')).json()).person.id
})

const noSideways = (page: Page) =>
  page.evaluate(() => {
    const main = document.querySelector('main') as HTMLElement
    return main.scrollWidth <= main.clientWidth
  })

/** What jargon of the desk stands on a page of business staff. */
const jargon = async (page: Page): Promise<string[]> => {
  const text = (await page.locator('.svc-portal').textContent()) ?? ''
  return ['P1', 'P2', 'P3', 'P4', '优先级', '指派', '处理人 ', '组件', 'incident', 'assignee'].filter((word) =>
    text.includes(word),
  )
}

/** Thumbs want 44 pixels. */
const tooSmall = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '.svc-portal :is(.svc-choice, .svc-matters a, .svc-acts button, .svc-tell, .svc-back)',
      ),
    ]
      .filter((one) => one.getBoundingClientRect().height < 44)
      .map((one) => one.textContent),
  )

/** At the desk it is taken on, worked on and put right. */
async function putRight(number: string, resolution: string): Promise<void> {
  const at = `/api/incidents/${number}`
  const does = async (verb: string, data = {}) =>
    expect((await engineer.request.post(`${at}/${verb}`, { data })).status(), verb).toBeLessThan(300)
  const { item } = await (await engineer.request.get(at)).json()
  if (item.state === 'new') await does('assign', { assignee: engineerId })
  if (item.state !== 'in-progress') await does('start')
  await does('resolve', { resolution })
}

describe.each([
  { name: 'desk', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
])('a business user at $width pixels', ({ name, width, height }) => {
  let page: Page
  let number: string
  beforeAll(async () => {
    page = await firm.at('business', { width, height })
  })

  const plain = async (step: string) => {
    await looked(page, `portal-${name}-${step}`, 'main')
    expect(await noSideways(page)).toBe(true)
    expect(await jargon(page)).toEqual([])
    expect(await tooSmall(page)).toEqual([])
  }

  it('lands where they are asked what they need', async () => {
    await page.waitForURL('**/portal')
    await page.getByRole('link', { name: /报告故障/ }).waitFor()
    await plain('home')
  })

  it('finds an answer in their own words as they type, reads it, and says that it helped', async () => {
    await page.getByLabel('需要什么帮助?').fill('终端登不上')
    await page.getByRole('link', { name: /交易终端无法登录怎么办/ }).waitFor()
    await plain('finds')
    await page.getByRole('link', { name: /交易终端无法登录怎么办/ }).click()
    await page.getByRole('heading', { name: '先自己看三件事' }).waitFor()
    await page.getByRole('button', { name: '解决了我的问题' }).click()
    await expect
      .poll(() => page.getByRole('button', { name: '解决了我的问题' }).getAttribute('aria-pressed'))
      .toBe('true')
    await plain('answer')
  })

  it('finds nothing that is written for the desk alone', async () => {
    await page.goto(`/portal?q=${encodeURIComponent('行情转发进程重启步骤')}`)
    await page.locator('.svc-finds').waitFor()
    expect(await page.getByText('行情转发进程重启步骤').count()).toBe(0)
  })

  it('reports what no answer solves in three fields, with a picture', async () => {
    await page.goto(`/portal?q=${encodeURIComponent('会议室投影仪没有画面')}`)
    await page.getByRole('link', { name: /告诉我们/ }).click()
    await page.waitForURL('**/portal/report**')
    expect(await page.getByLabel('发生了什么?').inputValue()).toBe('会议室投影仪没有画面')
    await page.getByLabel(/说说经过/).fill('早会前打开就没有画面,换过线。')
    await page.getByText('只有我,工作停了').click()
    await page.locator('input[type=file]').setInputFiles({
      name: '投影仪.png',
      mimeType: 'image/png',
      buffer: Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    })
    await plain('report')
    await page.getByRole('button', { name: '提交' }).click()
    await page.waitForURL('**/portal/matters/INC-*')
    number = page.url().split('/').at(-1) ?? ''
    await page.getByText('已收到').first().waitFor()
    await page.getByText('投影仪.png').waitFor()
    await plain('matter')
  })

  it('sees it put right as it happens, says that it is not, and then that it is', async () => {
    await putRight(number, '换了投影仪灯泡。')
    await page.getByRole('heading', { name: '解决了吗?' }).waitFor()
    await page.getByText('换了投影仪灯泡。').first().waitFor()
    await plain('confirm')
    await page.getByRole('button', { name: '还没有' }).click()
    await page.getByLabel('还差什么?').fill('画面偏绿。')
    await page.locator('.svc-wanted').getByRole('button', { name: '发送' }).click()
    await page.getByText('重新处理').waitFor()
    await page.getByText('画面偏绿。').waitFor()
    await putRight(number, '校正了颜色。')
    await page.getByRole('button', { name: '已解决' }).click()
    await page.getByRole('link', { name: '为这次服务评分' }).waitFor()
    await plain('closed')
  })

  it('rates it, once', async () => {
    await page.getByRole('link', { name: '为这次服务评分' }).click()
    await page.getByText('很满意').click()
    await page.getByText('是', { exact: true }).click()
    await page.getByLabel('还有什么想说的?').fill('谢谢')
    await plain('rate')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('您的评价已记下').waitFor()
    await page.goto(`/portal/matters/${number}`)
    await page.getByText('校正了颜色。').first().waitFor()
    expect(await page.getByRole('link', { name: '为这次服务评分' }).count()).toBe(0)
  })

  it('follows all of their matters in one list', async () => {
    await page.goto('/portal/matters')
    await page
      .getByRole('link', { name: /会议室投影仪没有画面/ })
      .first()
      .waitFor()
    await plain('matters')
  })
})
