import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stepsSchema } from '../src/areas/operations/runbook/step.rules.ts'
import { planOf, reportCopy } from './support/backup.ts'
import { picture, settled } from './support/browser.ts'
import { isWithin, looked, phone, useFirm } from './support/journey.ts'
import { sign } from './support/run.ts'
import { password, startServer } from './support/server.ts'

// The upgrade is a real one: the floor of this firm is its own.
const firm = useFirm(startServer)
const folder = mkdtempSync(join(tmpdir(), 'touchstone-journey-copies-'))
let engineer: Page
let manager: Page
let checker: Page
const ids: Record<string, string> = {}

const post = async (page: Page, path: string, data: object = {}, status = 200) => {
  const answer = await page.request.post(`/api/${path}`, { data })
  const body = await answer.json()
  expect(answer.status(), `${path} ${JSON.stringify(body)}`).toBe(status)
  return body.item
}
const get = async (page: Page, path: string) => (await (await page.request.get(`/api/${path}`)).json()).item
const list = async (page: Page, path: string) => (await (await page.request.get(`/api/${path}`)).json()).items
const signed = async (page: Page, path: string, verb: string, more: object = {}) => {
  const { version } = await get(page, path)
  return post(page, `${path}/${verb}`, { version, signature: { password }, ...more })
}
const soon = { timeout: 60_000 }

/** A runbook by command that the engineer begins and the manager checks: whoever holds these posts, at any hour. */
async function runbook(code: string, title: [string, string], tells: readonly object[]): Promise<string> {
  const steps = tells.map((tell, n) => ({
    ...{ key: `tell-${n + 1}`, title, instructions: '执行命令。', expected: '就绪。', mode: 'command' },
    ...{ makerPost: 'system-engineer', checkerPost: 'it-manager', needs: n === 0 ? [] : [`tell-${n}`] },
    ...tell,
  }))
  const values = { code, title: title[0], titleEn: title[1], kind: 'upgrade', purpose: title[0] }
  const { id } = await post(engineer, 'runbooks', { ...values, steps: stepsSchema.parse(steps) }, 201)
  await post(engineer, `runbooks/${id}/submit`)
  await signed(manager, `runbooks/${id}`, 'approve')
  return id
}

/** The engineer begins each step, its command runs, the manager checks it; then the report is signed. */
async function carriedOut(run: string): Promise<void> {
  for (;;) {
    const steps: { id: string; state: string; version: number }[] = await list(engineer, `run-steps?run=${run}`)
    const next = steps.find(({ state }) => state === 'ready')
    if (!next) break
    await post(engineer, `run-steps/${next.id}/start`, { version: next.version })
    await expect.poll(async () => (await get(engineer, `run-steps/${next.id}`)).state, soon).toBe('done')
    await signed(manager, `run-steps/${next.id}`, 'check')
  }
  await signed(manager, `runs/${run}`, 'finish')
}

/** What a part of the floor answers itself. */
async function floor(part: 'trading-front' | 'settlement', path: string, body?: object) {
  const port = firm.server.floorPort + { 'trading-front': 1, settlement: 5 }[part]
  const sent = body && { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  return (await fetch(`http://127.0.0.1:${port}${path}`, sent)).json()
}
const health = (): Promise<{ version: string; status: string; pid: number }> => floor('settlement', '/health')
const stands = async () => (await get(engineer, `components/${ids['settlement']}`)).health

/** Two lots are bought at the market; how many of them a day's statement books. */
async function bookedOn(day: string): Promise<number> {
  const order = { account: 'A001', contract: 'mAu(T+D)', side: 'buy', lots: 1, limit: 99_999 }
  for (const n of [1, 2])
    expect(await floor('trading-front', '/orders', { ...order, id: `${day}-${n}` })).toMatchObject({ state: 'filled' })
  const { lines } = await floor('settlement', '/statements', { day })
  return lines.reduce((sum: number, { boughtLots }: { boughtLots: number }) => sum + boughtLots, 0)
}

beforeAll(async () => {
  engineer = await firm.at('engineer')
  manager = await firm.at('manager')
  checker = await firm.at('checker')
})
afterAll(() => rmSync(folder, { recursive: true }))

it('settlement and what it stands on run, as on any day', async () => {
  const parts = ['quote-feed', 'trading-front', 'bank-link', 'settlement']
  const start = parts.map((code) => ({ components: [code], action: 'start' }))
  const restart = (release: string) => [{ components: ['settlement'], action: 'restart', args: [release] }]
  const opening = await runbook('journey-start', ['启动结算及其依赖', 'Start settlement'], start)
  ids['install'] = await runbook('journey-install', ['装上结算 1.1.0', 'Install settlement 1.1.0'], restart('1.1.0'))
  ids['undo'] = await runbook('journey-undo', ['装回结算 1.0.0', 'Put settlement 1.0.0 back'], restart('1.0.0'))
  const components = await list(engineer, 'components?limit=100')
  const idOf = (code: string) => components.find((one: { code: string }) => one.code === code).id
  ids['settlement'] = idOf('settlement')
  // Nobody has a plan for saving it.
  ids['risk'] = idOf('risk-control')
  await carriedOut((await post(engineer, 'runs', { runbook: opening }, 201)).id)
  await expect.poll(stands, soon).toBe('up')
}, 180_000)

const bytes = Buffer.from('platform 1.1.0')

describe('a bulletin', () => {
  it('is read, and names what of ours it concerns', async () => {
    const values = {
      ...{
        title: '结算 1.0 夜盘跨日成交归属',
        severity: 'important',
        product: '黄金会员模拟交易平台',
        versions: '<1.1.0',
      },
      ...{ publishedAt: new Date(Date.now() - 3_600_000).toISOString(), text: '1.1.0 已修复,请安排升级。' },
    }
    const made = await post(checker, 'vendor-bulletins', values, 201)
    ids['bulletin'] = made.id
    expect(made.affected).toContain(ids['settlement'])
    await post(checker, `vendor-bulletins/${made.id}/read`)
    await post(engineer, `vendor-bulletins/${made.id}/decide`, { decision: 'change', decisionReason: '结算受影响。' })
    await engineer.goto(`/vendor-bulletins/${made.number}`)
    await engineer.getByRole('link', { name: '结算', exact: true }).first().waitFor()
    await looked(engineer, 'bulletin-zh', 'main')
  })
})

describe('a package', () => {
  it('is checked against what its vendor says, and fits what the firm runs', async () => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const made = await post(
      engineer,
      'upgrade-packages',
      {
        ...{ title: '结算 1.1.0 升级包', product: '黄金会员模拟交易平台', fits: '>=1.0.0 <1.1.0', toVersion: '1.1.0' },
        ...{ contents: '结算程序 1.1.0', files: [{ name: 'settlement.tar', sha256 }], bulletin: ids['bulletin'] },
      },
      201,
    )
    ids['package'] = made.id
    await engineer.goto(`/upgrade-packages/${made.number}`)
    await engineer.getByText('未上传').waitFor()
    const file = { name: 'settlement.tar', mimeType: 'application/x-tar' }
    await engineer
      .locator('input[type=file]')
      .first()
      .setInputFiles({ ...file, buffer: bytes })
    await engineer.getByText('相符').waitFor()
    await looked(engineer, 'change-package-zh', 'main')
    await post(engineer, `upgrade-packages/${made.id}/check`)
    await signed(manager, `upgrade-packages/${made.id}`, 'pass-test', { testResult: '测试环境运行两日无异常。' })
  })
})

const at = () => `changes/${ids['change']}`

describe('a change', () => {
  const open = async (page: Page) => {
    const { number } = await get(page, at())
    await page.goto(`/changes/${number}`)
    await page.locator('.chg-gates').first().waitFor()
  }

  it('says all that its plan lacks, and is approved by another once nothing is lacking', async () => {
    const values = {
      ...{ title: '结算程序升级 1.1.0', reason: '修复夜盘跨日成交', components: [ids['settlement']] },
      ...{ package: ids['package'], bulletin: ids['bulletin'] },
    }
    ids['change'] = (await post(engineer, 'changes', values, 201)).id
    await open(engineer)
    await engineer.locator('.chg-gates .is-broken', { hasText: '缺' }).nth(4).waitFor()
    await looked(engineer, 'change-lacking-zh', 'main')
    expect(await engineer.getByRole('button', { name: '评估' }).getAttribute('aria-disabled')).toBe('true')
    const { version } = await get(engineer, at())
    const now = Date.now()
    const answer = await engineer.request.patch(`/api/${at()}`, {
      data: {
        version,
        answers: { rehearsed: 'yes', undo: 'quick', done: 'once', outage: 'short' },
        runbook: ids['install'],
        rollbackRunbook: ids['undo'],
        tests: [{ what: '日切后核对当日成交', expected: '成交两手,结算两手' }],
        backupOf: [ids['risk']],
        plannedStart: new Date(now - 60_000).toISOString(),
        plannedEnd: new Date(now + 7_200_000).toISOString(),
      },
    })
    expect(answer.status()).toBe(200)
    await post(engineer, `${at()}/assess`)
    await post(engineer, `${at()}/approve`, {}, 202)
    const asked = (await list(manager, 'approvals?mine=waiting')).find(
      ({ recordId }: { recordId: string }) => recordId === ids['change'],
    )
    const { digest } = await get(manager, `approvals/${asked.id}`)
    await post(manager, `approvals/${asked.id}/agree`, { digest, signature: { password } })
    const { plannedStart, plannedEnd } = await get(engineer, at())
    await post(engineer, `${at()}/schedule`, { plannedStart, plannedEnd })
  })

  it('starts only with a backup that was restored, and may be begun as soon as it was', async () => {
    await open(engineer)
    await engineer.getByText('没有验证过的备份').first().waitFor()
    await looked(engineer, 'change-gates-zh', 'main')
    const plan = await planOf(engineer, manager, 'risk-control', folder, '风控参数备份')
    const token = await (await engineer.request.post(`/api/backup-plans/${plan.id}/make-token`)).json()
    await reportCopy(engineer, folder, token.token)
    // Inside of a session no test begins by itself.
    await engineer.request.post(`/api/backup-plans/${plan.id}/test-restore`)
    await engineer.getByText('条件全部满足').waitFor()
    await engineer.getByRole('button', { name: '开始实施' }).click()
    await sign(engineer)
    await engineer.getByText('实施与回退').waitFor()
    await settled(engineer)
  })

  it('puts the new version to work on the floor by two people, and its health says so', async () => {
    expect(await bookedOn('2031-01-06')).toBe(2)
    const before = await health()
    expect(before).toMatchObject({ version: '1.0.0', status: 'ready' })
    await carriedOut((await get(engineer, at())).run)
    const after = await health()
    expect(after).toMatchObject({ version: '1.1.0', status: 'ready' })
    expect(after.pid).not.toBe(before.pid)
    await expect.poll(stands, soon).toBe('up')
  })

  it('fails its test, and is rolled back as a path of its own: the old version runs again', async () => {
    expect(await bookedOn('2031-01-07')).toBe(1)
    await engineer.getByRole('button', { name: '不通过' }).click()
    await engineer.getByLabel('看到了什么').fill('成交两手,结算只有一手。')
    await engineer.locator('.ant-modal-footer .ant-btn-primary').click()
    await engineer.getByText('成交两手,结算只有一手。').waitFor()
    await looked(engineer, 'change-failed-zh', 'main')
    await signed(engineer, at(), 'roll-back', { rollbackReason: '测试未通过' })
    await carriedOut((await get(engineer, at())).rollbackRun)
    await signed(manager, at(), 'finish-rollback', { rollbackResult: '旧版运行正常' })
    await engineer.getByText('已回退').first().waitFor()
    await looked(engineer, 'change-rolled-back-zh', 'main')
    expect((await get(engineer, `components/${ids['settlement']}`)).installedVersion).toBe('1.0.0')
    expect(await health()).toMatchObject({ version: '1.0.0', status: 'ready' })
    // What was booked late comes with the next day, and nothing is lost.
    expect(await bookedOn('2031-01-08')).toBe(3)
  })
})

describe('what was learnt', () => {
  it('is written down by one and agreed to by two others', async () => {
    const told = await post(
      checker,
      'incidents',
      {
        ...{ title: '结算 1.1.0 日切漏记成交', component: ids['settlement'], impact: 'medium', urgency: 'high' },
        description: '升级后的结算把当日最后一笔记到下一日,已回退。',
      },
      201,
    )
    const review = await post(
      engineer,
      'reviews',
      {
        ...{ title: '结算升级回退复盘', incident: told.id },
        ...{ happened: '升级后日切少一手,当晚回退。', causes: '1.1.0 日切时未计入最后一笔。' },
        ...{ wentWell: '测试当场发现,回退二十分钟完成。', toImprove: '升级包测试须含日切。' },
      },
      201,
    )
    await post(engineer, `reviews/${review.id}/submit`)
    await signed(manager, `reviews/${review.id}`, 'agree')
    await signed(checker, `reviews/${review.id}`, 'agree-too')
    await engineer.goto(`/reviews/${review.number}`)
    await engineer.getByText('已同意').first().waitFor()
    await looked(engineer, 'upgrade-review-zh', 'main')
  })
})

describe('looking over changes', () => {
  it('shows what boards said and will look at, one change after another', async () => {
    const [next] = await list(manager, 'advisory-meetings?state=planned')
    await manager.goto(`/advisory-meetings/${next.number}`)
    await manager.locator('.brd-one').waitFor()
    await looked(manager, 'board-planned-zh', 'main')
    await manager.getByRole('button', { name: '开会' }).click()
    const page = await firm.at('checker', { lang: 'en' })
    await page.goto(`/advisory-meetings/${next.number}`)
    await page.getByRole('button', { name: 'Note the advice' }).click()
    const dialog = page.locator('.ant-modal').last()
    await dialog.getByLabel('What was said').fill('Three seconds is what the bank asks for.')
    await dialog.getByLabel('Advice').click()
    await page.getByTitle('Approve', { exact: true }).click()
    await dialog.locator('.ant-modal-footer .ant-btn-primary').click()
    await page.locator('.brd-said').waitFor()
    await looked(page, 'board-in-session-en', 'main')
    await manager.getByRole('button', { name: '签署纪要' }).click()
    await sign(manager)
    await manager.getByText('已召开').first().waitFor()
    const [held] = await list(manager, 'advisory-meetings?state=held&sort=heldAt')
    await manager.goto(`/advisory-meetings/${held.number}`)
    await manager.locator('.brd-said').waitFor()
    await looked(manager, 'board-held-zh', 'main')
    const waiting = (await list(manager, 'changes?state=assessed')).find(
      ({ title }: { title: string }) => title === '核心交换机固件升级',
    )
    await manager.goto(`/changes/${waiting.number}`)
    await manager.locator('.brd-boards').waitFor()
    await looked(manager, 'change-with-advice-zh', 'main')
  })

  it('shows them by month and by week, and how they ended, also in English and on a phone', async () => {
    await engineer.goto('/change-calendar')
    await engineer.locator('.chc-one').first().waitFor()
    await looked(engineer, 'change-calendar-month-zh', 'main')
    await engineer.goto('/change-calendar?view=week')
    await engineer.locator('.chc-frozen').first().waitFor()
    await looked(engineer, 'change-calendar-week-zh', 'main')
    await engineer.goto('/change-report')
    await engineer.locator('.chr-table').first().waitFor()
    await engineer.locator('[role=img] svg text').first().waitFor()
    await looked(engineer, 'change-report-zh', 'main')
    const small = await firm.at('checker', { ...phone, lang: 'en' })
    for (const [path, part] of [
      ['change-calendar', '.chc-one'],
      ['change-report', '.chr-table'],
      [at(), '.chg-tests'],
    ] as const) {
      await small.goto(`/${path}`)
      await small.locator(part).first().waitFor()
      await settled(small)
      expect(await isWithin(small), path).toBe(true)
      await picture(small, `${path.split('/')[0]}-phone`)
    }
  })

  it('says what fills up: disks, databases and their largest tables', async () => {
    await engineer.goto('/forecasts')
    await engineer.locator('.ops-trace').nth(3).waitFor()
    await looked(engineer, 'forecasts-zh', 'main')
    const page = await firm.at('checker', { lang: 'en' })
    await page.goto('/forecasts')
    await page.locator('.ops-trace').nth(3).waitFor()
    await looked(page, 'forecasts-en', 'main')
  })
})
