import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { looked, useFirm } from './support/journey.ts'
import { carryOut, sign } from './support/run.ts'

const firm = useFirm()
let manager: Page
let day: Page
let night: Page
let maker: Page
let checker: Page
let engineer: Page

const read = async (page: Page, path: string) => (await page.request.get(`/api/${path}`)).json()
const post = async (page: Page, path: string, data: object = {}) => {
  const answer = await page.request.post(`/api/${path}`, { data })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}
const idOf = async (page: Page): Promise<string> => (await read(page, 'session')).person.id
const verb = (page: Page, name: string) => page.locator('.ts-verbs').getByRole('button', { name, exact: true })
const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const clockIn = (minutes: number) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(
    Date.now() + minutes * 60_000,
  )

/** What the house does by itself, every few seconds or once a minute. */
const slowly = { timeout: 90_000, interval: 500 }

let shifts: { number: string }[]
let duty: string

/** A day and a night shift of a position, side by side now so that nobody waits for the evening; a duty that is due, and a short opening. */
beforeAll(async () => {
  ;[manager, day, night, maker, checker, engineer] = (await Promise.all(
    // Whoever stands in the demo's own roster cannot stand here too.
    ['manager', 'business', 'auditor', 'operator', 'checker', 'engineer'].map((login) => firm.at(login)),
  )) as [Page, Page, Page, Page, Page, Page]
  const [today, tomorrow] = [8, 32].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 10))
  const place = (await post(manager, 'duty-positions', { code: 'hall', name: '大厅值守', sessions: 'none' })).item.id
  const plan = (await post(manager, 'rosters', { title: '大厅一日', startsOn: today, endsOn: tomorrow })).item
  const of = { roster: plan.id, position: place }
  await post(manager, 'duties', { ...of, person: await idOf(day), startsAt: at(-10), endsAt: at(14) })
  await post(manager, 'duties', { ...of, person: await idOf(night), startsAt: at(14), endsAt: at(34) })
  await post(manager, `rosters/${plan.id}/prove`)
  await post(manager, `rosters/${plan.id}/publish`)
  const found = async () => (await read(manager, `shifts?position=${place}&sort=startsAt`)).items
  await vi.waitFor(async () => expect(await found()).toHaveLength(2), slowly)
  shifts = (await found()).sort((a: { startsAt: string }, b: { startsAt: string }) =>
    a.startsAt.localeCompare(b.startsAt),
  )

  const [hand] = (await read(engineer, 'posts')).items.filter(({ code }: { code: string }) => code === 'duty-operator')
  const [calendar] = (await read(engineer, `working-calendars?q=${encodeURIComponent('全天候')}`)).items
  await post(engineer, 'periodic-duties', {
    ...{ name: '大厅设备点检', post: hand.id, calendar: calendar.id, instructions: '逐台查看大屏与电话录音。' },
    ...{ rule: { every: 'day', closed: 'anyway' }, startsOn: '2026-01-01', opensBefore: 60, closesAfter: 60 },
    at: clockIn(20),
  })
  const tasks = async () => (await read(maker, `duty-tasks?q=${encodeURIComponent('大厅设备点检')}`)).items
  await vi.waitFor(async () => expect(await tasks()).not.toHaveLength(0), slowly)
  duty = (await tasks())[0].number

  const by = { makerPost: 'duty-operator', checkerPost: 'duty-checker' }
  const { item } = await post(engineer, 'runbooks', {
    ...{
      code: 'hall-opening',
      kind: 'opening',
      title: '大厅开市准备',
      titleEn: 'Opening of the hall',
      purpose: '开市前的大厅准备。',
    },
    parameters: [
      { kind: 'choice', key: 'screen', name: ['主屏', 'Main screen'], choices: ['东墙', '西墙'] },
      { kind: 'number', key: 'phones', name: ['电话数', 'Telephones'], least: 1, most: 20, default: '6' },
    ],
    steps: [
      {
        ...{
          key: 'screen',
          title: ['打开{{screen}}大屏', 'Turn on the screen'],
          mode: 'hand',
          ...by,
          checkerPost: null,
        },
        ...{ instructions: '打开{{screen}}大屏。', expected: '行情与告警在屏上。' },
      },
      {
        ...{ key: 'phones', title: ['试打电话', 'Try the telephones'], mode: 'hand', needs: ['screen'], ...by },
        ...{ instructions: '试打 {{phones}} 部电话,确认录音。', expected: '{{phones}} 部均有录音。' },
      },
    ],
  })
  await post(engineer, `runbooks/${item.id}/submit`, {})
  await manager.goto(`/runbooks/${item.number}`)
  await verb(manager, '批准生效').click()
  await sign(manager)
  await vi.waitFor(
    async () => expect((await read(manager, `runbooks/${item.number}`)).item.state).toBe('effective'),
    slowly,
  )
})

describe('a whole day of two shifts', () => {
  it('begins as the day shift signs', async () => {
    await day.goto(`/shifts/${shifts[0]?.number}`)
    await verb(day, '接班签字').click()
    await sign(day)
    await day.locator('.ts-track .is-here', { hasText: '在班' }).waitFor()
  })

  it('opens by a runbook that asks first, and says every fault at once', async () => {
    await maker.goto('/runbooks?q=大厅开市准备')
    await maker.getByText('大厅开市准备').first().click()
    await maker.getByRole('button', { name: '开始执行' }).click()
    await maker.waitForURL('**/start')
    const phones = maker.getByRole('textbox', { name: '电话数' })
    await phones.fill('40')
    await maker.getByRole('button', { name: '开始执行' }).click()
    const fault = (text: string) => maker.locator('.ts-fault', { hasText: text })
    await fault('「主屏」必须填写。').waitFor()
    await fault('「电话数」不得大于 20。').waitFor()
    await looked(maker, 'run-asks-zh', 'main')
    await phones.fill('4')
    await maker.getByText('东墙').click()
    await maker.getByRole('button', { name: '开始执行' }).click()
    await maker.waitForURL('**/runs/RUN-*')
    await maker.locator('.ops-given').getByText('东墙').waitFor()
    const path = new URL(maker.url()).pathname
    await carryOut(maker, checker, path)
    await checker.goto(path)
    await checker.getByRole('button', { name: '完成并签字' }).click()
    await sign(checker)
    await checker.goto(`${path}/report`)
    await checker.locator('.ops-paper').getByText('东墙').first().waitFor()
    const { matches, report } = await read(checker, `${path.slice(1)}/report`)
    expect(matches).toBe(true)
    expect(report.parameters).toMatchObject([{ value: '东墙' }, { value: '4' }])
    await looked(checker, 'run-report-given-zh', 'main')
  })

  it('has its duty done', async () => {
    await maker.goto(`/duty-tasks/${duty}`)
    await verb(maker, '办结').click()
    await maker.locator('.ant-modal textarea').fill('设备均正常。')
    await maker.locator('.ant-modal-footer .ant-btn-primary').click()
    await maker.locator('.ts-track .is-here', { hasText: '已办结' }).waitFor()
  })

  it('is handed over by two signatures', async () => {
    await day.goto(`/shifts/${shifts[0]?.number}`)
    await day.getByRole('button', { name: '编制交接单' }).click()
    await day.locator('.shf-sheet').waitFor()
    await verb(day, '交班签字').click()
    await day.locator('.ant-modal textarea').fill('日盘平稳。东墙大屏 10 点闪过一次,夜班留意。')
    await sign(day)
    await day.locator('.ts-track .is-here', { hasText: '待对方接班' }).waitFor()
    await night.goto(`/shifts/${shifts[1]?.number}`)
    await night.getByText('夜班留意').first().waitFor()
    await verb(night, '接班签字').click()
    await sign(night)
    await night.locator('.ts-track .is-here', { hasText: '在班' }).waitFor()
    await day.locator('.ts-track .is-here', { hasText: '已交班' }).waitFor()
  })

  it('stands in the log from the first signature to the last', async () => {
    await night.goto('/log')
    const main = night.locator('main')
    for (const word of ['大厅开市准备:完成,报告已签字', '大厅设备点检', '大厅值守'])
      await main.getByText(word).first().waitFor()
    await looked(night, 'whole-day-log-zh', 'main')
  })
})
