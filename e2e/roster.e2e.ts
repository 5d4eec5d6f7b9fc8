import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { isWithin, looked, phone, useFirm } from './support/journey.ts'
import { sign } from './support/run.ts'

const firm = useFirm()
let manager: Page
let maker: Page
let checker: Page

beforeAll(async () => {
  ;[manager, maker, checker] = await Promise.all([firm.at('manager'), firm.at('operator'), firm.at('checker')])
})

const post = async (page: Page, path: string, data: object = {}) => {
  const answer = await page.request.post(`/api/${path}`, { data })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}
const idOf = async (page: Page): Promise<string> => (await (await page.request.get('/api/session')).json()).person.id
const rosters = async () =>
  (await (await manager.request.get('/api/rosters?state=published&sort=-startsOn')).json()).items
const verb = (page: Page, name: string) => page.locator('.ts-verbs').getByRole('button', { name, exact: true })

describe('who is on duty', () => {
  it('is seen in a roster, with its hole named to the minute', async () => {
    const [last] = await rosters()
    await manager.goto(`/rosters/${last.number}`)
    await manager.locator('.ros-findings', { hasText: '空岗' }).waitFor()
    await manager.locator('.ros-hole').first().waitFor()
    await looked(manager, 'roster-zh', 'main')
    await manager.goto('/duty')
    await manager.locator('.shf-now').getByText('经办').waitFor()
    await looked(manager, 'duty-on-now-zh', 'main')
  })

  it('is planned by keyboard: a digit puts somebody on duty, Delete takes them off', async () => {
    const { item } = await post(manager, 'rosters', { title: '试排', startsOn: '2026-12-21', endsOn: '2026-12-27' })
    await manager.goto(`/rosters/${item.number}`)
    const square = manager.locator('[data-at="0 0"]')
    await square.focus()
    await manager.keyboard.press('1')
    await square.locator('.ros-duty').waitFor()
    await manager.keyboard.press('ArrowRight')
    await manager.keyboard.press('ArrowLeft')
    await manager.keyboard.press('Delete')
    await square.locator('.ros-duty').waitFor({ state: 'detached' })
    await manager.getByRole('button', { name: '自动排班' }).click()
    await manager.getByText(/已排 \d+ 班/).waitFor()
    await looked(manager, 'roster-draft-zh', 'main')
    await post(manager, `rosters/${item.id}/withdraw`)
  })

  it('is not changed by a swap that opens a hole, unless somebody signs for it', async () => {
    const [last] = await rosters()
    const wang = await idOf(checker)
    const li = await idOf(maker)
    const duties = (
      await (await maker.request.get(`/api/duties?roster=${last.id}&person=${li}&state=published`)).json()
    ).items
    const { item } = await post(maker, 'duty-swaps', { duty: duties[0].id, to: wang, reason: '家中有事' })
    await checker.goto(`/duty-swaps/${item.number}`)
    await verb(checker, '同意').click()
    await checker.locator('.ts-track .is-here', { hasText: '待批准' }).waitFor()
    await manager.goto(`/duty-swaps/${item.number}`)
    await manager.locator('.ros-findings', { hasText: '经办空岗' }).first().waitFor()
    await looked(manager, 'swap-zh', 'main')
    await manager.locator('.ts-verbs').getByRole('button', { name: '更多' }).click()
    await manager.locator('.ts-reason', { hasText: /王丽娟|空岗/ }).waitFor()
    await manager.keyboard.press('Escape')
    await verb(manager, '签字放行').click()
    await manager.locator('.ant-modal textarea').fill('当晚由工程师远程支援,已与交易业务部说明。')
    await sign(manager)
    await manager.locator('.ts-track .is-here', { hasText: '已换' }).waitFor()
  })
})

describe('a handover', () => {
  it('takes two signatures, and until the second the first stays on duty', async () => {
    const [first, second] = await Promise.all([firm.at('business', phone), firm.at('auditor')])
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
    const place = (await post(manager, 'duty-positions', { code: 'phone', name: '电话值守', sessions: 'none' })).item.id
    const plan = (await post(manager, 'rosters', { title: '今日电话值守', startsOn: today, endsOn: today })).item
    const duty = { roster: plan.id, position: place }
    await post(manager, 'duties', { ...duty, person: await idOf(first), startsAt: at(-5), endsAt: at(15) })
    await post(manager, 'duties', { ...duty, person: await idOf(second), startsAt: at(15), endsAt: at(35) })
    await post(manager, `rosters/${plan.id}/prove`)
    await post(manager, `rosters/${plan.id}/publish`)
    const shifts = async () => (await (await manager.request.get(`/api/shifts?position=${place}`)).json()).items
    await expect.poll(async () => (await shifts()).length).toBe(2)
    const [later, sooner] = (await shifts()).sort((a: { startsAt: string }, b: { startsAt: string }) =>
      b.startsAt.localeCompare(a.startsAt),
    )

    await first.goto(`/shifts/${sooner.number}`)
    await verb(first, '接班签字').click()
    await sign(first)
    await first.getByRole('button', { name: '编制交接单' }).click()
    await first.locator('.shf-sheet').waitFor()
    expect(await isWithin(first)).toBe(true)
    await looked(first, 'shift-phone-zh', 'main')
    await second.goto(`/shifts/${later.number}`)
    await verb(second, '接班签字').hover()
    await second.getByText('尚未交班签字').waitFor()

    await verb(first, '交班签字').click()
    await first.locator('.ant-modal textarea').fill('客户来电两次,均已答复。')
    await sign(first)
    await first.locator('.ts-track .is-here', { hasText: '待对方接班' }).waitFor()
    await maker.goto('/duty')
    await maker.locator('.shf-person', { hasText: '孙嘉怡' }).getByText('待对方接班').waitFor()

    await second.reload()
    await second.getByText('客户来电两次,均已答复。').first().waitFor()
    await verb(second, '接班签字').click()
    await sign(second)
    await second.locator('.ts-track .is-here', { hasText: '在班' }).waitFor()
    await first.locator('.ts-track .is-here', { hasText: '已交班' }).waitFor()
    await looked(second, 'shift-zh', 'main')
  })
})
