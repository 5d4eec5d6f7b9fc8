import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { picture } from './support/browser.ts'
import { looked, phone, useFirm } from './support/journey.ts'
import { password } from './support/server.ts'

const firm = useFirm()
const people = {} as Record<'engineer' | 'manager' | 'operator', Page>
/** On a phone, as people in a hurry order. */
let business: Page

beforeAll(async () => {
  for (const login of ['engineer', 'manager', 'operator'] as const) people[login] = await firm.at(login)
  business = await firm.at('business', phone)
})

const group = (page: Page | Locator, name: string) => page.getByRole('group', { name, exact: true })

async function choose(page: Page, select: Locator, option: string): Promise<void> {
  await select.click()
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
}

const stateOf = async (page: Page, path: string) => (await (await page.request.get(`/api/${path}`)).json()).item.state

let offered: string
let ordered: string

describe('something to order, from its first question to its last task', () => {
  it('is built by the engineer, with its faults told where they are', async () => {
    const { engineer } = people
    const services = await (await engineer.request.get('/api/services?limit=50')).json()
    const service = services.items.find(({ code }: { code: string }) => code === 'mail').id
    const data = { code: 'meeting-room', title: '会议室设备', summary: '借用投影、话筒或视频会议设备。', service }
    offered = (await (await engineer.request.post('/api/offerings', { data })).json()).item.number
    await engineer.goto(`/offerings/${offered}`)
    await engineer.getByRole('button', { name: '编写内容' }).click()

    const form = engineer.locator('.svc-member-form:visible')
    const add = (name: string) => engineer.getByRole('button', { name }).click()
    await add('添加问题')
    await group(form, '问题').getByRole('textbox').fill('哪一天')
    await choose(engineer, group(form, '类型').getByRole('combobox'), '日期')
    await form.getByRole('checkbox', { name: '必填' }).check()
    await add('添加问题')
    await group(form, '问题').getByRole('textbox').fill('参会人数')
    await choose(engineer, group(form, '类型').getByRole('combobox'), '数字')
    await group(form, '最小').getByRole('spinbutton').fill('10')
    await group(form, '最大').getByRole('spinbutton').fill('2')
    await form.getByText('上限须不小于下限。').waitFor()
    await picture(engineer, 'builder-faults-zh')
    await group(form, '最大').getByRole('spinbutton').fill('200')
    await add('添加问题')
    await group(form, '问题').getByRole('textbox').fill('需要同声传译')
    await choose(engineer, group(form, '类型').getByRole('combobox'), '是否')
    await form.getByRole('button', { name: '添加条件' }).click()
    await choose(engineer, group(form, '仅当').getByRole('combobox', { name: '问题' }), '参会人数')
    await choose(engineer, group(form, '仅当').getByRole('combobox', { name: '比较' }), '不小于')
    await group(form, '仅当').getByRole('spinbutton').fill('50')

    await engineer.getByRole('tab', { name: /审批/ }).click()
    await add('添加审批步骤')
    await form.getByRole('textbox', { name: '名称' }).fill('技术经理')
    await form.getByRole('textbox', { name: 'English' }).fill('IT manager')
    await form.getByRole('button', { name: '审批人' }).click()
    const asked = form.locator('.ts-shape-variant').getByRole('combobox')
    await choose(engineer, asked.first(), '持有角色者')
    await choose(engineer, asked.nth(1), '经理')

    await engineer.getByRole('tab', { name: /办理任务/ }).click()
    for (const title of ['预留设备', '现场布置']) {
      await add('添加任务')
      await group(form, '任务').getByRole('textbox').fill(title)
    }
    await engineer.getByRole('tab', { name: /申请表/ }).click()
    await looked(engineer, 'builder-zh')
    await engineer.getByRole('button', { name: '保存' }).click()
    await engineer.getByText('已保存,没有问题').waitFor()
  })

  it('keeps its order by keyboard, and what waits for what with it', async () => {
    const { engineer } = people
    await engineer.getByRole('tab', { name: /办理任务/ }).click()
    const list = engineer.locator('.svc-member-list:visible .svc-member')
    await list.nth(1).focus()
    await engineer.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => list.first().textContent()).toContain('现场布置')
    await expect.poll(() => list.first().textContent()).toContain('← 2')
    const save = engineer.getByRole('button', { name: '保存' })
    await save.click()
    await expect.poll(() => save.isDisabled()).toBe(true)
    await engineer.getByRole('button', { name: '返回' }).click()
    await engineer.getByRole('button', { name: '提交审核' }).click()
    await expect.poll(() => stateOf(engineer, `offerings/${offered}`)).toBe('in-review')
  })

  it('is published by somebody else, under their signature', async () => {
    const { manager } = people
    await manager.goto(`/offerings/${offered}`)
    await manager.getByRole('button', { name: '发布', exact: true }).click()
    const dialog = manager.locator('.ant-modal')
    await dialog.locator('input[type=password]').fill(password)
    await looked(manager, 'offering-publish-zh')
    await dialog.getByRole('button', { name: /签字/ }).click()
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => stateOf(manager, `offerings/${offered}`)).toBe('published')
  })

  it('is found and ordered on a phone: what is missing is told at its question', async () => {
    await business.goto('/order')
    await business.getByRole('textbox', { name: '按名称或用途查找' }).fill('话筒')
    await looked(business, 'order-catalogue-phone-zh')
    await business.getByRole('link', { name: /会议室设备/ }).click()
    await business.getByRole('button', { name: '提交申请' }).click()
    await group(business, '哪一天').getByText('此项必填。').waitFor()
    await group(business, '哪一天').locator('input').fill('2026-12-03')
    await business.keyboard.press('Enter')
    expect(await business.getByText('需要同声传译').count()).toBe(0)
    await group(business, '参会人数').getByRole('spinbutton').fill('60')
    await business.getByText('需要同声传译').waitFor()
    await looked(business, 'order-form-phone-zh', 'main')
    await business.getByRole('button', { name: '提交申请' }).click()
    await business.waitForURL(/\/(requests|portal\/matters)\/REQ-/)
    ordered = business.url().split('/').at(-1) ?? ''
    expect(await stateOf(business, `requests/${ordered}`)).toBe('new')
  })

  it('is agreed to by whom it asks, who read the answers in words', async () => {
    const { manager } = people
    const { items } = await (await manager.request.get(`/api/requests/${ordered}/approvals`)).json()
    await manager.goto(`/approvals/${items[0].id}`)
    await manager.getByText('参会人数').waitFor()
    await picture(manager, 'order-approval-zh')
    await manager.getByRole('button', { name: '同意' }).click()
    await manager.locator('.ant-modal').getByRole('button', { name: '同意' }).click()
    await expect.poll(() => stateOf(manager, `requests/${ordered}`)).toBe('approved')
  })

  it('is done task by task, and whoever ordered it closes it', async () => {
    const { operator } = people
    await operator.goto(`/requests/${ordered}`)
    const task = (title: string) => operator.locator('.svc-task', { hasText: title })
    expect(await task('现场布置').getByRole('button').count()).toBe(0)
    for (const title of ['预留设备', '现场布置']) {
      await task(title).getByRole('button', { name: '接手' }).click()
      await task(title).getByRole('button', { name: '完成' }).click()
      await picture(operator, 'request-done-form-zh')
      await operator.locator('.ant-modal').getByRole('button', { name: '完成' }).click()
      await operator.locator('.ant-modal').waitFor({ state: 'hidden' })
    }
    await expect.poll(() => stateOf(operator, `requests/${ordered}`)).toBe('fulfilled')
    await looked(operator, 'request-fulfilled-zh')
    await business.goto(`/requests/${ordered}`)
    await business.getByRole('button', { name: '确认并关闭' }).click()
    await expect.poll(() => stateOf(business, `requests/${ordered}`)).toBe('closed')
    await looked(business, 'request-closed-phone-zh')
  })
})
