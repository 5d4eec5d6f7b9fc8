import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './support/accessible.ts'
import { picture } from './support/browser.ts'
import { isWithin, phone, useFirm } from './support/journey.ts'
import { sign } from './support/run.ts'

const firm = useFirm()
let engineer: Page
let manager: Page
let checker: Page
/** On their phone. */
let business: Page

beforeAll(async () => {
  engineer = await firm.at('engineer')
  manager = await firm.at('manager')
  checker = await firm.at('checker')
  business = await firm.at('business', phone)
})

interface Made {
  readonly id: string
  readonly number: string
}

async function report(title: string, values: object = {}, by = engineer): Promise<Made> {
  const answer = await by.request.post('/api/incidents', { data: { title, ...values } })
  return (await answer.json()).item
}
const item = async (path: string) => (await (await engineer.request.get(`/api/${path}`)).json()).item
const ticket = (title: string) => engineer.locator('.svc-ticket', { hasText: title })

describe('an agent’s morning', () => {
  let down: Made
  let twin: Made
  let slow: Made

  it('the desk names what is most urgent and why, and keys lead through the queue', async () => {
    slow = await report('打印很慢', { impact: 'low', urgency: 'low' })
    twin = await report('看不到最新价', {}, business)
    down = await report('报单界面价格不动', { impact: 'high', urgency: 'high', affectsTrading: true })
    await engineer.goto('/desk')
    await ticket('报单界面价格不动').waitFor()
    const most = engineer.locator('.svc-most')
    expect(await most.textContent()).toMatch(/时限 .* (到期,还有|已到期,超时)|可能影响交易/)
    await picture(engineer, 'desk-zh')
    expect(await seriousFaults(engineer)).toEqual([])

    await engineer.keyboard.press('n')
    await engineer.locator('.svc-ticket.is-here').waitFor()
    await engineer.keyboard.press('j')
    await engineer.waitForFunction(() => document.querySelectorAll('.svc-ticket')[1]?.classList.contains('is-here'))
    await ticket('报单界面价格不动').click()
    await engineer.locator('.svc-pane h1', { hasText: '报单界面价格不动' }).waitFor()
    await engineer.keyboard.press('Escape')
    await ticket('报单界面价格不动').click()
  })

  it('A takes the ticket in hand; a macro is looked at, then answers in one press', async () => {
    await engineer.locator('.svc-pane h1', { hasText: '报单界面价格不动' }).waitFor()
    await engineer.keyboard.press('a')
    await expect.poll(async () => (await item(`incidents/${down.id}`)).state).toBe('assigned')
    await engineer.keyboard.press('m')
    await engineer.getByRole('menuitem', { name: '我来处理' }).click()
    const dialog = engineer.locator('.ant-modal')
    await dialog.getByText('开始处理').first().waitFor()
    await picture(engineer, 'desk-macro-zh')
    expect(await dialog.locator('textarea').inputValue()).toContain(down.number)
    await dialog.getByRole('button', { name: /执\s*行/ }).click()
    await dialog.waitFor({ state: 'hidden' })
    await engineer.locator('.ts-moments', { hasText: `已开始处理 ${down.number}` }).waitFor()
    expect((await item(`incidents/${down.id}`)).state).toBe('in-progress')
  })

  it('another who opens the same ticket is warned, and warns', async () => {
    await checker.goto(`/desk?at=${down.number}`)
    await checker.locator('.svc-others', { hasText: '陈志远' }).waitFor()
    await checker.locator('.ts-write textarea').first().focus()
    await engineer.locator('.svc-others', { hasText: '王丽娟 正在输入' }).waitFor()
    await picture(engineer, 'desk-others-zh')
    await checker.goto('/desk')
    await engineer.locator('.svc-others').waitFor({ state: 'detached' })
  })

  it('merges the twin, and its reporter reads where it went', async () => {
    const merged = await engineer.request.post(`/api/incidents/${twin.id}/merge`, { data: { duplicateOf: down.id } })
    expect(merged.status()).toBe(200)
    await engineer.goto(`/desk?at=${down.number}`)
    await engineer.locator('.svc-family', { hasText: twin.number }).waitFor()
    await business.goto(`/incidents/${twin.number}`)
    await business.getByText('合并到').first().waitFor()
  })

  it('notes time and resolves, and the queue lets go of the ticket by itself', async () => {
    await engineer.getByLabel('分钟').fill('25')
    await engineer.locator('.svc-spent button').click()
    await engineer.locator('.svc-spent', { hasText: '25 分钟' }).first().waitFor()
    await engineer.locator('.svc-pane').getByRole('button', { name: '解决', exact: true }).click()
    const dialog = engineer.locator('.ant-modal')
    await dialog.getByLabel('解决办法').fill('切到备用线路,价格恢复。')
    await dialog.getByRole('button', { name: '解决' }).click()
    await ticket('报单界面价格不动').waitFor({ state: 'detached' })
    expect(await item(`incidents/${slow.id}`)).toMatchObject({ state: 'new', priority: 'p4' })
  })

  it('while an incident is written down, the priority that follows and what was like it are shown', async () => {
    await engineer.goto('/incidents/new')
    await engineer.locator('.svc-will-be', { hasText: 'P3' }).waitFor()
    await engineer.getByLabel('标题').fill('报单界面价格又不动')
    await engineer.locator('.svc-similar', { hasText: '报单界面价格不动' }).waitFor()
    await engineer.getByLabel('可能影响交易').click()
    await engineer.locator('.svc-will-be', { hasText: 'P2' }).waitFor()
    await picture(engineer, 'incident-form-zh')
    expect(await seriousFaults(engineer)).toEqual([])
    await engineer.getByLabel('可能影响交易').click()
  })

  it('on a phone the queue and the ticket take turns', async () => {
    const small = await firm.at('operator', phone)
    await small.goto('/desk')
    await small.locator('.svc-ticket').first().waitFor()
    expect(await isWithin(small)).toBe(true)
    await picture(small, 'desk-phone-zh')
    await small.locator('.svc-ticket').first().click()
    await small.locator('.svc-pane h1').waitFor()
    expect(await isWithin(small)).toBe(true)
    await picture(small, 'desk-ticket-phone-zh')
    await small.getByRole('button', { name: '返回队列' }).click()
    await small.locator('.svc-ticket').first().waitFor()
    await small.close()
  })
})

describe('a major incident, from its report to its agreed review', () => {
  let number: string
  let id: string

  it('is declared from the incident; all staff read of it on their phones', async () => {
    const made = await report('夜盘登录失败', { impact: 'high', urgency: 'high', affectsTrading: true })
    await manager.goto(`/incidents/${made.number}`)
    await manager.getByRole('button', { name: '宣布重大故障' }).click()
    const dialog = manager.locator('.ant-modal')
    await dialog.getByLabel('对全体员工怎么说').fill('夜盘登录不上')
    await dialog.getByLabel('事件等级').click()
    await manager.getByTitle('较大').click()
    await dialog.getByRole('button', { name: '宣布重大故障' }).click()
    await manager.waitForURL('**/major-incidents/*')
    number = new URL(manager.url()).pathname.split('/').at(-1) ?? ''
    id = (await item(`major-incidents/${number}`)).id
    await manager.getByText('未核对').first().waitFor()

    await manager.getByLabel(/写给受影响的人/).fill('夜盘登录不上,正在处理,半小时内再通报。')
    await manager.getByRole('button', { name: '发布通报' }).click()
    await manager.locator('.svc-updates', { hasText: '半小时内再通报' }).waitFor()
    await picture(manager, 'major-zh')
    expect(await seriousFaults(manager)).toEqual([])

    await business.goto('/status')
    await business.locator('.svc-disturbance', { hasText: '夜盘登录不上' }).getByText('半小时内再通报').waitFor()
    expect(await isWithin(business)).toBe(true)
    await picture(business, 'status-phone-zh')
    expect(await seriousFaults(business)).toEqual([])
  })

  it('the report to a regulator is noted with how it was made', async () => {
    const first = manager.locator('.svc-duties li').first()
    await first.getByLabel('报给谁、以何种方式、编号').fill('电话报告,受理编号 0042')
    await first.getByRole('button', { name: '登记已报告' }).click()
    await first.getByText('受理编号 0042').waitFor()
    await first.getByText('已报告').waitFor()
  })

  it('ends, is reviewed by two who did not write it, and tells its own course', async () => {
    await manager.getByRole('button', { name: '已缓解' }).click()
    await expect.poll(async () => (await item(`major-incidents/${id}`)).state).toBe('mitigated')
    await manager.getByRole('button', { name: '结束' }).click()
    await expect.poll(async () => (await item(`major-incidents/${id}`)).state).toBe('ended')
    await manager.locator('.svc-course', { hasText: '夜盘登录不上,正在处理' }).waitFor()

    const post = async (page: Page, path: string, data: object) =>
      (await (await page.request.post(`/api/${path}`, { data })).json()).item
    const words = { happened: '经过', causes: '证书过期', wentWell: '通报及时', toImprove: '证书到期提醒' }
    const review = await post(manager, 'reviews', { title: '夜盘登录复盘', major: id, ...words })
    await post(manager, `reviews/${review.id}/submit`, {})
    for (const [page, verb] of [
      [engineer, '同意'],
      [checker, '同意'],
    ] as const) {
      await page.goto(`/reviews/${review.number}`)
      await page.getByRole('button', { name: verb, exact: true }).click()
      await sign(page)
    }
    await expect.poll(async () => (await item(`major-incidents/${id}`)).state).toBe('reviewed')

    await engineer.getByRole('button', { name: '添加措施' }).click()
    await engineer.locator('.ant-modal').getByLabel('措施').waitFor()
    await picture(engineer, 'review-action-zh')
    await manager.goto(`/major-incidents/${number}`)
    await manager.locator('.svc-course', { hasText: '复盘完成' }).waitFor()
    await picture(manager, 'major-reviewed-zh')
    await business.reload()
    await business.getByText('已恢复').first().waitFor()
  })
})
