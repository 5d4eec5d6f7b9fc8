import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { picture } from './support/browser.ts'
import { useFirm } from './support/journey.ts'
import { carryOut, sign, standing } from './support/run.ts'
import { password, startServer } from './support/server.ts'

const firm = useFirm(startServer)
let operator: Page
let checker: Page
/** `/runs/RUN-…` of the opening. */
let opening: string

beforeAll(async () => {
  operator = await firm.at('operator')
  checker = await firm.at('checker')
})

describe('a trading day with two people', () => {
  it('begins on the duty console, which knows the trading day and what is due', async () => {
    await operator.waitForURL('**/duty')
    await operator.locator('.ts-clock').getByText('交易日').waitFor()
    await operator.locator('.ops-agenda-line').first().waitFor()
    await picture(operator, 'duty-before-zh')
    // The stream tells of the run before the answer is there, as on a busy machine, and takes the button away.
    const line = operator.locator('.ops-agenda-line', { hasText: '开市启动' })
    await operator.route('**/api/runs', async (route) => {
      const response = await route.fetch()
      await line.getByRole('button').waitFor({ state: 'detached' })
      await route.fulfill({ response })
    })
    await line.getByRole('button').click()
    await operator.waitForURL('**/runs/RUN-*')
    opening = new URL(operator.url()).pathname
    await operator.locator('.ts-node').first().waitFor()
    await picture(operator, 'run-begun-zh')
  })

  const lineOf = async (page: Page) => {
    const board = await (await page.request.get(`/api${opening}/board`)).json()
    return board.steps.find((one: { key: string }) => one.key === 'line')
  }

  it('refuses the maker as checker, on the screen and behind it', async () => {
    const line = `${opening}?step=line`
    await operator.goto(line)
    await operator.getByRole('button', { name: '开始', exact: true }).click()
    await operator.locator('.ops-act textarea').fill('两条线路均通,时延 3 毫秒。')
    await operator.getByRole('button', { name: '完成', exact: true }).click()
    await expect.poll(async () => (await lineOf(operator)).state).toBe('done')
    await operator.goto(line)
    const own = operator.locator('.ops-act-row .ant-btn-primary', { hasText: '复核' })
    await own.waitFor()
    expect(await own.isDisabled()).toBe(true)
    expect(await operator.locator('.ops-why').textContent()).toMatch(/.{6,}/)

    const step = await lineOf(operator)
    const signature = { password }
    const refused = await operator.request.post(`/api/run-steps/${step.id}/check`, {
      data: { version: step.version, signature },
    })
    expect([403, 409]).toContain(refused.status())
    expect((await (await operator.request.get(`/api/run-steps/${step.id}`)).json()).item.state).toBe('done')

    await checker.goto(line)
    await checker.locator('.ops-step').getByText('时延 3 毫秒').waitFor()
    await picture(checker, 'check-zh')
    await checker.getByRole('button', { name: '复核签字' }).click()
    await picture(checker, 'check-sign-zh')
    await sign(checker)
    await expect.poll(async () => (await standing(operator)).settled).toBeGreaterThan(0)
  })

  it('carries the opening out while the map turns green', async () => {
    const map = await firm.at('engineer')
    await map.goto('/map')
    await map.locator('.ops-map, .react-flow').first().waitFor()
    const up = () => map.getByText('正常', { exact: true }).count()
    const before = await up()
    await picture(map, 'map-before-zh')
    await carryOut(operator, checker, opening)
    // The slowest of its probes is asked every ten seconds, and believed the second time.
    await expect.poll(up, { timeout: 40_000 }).toBeGreaterThanOrEqual(before + 6)
    await picture(map, 'map-after-zh')
    await picture(operator, 'run-done-zh')
    await map.context().close()
  }, 240_000)

  it('shows a killed process without a reload', async () => {
    await operator.goto('/duty')
    // On a busy machine the gateway may be slow, and say so; down it is once its process is killed.
    const card = operator.locator('.ops-alarm', { hasText: /报单网关.*中断/ })
    await operator.locator('.ops-agenda').first().waitFor()
    await expect.poll(() => card.count(), { timeout: 60_000 }).toBe(0)
    const pid = Number(
      await readFile(join(firm.server.home, 'floor', 'order-gateway.pid'), 'utf8').then(
        (text) => text.match(/\d+/)?.[0],
      ),
    )
    process.kill(pid, 'SIGKILL')
    await card.waitFor()
    expect(await card.textContent()).toContain('影响')
    await picture(operator, 'alarm-zh')
    await card.getByRole('button', { name: '确认' }).click()
    await card.getByText('李晓峰').waitFor()
    await card.getByRole('button', { name: '转故障' }).click()
    await operator.waitForURL('**/incidents/*')
    await operator.getByText('报单网关').first().waitFor()
  })

  it('is mended by the runbook, and the alarm resolves itself', async () => {
    await operator.goto('/runbooks?q=重启报单网关')
    await operator.getByText('重启报单网关').first().click()
    await operator.getByRole('button', { name: '开始执行' }).click()
    await operator.waitForURL('**/start')
    await operator.getByRole('textbox', { name: '重启原因' }).fill('进程被杀,告警后重启')
    await picture(operator, 'run-start-zh')
    await operator.getByRole('button', { name: '开始执行' }).click()
    await operator.waitForURL('**/runs/RUN-*')
    await operator.locator('.ops-given').getByText('进程被杀,告警后重启').waitFor()
    await carryOut(operator, checker, new URL(operator.url()).pathname)
    await operator.goto('/duty')
    await expect
      .poll(() => operator.locator('.ops-alarm', { hasText: '报单网关' }).count(), { timeout: 20_000 })
      .toBe(0)
  }, 240_000)

  it('can be read in the operations log of the trading day', async () => {
    await operator.goto('/log')
    const lines = operator.locator('main')
    await lines.getByText('报单网关').first().waitFor()
    await picture(operator, 'log-zh')
    const read = (await lines.textContent()) ?? ''
    for (const word of ['开市启动', '告警', '复核', '李晓峰', '王丽娟']) expect(read).toContain(word)
  })

  it('ends with a signature and a report that verifies', async () => {
    await checker.goto(opening)
    await checker.getByRole('button', { name: '完成并签字' }).click()
    await sign(checker)
    await checker.goto(`${opening}/report`)
    const paper = checker.locator('.ops-paper')
    await paper.waitFor()
    const answer = await (await checker.request.get(`/api${opening}/report`)).json()
    expect(answer.matches).toBe(true)
    await picture(checker, 'report-zh')
    expect((await checker.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000)
  })

  it('speaks English as a whole at one touch, and back', async () => {
    await operator.goto('/duty')
    await operator.getByText('EN', { exact: true }).click()
    await operator.getByText('Trading day').first().waitFor()
    await picture(operator, 'duty-en')
    const seen = ((await operator.locator('body').textContent()) ?? '').replace(/[李王陈赵孙周吴]\S{0,3}/g, '')
    for (const word of ['值班台', '交易日', '运行日志']) expect(seen).not.toContain(word)
    await operator.getByText('中', { exact: true }).click()
    await operator.locator('.ts-clock').getByText('交易日').waitFor()
  })
})
