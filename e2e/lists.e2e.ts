import type { APIRequestContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './support/accessible.ts'
import { picture } from './support/browser.ts'
import { phone, useFirm } from './support/journey.ts'

const firm = useFirm()
let engineer: Page
let checker: Page
let business: Page

beforeAll(async () => {
  ;[engineer, checker, business] = await Promise.all([firm.at('engineer'), firm.at('checker'), firm.at('business')])
  await checker.locator('.ts-lang').click()
})

const rows = (page: Page) => page.locator('tr.ts-row')
const search = (page: Page) => new URL(page.url()).searchParams

const addressSays = (page: Page, key: string, value: string | null) =>
  expect.poll(() => search(page).get(key), { timeout: 10_000 }).toBe(value)

/** So many incidents whose title begins so, made as this person. */
async function report(request: APIRequestContext, count: number, title: string): Promise<void> {
  for (let n = 1; n <= count; n++) {
    const data = { title: `${title} ${n}`, impact: n % 2 ? 'low' : 'high' }
    const made = await request.post('/api/incidents', { data })
    expect(made.status()).toBe(201)
  }
}

describe('a list that people live in', () => {
  let viewAddress: string

  it('is filtered by what its fields are, and the address says it all', async () => {
    await report(engineer.request, 60, '巡检发现')
    await engineer.goto('/incidents')
    await rows(engineer).first().waitFor()
    await picture(engineer, 'list-zh')
    await engineer.locator('.ts-chip-main', { hasText: '状态' }).click()
    await engineer.getByRole('checkbox', { name: '新建', exact: true }).check()
    await engineer.keyboard.press('Escape')
    await addressSays(engineer, 'state', 'new')

    await engineer.getByRole('button', { name: '添加筛选' }).click()
    await picture(engineer, 'list-add-filter-zh')
    await engineer.locator('.ts-add-filter').getByRole('button', { name: '创建时间' }).click()
    await engineer.getByRole('button', { name: '今天', exact: true }).click()
    await picture(engineer, 'list-filter-days-zh')
    await engineer.keyboard.press('Escape')
    await addressSays(engineer, 'createdAt.from', '@today')

    await engineer.reload()
    await rows(engineer).first().waitFor()
    expect(await engineer.locator('.ts-chip.is-set').allTextContents()).toEqual([
      expect.stringContaining('新建'),
      expect.stringContaining('今天'),
    ])
  })

  it('keeps them under a name, and shares it with the team and with nobody else', async () => {
    await engineer.getByRole('button', { name: '优先级' }).first().click()
    await addressSays(engineer, 'sort', 'priority')
    await engineer.getByRole('button', { name: '保存视图' }).click()
    await engineer.getByLabel('视图名称').fill('今天的新故障')
    await picture(engineer, 'list-save-view-zh')
    await engineer.keyboard.press('Enter')
    const tab = engineer.locator('.ts-view', { hasText: '今天的新故障' })
    await tab.waitFor()
    await expect.poll(() => search(engineer).get('view')).toMatch(/^[0-9a-f-]{36}$/)
    viewAddress = new URL(engineer.url()).pathname + new URL(engineer.url()).search
    const id = search(engineer).get('view')

    await checker.goto('/incidents')
    await rows(checker).first().waitFor()
    expect(await checker.locator('.ts-view', { hasText: '今天的新故障' }).count()).toBe(0)
    await engineer.getByRole('button', { name: '视图操作' }).click()
    await picture(engineer, 'list-view-menu-zh')
    await engineer.getByRole('menuitem', { name: '共享给本团队' }).click()
    // It comes by itself to whoever is in the team and has the list open.
    const shared = checker.locator('.ts-view', { hasText: '今天的新故障' })
    await shared.click()
    await addressSays(checker, 'sort', 'priority')
    // Of the views one is in use.
    expect(await checker.locator('.ts-view[aria-current]').allTextContents()).toEqual(['今天的新故障'])
    await picture(checker, 'list-view-en')
    await engineer.goto(`/views/${id}`)
    await engineer.locator('.ant-descriptions').getByText('今天', { exact: true }).waitFor()
    await picture(engineer, 'view-page-zh')
    await engineer.getByRole('button', { name: '打开列表' }).click()
    await addressSays(engineer, 'view', id)
    await rows(engineer).first().waitFor()
    expect((await business.request.get(`/api/views/${id}`)).status()).toBe(404)
  })

  it('opens with the view one likes, and all is one click away', async () => {
    await engineer.getByRole('button', { name: '视图操作' }).click()
    await Promise.all([
      engineer.waitForResponse('**/api/preferences/list.incident'),
      engineer.getByRole('menuitem', { name: '设为我的默认视图' }).click(),
    ])
    await engineer.goto('/incidents')
    await addressSays(engineer, 'state', 'new')
    await engineer.locator('.ts-view', { hasText: '全部' }).click()
    await addressSays(engineer, 'state', null)
    await engineer.reload()
    await rows(engineer).first().waitFor()
    expect(search(engineer).get('state')).toBe(null)
  })

  it('is gone through by keyboard, and keeps its place', async () => {
    await engineer.goto('/incidents?q=巡检发现')
    await rows(engineer).first().waitFor()
    for (const key of ['j', 'j', 'j', 'x']) await engineer.keyboard.press(key)
    const here = engineer.locator('tr[data-here]')
    const number = await here.locator('.ts-number').textContent()
    expect(await here.getAttribute('aria-selected')).toBe('true')
    await engineer.keyboard.press('Enter')
    await engineer.waitForURL(`**/incidents/${number}`)
    await engineer.goBack()
    await here.waitFor()
    expect(await here.locator('.ts-number').textContent()).toBe(number)

    await engineer.keyboard.press('f')
    await engineer.keyboard.type('jx?g')
    expect(await engineer.locator('input[data-find]').inputValue()).toContain('jx?g')
    await engineer.keyboard.press('Escape')
    await engineer.keyboard.press('g')
    await engineer.locator('.ts-go').waitFor()
    await picture(engineer, 'go-zh')
    // The organisation, and its teams.
    await engineer.keyboard.press('g')
    await engineer.keyboard.press('t')
    await engineer.waitForURL('**/teams')
    await engineer.keyboard.press('?')
    await engineer.getByRole('dialog').getByText('键盘快捷键').waitFor()
    await picture(engineer, 'keys-zh')
    await engineer.keyboard.press('Escape')
  })

  it('changes all that match at once, and says what came of each', async () => {
    await engineer.goto('/incidents?q=巡检发现')
    await rows(engineer).first().waitFor()
    // One is further on than the others: it will be refused.
    const first = (await (await engineer.request.get('/api/incidents?q=巡检发现&limit=1')).json()).items[0]
    for (const [verb, data] of [
      ['start', {}],
      ['resolve', { resolution: '已处理。' }],
    ] as const)
      expect((await engineer.request.post(`/api/incidents/${first.id}/${verb}`, { data })).status()).toBe(200)
    await rows(engineer).first().locator('.ts-tick').click()
    await engineer.getByRole('button', { name: /选择全部符合条件的 60 条/ }).click()
    await picture(engineer, 'list-selected-zh')
    await engineer.getByRole('toolbar').getByRole('button', { name: '开始处理', exact: true }).click()
    await engineer.locator('.ant-modal-footer .ant-btn-primary').click()
    const outcome = engineer.locator('.ts-outcome')
    await outcome.waitFor({ timeout: 60_000 })
    expect(await outcome.locator('.ts-outcome-counts').textContent()).toMatch(/已办理\s*59.*未能办理\s*1/)
    expect(await outcome.locator('details').textContent()).toContain(first.number)
    await picture(engineer, 'bulk-outcome-zh')
    await engineer.getByRole('button', { name: '关闭', exact: true }).last().click()
    const { count } = await (await engineer.request.get('/api/incidents?q=巡检发现&state=in-progress')).json()
    expect(count.value).toBe(59)
  })

  it('changes fields of a chosen few', async () => {
    await engineer.goto('/incidents?q=巡检发现')
    await rows(engineer).first().waitFor()
    for (const n of [0, 2]) await rows(engineer).nth(n).locator('.ts-tick').click()
    await engineer.getByRole('button', { name: '批量修改' }).click()
    await engineer.getByLabel('要修改的字段').click()
    await engineer.locator('.ant-select-item-option', { hasText: '影响交易' }).click()
    await engineer.keyboard.press('Escape')
    await engineer.getByRole('switch').click()
    await picture(engineer, 'bulk-edit-zh')
    await engineer.locator('.ant-modal-footer .ant-btn-primary').click()
    const counts = engineer.locator('.ts-outcome-counts')
    await counts.waitFor({ timeout: 30_000 })
    expect(await counts.textContent()).toMatch(/已办理\s*2$/)
    await engineer.getByRole('button', { name: '关闭', exact: true }).last().click()
  })

  it('draws few of many rows, whether one is at the top or far below', async () => {
    await report(engineer.request, 300, '大量')
    await engineer.goto('/incidents?q=大量')
    await rows(engineer).first().waitFor()
    const scroller = engineer.locator('.ts-rows')
    const end = () => scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight))
    await expect
      .poll(
        async () => {
          await end()
          return engineer.locator('tr[aria-rowindex="300"]').count()
        },
        { timeout: 20_000 },
      )
      .toBe(1)
    expect(await rows(engineer).count()).toBeLessThan(120)
    const place = await scroller.evaluate((element) => element.scrollTop)
    await engineer.locator('tr[aria-rowindex="300"]').click()
    await engineer.waitForURL('**/incidents/INC-*')
    await engineer.goBack()
    await engineer.locator('tr[aria-rowindex="300"]').waitFor()
    expect(Math.abs((await scroller.evaluate((element) => element.scrollTop)) - place)).toBeLessThan(30)
  })

  it('shows a field that the firm added as a column, filters by its range, and exports just that', async () => {
    const manager = await firm.at('manager')
    const post = async (path: string, data: object) => (await manager.request.post(`/api/${path}`, { data })).json()
    const field = { record: 'incident', key: 'floor', kind: 'number', name: '楼层', nameEn: 'Floor' }
    const { item } = await post('custom-fields', field)
    await post(`custom-fields/${item.id}/activate`, {})
    for (const floor of [2, 9, 10])
      await expect
        .poll(async () => (await post('incidents', { title: `${floor} 楼漏水`, custom: { floor } })).item)
        .toBeTruthy()
    await manager.goto('/incidents?q=楼漏水')
    await rows(manager).first().waitFor()
    await manager.getByRole('button', { name: '列', exact: true }).click()
    await manager.getByRole('checkbox', { name: '楼层' }).check()
    await manager.keyboard.press('Escape')
    await manager.getByRole('columnheader', { name: '楼层' }).waitFor()
    await manager.getByRole('button', { name: '添加筛选' }).click()
    await manager.locator('.ts-add-filter').getByRole('button', { name: '楼层' }).click()
    await manager.getByLabel('楼层 从').fill('9')
    await addressSays(manager, 'custom.floor.from', '9')
    await expect.poll(() => rows(manager).count()).toBe(2)
    await manager.keyboard.press('Escape')
    await picture(manager, 'list-custom-zh')
    await manager.getByRole('button', { name: '导出' }).click()
    const address = await manager.getByRole('link', { name: 'CSV' }).getAttribute('href')
    const lines = (await (await manager.request.get(String(address))).text()).trim().split('\r\n')
    const at = String(lines[0]).split(',').indexOf('楼层')
    expect(lines.slice(1).map((line) => line.split(',')[at])).toEqual(['10', '9'])
    await manager.context().close()
  })

  it('keeps nobody out: axe finds nothing serious with views, filters and a selection', async () => {
    await checker.goto(viewAddress)
    await rows(checker).first().waitFor()
    await rows(checker).first().locator('.ts-tick').click()
    await picture(checker, 'list-selected-en')
    expect(await seriousFaults(checker)).toEqual([])
  })

  it('fits a phone', async () => {
    const page = await firm.at('engineer', phone)
    await page.goto('/incidents?view=all')
    await rows(page).first().waitFor()
    await picture(page, 'list-phone-zh')
    await page.context().close()
  })
})

describe('the page of a record', () => {
  let path: string
  beforeAll(async () => {
    const post = async (to: string, data: object) => (await checker.request.post(`/api/${to}`, { data })).json()
    const { items } = await (await checker.request.get('/api/components?limit=1')).json()
    const { item } = await post('incidents', { title: '核心交换机丢包', component: items[0].id })
    const other = await post('incidents', { title: '行情延迟' })
    await post(`incidents/${other.item.id}/links`, { kind: 'caused-by', record: 'incident', target: item.id })
    path = `/incidents/${item.number}`
  })

  it('shows what stands around it, step by step, as a picture and in words', async () => {
    await engineer.goto(path)
    const small = engineer.getByRole('navigation', { name: '周边' })
    await small.getByText('行情延迟').waitFor()
    expect(await small.locator('.ts-around-way').allTextContents()).toEqual(['导致', '客户部门', '组件'])
    await picture(engineer, 'around-zh')
    await engineer.getByRole('button', { name: '展开查看周边' }).click()
    const sheet = engineer.locator('.ts-whole-sheet')
    const component = sheet.locator('.ts-around-box', { hasText: 'CMP-' }).first()
    await component.waitFor()
    const before = await sheet.locator('.ts-around-box').count()
    await component.getByRole('button').press('Enter')
    await expect.poll(() => sheet.locator('.ts-around-box').count()).toBeGreaterThan(before)
    await picture(engineer, 'around-whole-zh')
    await expect.poll(() => seriousFaults(engineer)).toEqual([])
    await engineer.locator('.ts-whole .ant-segmented').getByText('列表').click()
    await picture(engineer, 'around-list-zh')
    await expect.poll(() => seriousFaults(engineer)).toEqual([])
    await sheet.getByRole('link', { name: /行情延迟/ }).press('Enter')
    await engineer.getByRole('heading', { name: '行情延迟' }).waitFor()
    expect(await sheet.count()).toBe(0)
  })

  it('lets one change what one said, keeps what it was, and lets one take it back', async () => {
    await engineer.goto(path)
    const box = engineer.getByRole('textbox', { name: '评论' })
    await box.fill('已切到备用线路')
    await box.press('Control+Enter')
    const said = engineer.locator('.ts-said', { hasText: '备用线路' })
    await said.getByRole('button', { name: '修改评论' }).press('Enter')
    const edit = said.locator('textarea').first()
    await edit.fill('已切到备用线路,丢包消失')
    await edit.press('Control+Enter')
    await said.getByRole('button', { name: '已修改' }).press('Enter')
    await said.locator('ins').getByText(',丢包消失').waitFor()
    await picture(engineer, 'comment-wordings-zh')
    await expect.poll(() => seriousFaults(engineer, 'main')).toEqual([])
    await said.getByRole('button', { name: '撤回评论' }).click()
    await engineer.locator('.ant-popconfirm .ant-btn-primary').click()
    await engineer.locator('.ts-said').getByText('已撤回').waitFor()
    expect(await engineer.locator('.ts-said > .ts-prose').allTextContents()).toEqual([''])
  })

  it('is printed with all it holds and nothing to press', async () => {
    await engineer.emulateMedia({ media: 'print' })
    await engineer.getByText('打印:').waitFor()
    expect(await engineer.locator('.ts-timeline').getByText('撤回评论').first().isVisible()).toBe(true)
    expect(await engineer.locator('main .ant-btn:visible').count()).toBe(0)
    expect(await engineer.locator('header.ts-header').isVisible()).toBe(false)
    await engineer.emulateMedia({ media: null })
  })
})
