import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './support/accessible.ts'
import { picture, settled } from './support/browser.ts'
import { phone, useFirm } from './support/journey.ts'

const firm = useFirm()
/** At the desk: she asks. */
let checker: Page
/** On his phone: he decides. */
let manager: Page

beforeAll(async () => {
  checker = await firm.at('checker')
  manager = await firm.at('manager', phone)
})

/** An incident of some reach, resolved: closing it wants the manager. */
async function resolvedIncident(title: string): Promise<{ id: string; number: string }> {
  const post = async (path: string, data: object) => (await checker.request.post(`/api/${path}`, { data })).json()
  const { item } = await post('incidents', { title, affectsTrading: true })
  const { person } = await (await checker.request.get('/api/session')).json()
  await post(`incidents/${item.id}/assign`, { assignee: person.id })
  await post(`incidents/${item.id}/start`, {})
  await post(`incidents/${item.id}/resolve`, { resolution: '重启网关后恢复。' })
  return item
}

const waiting = async (): Promise<number> =>
  (await (await manager.request.get('/api/approvals?mine=waiting')).json()).count.value

describe('an approval, from the desk to the phone and back', () => {
  it('one waits already, and the sign in the header says so', async () => {
    const count = await waiting()
    expect(count).toBeGreaterThan(0)
    await manager.getByRole('button', { name: new RegExp(`^待我审批 ${count}`) }).click()
    const drawer = manager.locator('.ant-drawer')
    await drawer.locator('.ts-approval').first().waitFor()
    await picture(manager, 'approval-drawer-phone-zh')
    expect(await seriousFaults(manager)).toEqual([])
    await drawer.getByRole('link', { name: /全部审批/ }).click()
    await manager.waitForURL('**/approvals')
    await picture(manager, 'approvals-phone-zh')
  })

  it('is refused with a reason on the phone, and the desk sees why at once', async () => {
    const { number } = await resolvedIncident('报单延迟两分钟')
    await checker.goto(`/incidents/${number}`)
    await checker.getByRole('button', { name: '关闭', exact: true }).click()
    await checker.getByText('已提交审批').waitFor()
    const card = checker.locator('.ts-aside .ant-card', { hasText: '审批' })
    await card.getByText('经理确认').waitFor()
    await picture(checker, 'approval-card-zh')

    const line = manager.locator('.ts-approval', { hasText: number })
    await line.getByRole('link').first().click()
    await manager.waitForURL('**/approvals/*')
    await manager.getByText('重启网关后恢复。').waitFor()
    await picture(manager, 'approval-phone-zh')
    expect(await seriousFaults(manager)).toEqual([])
    const refuse = manager.getByRole('button', { name: '否决' })
    const box = await refuse.boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(phone.height)
    await refuse.click()
    const dialog = manager.locator('.ant-modal')
    await dialog.getByRole('button', { name: '否决' }).click()
    await dialog.getByText('否决须说明理由').waitFor()
    await dialog.locator('textarea').fill('根本原因没有写,请补充。')
    await picture(manager, 'approval-refuse-phone-zh')
    await dialog.getByRole('button', { name: '否决' }).click()
    await dialog.waitFor({ state: 'hidden' })

    await card.getByText('根本原因没有写,请补充。').first().waitFor()
    await card.getByText('已否决').first().waitFor()
    const { item } = await (await checker.request.get(`/api/incidents/${number}`)).json()
    expect(item.state).toBe('resolved')
    await picture(checker, 'approval-refused-zh')
  })

  it('whoever asked hears of it under the bell, without a reload, and is told as they wish', async () => {
    await checker.getByRole('button', { name: /^通知 [1-9]/ }).click()
    const drawer = checker.locator('.ant-drawer')
    const line = drawer.getByRole('link', { name: /您提出的审批未办成:关闭故障/ })
    await line.waitFor()
    await picture(checker, 'bell-zh')
    expect(await seriousFaults(checker)).toEqual([])
    await line.click()
    await checker.waitForURL('**/approvals/*')
    await checker.getByRole('button', { name: /^通知/ }).click()
    await line.waitFor({ state: 'detached' })
    await drawer.getByRole('link', { name: '通知方式' }).click()
    await checker.waitForURL('**/notices/wishes')
    await checker.getByLabel('我关注的').getByText('每日汇总').click()
    await checker.getByLabel('免打扰时段').click()
    await picture(checker, 'wishes-zh')
    await checker.getByRole('button', { name: '保存' }).click()
    await checker.getByText('已保存').waitFor()
    await checker.reload()
    expect(await checker.getByLabel('免打扰时段').isChecked()).toBe(true)
  })

  it('a change of content makes it void; asked anew and agreed, it is done by itself', async () => {
    const { id, number } = await resolvedIncident('行情断续')
    await checker.goto(`/incidents/${number}`)
    const close = checker.getByRole('button', { name: '关闭', exact: true })
    await close.click()
    const card = checker.locator('.ts-aside .ant-card', { hasText: '审批' })
    await card.getByText('审批中').waitFor()
    const { item } = await (await checker.request.get(`/api/incidents/${id}`)).json()
    await checker.request.patch(`/api/incidents/${id}`, { data: { version: item.version, urgency: 'low' } })
    await card.getByText('已作废').waitFor()
    await checker.reload()
    await close.click()
    await card.getByText('审批中').waitFor()

    await manager.goto('/approvals')
    await manager.locator('.ts-approval', { hasText: number }).getByRole('button', { name: '同意' }).click()
    await manager.getByText('已通过并办理').waitFor()
    await card.getByText('已通过').waitFor()
    await checker.locator('.ts-record-head').getByText('已关闭').first().waitFor()
    await manager.getByText('我已审批').click()
    await manager.locator('.ts-approval', { hasText: number }).waitFor()
    await picture(manager, 'approvals-done-phone-zh')
  })

  it('reads as well in English, and a rule is drawn up without typing a name', async () => {
    const english = await firm.at('manager')
    await english.getByText('EN', { exact: true }).click()
    await english.goto('/approvals')
    await english.locator('.ts-approval').first().waitFor()
    await picture(english, 'approvals-en')
    await english.locator('.ts-approval a').first().click()
    await english.getByRole('button', { name: 'Agree' }).waitFor()
    await picture(english, 'approval-en')
    await english.goto('/approval-rules')
    await english.getByText('影响面中、高的故障关闭须经理同意').click()
    await english.getByText('When all of this holds').first().waitFor()
    await picture(english, 'approval-rule-en')
    expect(await seriousFaults(english)).toEqual([])
    await english.goto('/approval-rules/new')
    const choose = (option: string) =>
      english
        .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
        .filter({ hasText: new RegExp(`^${option}$`) })
        .click()
    const pick = async (label: RegExp, option: string) => {
      await settled(english)
      await english.getByLabel(label).last().click()
      await choose(option)
    }
    const add = (list: string) => english.getByLabel(list, { exact: true }).click()
    await english.getByLabel('Name', { exact: true }).fill('Drills are closed by two')
    // Of so many records one types the beginning.
    await english
      .getByLabel(/^Record/)
      .last()
      .click()
    await english.keyboard.type('Incid')
    await choose('Incident')
    await pick(/^Verb/, 'Close')
    await add('When all of this holds')
    await pick(/^Field/, 'May affect trading')
    await pick(/^Compared/, 'is')
    await pick(/^Value/, 'No')
    await add('Steps, in this order')
    await english.getByLabel(/^Name/).last().fill('经理')
    await english.getByLabel('English').fill('Manager')
    await add('Who is asked')
    await english.locator('.ts-shape-variant .ant-select').first().click()
    await choose('Holders of a role')
    await pick(/^Role/, '经理')
    await pick(/^Needed/, 'Any of them')
    await picture(english, 'approval-rule-form-en')
    // Under the pointer a button has the light colour of its moment.
    await english.mouse.move(0, 0)
    await expect.poll(() => seriousFaults(english)).toEqual([])
    await english.getByRole('button', { name: 'Save' }).click()
    await english.waitForURL('**/approval-rules/APR-*')
    await english.getByText('May affect trading').first().waitFor()
    await expect.poll(() => seriousFaults(english)).toEqual([])
  })
})
