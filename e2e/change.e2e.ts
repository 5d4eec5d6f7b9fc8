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
import { password } from './support/server.ts'

const firm = useFirm()
const folder = mkdtempSync(join(tmpdir(), 'touchstone-journey-copies-'))
let engineer: Page
let manager: Page
const ids: Record<string, string> = {}

const post = async (page: Page, path: string, data: object = {}, status = 200) => {
  const answer = await page.request.post(`/api/${path}`, { data })
  const body = await answer.json()
  expect(answer.status(), `${path} ${JSON.stringify(body)}`).toBe(status)
  return body.item
}
const get = async (page: Page, path: string) => (await (await page.request.get(`/api/${path}`)).json()).item
const signed = async (page: Page, path: string, verb: string, more: object = {}) => {
  const { version } = await get(page, path)
  return post(page, `${path}/${verb}`, { version, signature: { password }, ...more })
}

const step = (key: string) => ({
  key,
  title: ['安装程序', 'Install it'],
  instructions: '按升级包说明安装。',
  expected: '健康检查正常。',
  mode: 'hand',
  makerPost: 'system-engineer',
  checkerPost: 'it-manager',
})

/** A runbook that the engineer carries out and the manager checks: whoever holds these posts, at any hour. */
async function runbook(code: string, title: string): Promise<string> {
  const values = {
    code,
    title,
    titleEn: title,
    kind: 'upgrade',
    purpose: title,
    steps: stepsSchema.parse([step('do')]),
  }
  const { id } = await post(engineer, 'runbooks', values, 201)
  await post(engineer, `runbooks/${id}/submit`)
  await signed(manager, `runbooks/${id}`, 'approve')
  return id
}

beforeAll(async () => {
  engineer = await firm.at('engineer')
  manager = await firm.at('manager')
  ids['install'] = await runbook('journey-install', '安装结算程序')
  ids['undo'] = await runbook('journey-undo', '装回旧版结算程序')
  const { items } = await (await engineer.request.get('/api/components?q=settlement')).json()
  ids['settlement'] = items.find(({ code }: { code: string }) => code === 'settlement').id
  // Nobody has a plan for saving it.
  const risk = await (await engineer.request.get('/api/components?q=risk-control')).json()
  ids['risk'] = risk.items.find(({ code }: { code: string }) => code === 'risk-control').id
})
afterAll(() => rmSync(folder, { recursive: true }))

const bytes = Buffer.from('platform 1.1.0')

describe('a package', () => {
  it('is checked against what its vendor says, and fits what the firm runs', async () => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const made = await post(
      engineer,
      'upgrade-packages',
      {
        ...{ title: '结算 1.1.0 升级包', product: '黄金会员模拟交易平台', fits: '>=1.0.0 <1.1.0', toVersion: '1.1.0' },
        ...{ contents: '结算程序 1.1.0', files: [{ name: 'settlement.tar', sha256 }] },
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

describe('a change', () => {
  const at = () => `changes/${ids['change']}`
  const open = async (page: Page) => {
    const { number } = await get(page, at())
    await page.goto(`/changes/${number}`)
    await page.locator('.chg-gates').first().waitFor()
  }

  it('says all that its plan lacks, and is approved by another once nothing is lacking', async () => {
    const values = {
      title: '结算程序升级 1.1.0',
      reason: '修复夜盘跨日成交',
      components: [ids['settlement']],
      package: ids['package'],
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
        tests: [{ what: '日切后核对持仓', expected: '与日切前一致' }],
        backupOf: [ids['risk']],
        plannedStart: new Date(now - 60_000).toISOString(),
        plannedEnd: new Date(now + 7_200_000).toISOString(),
      },
    })
    expect(answer.status()).toBe(200)
    await post(engineer, `${at()}/assess`)
    await post(engineer, `${at()}/approve`, {}, 202)
    const { items } = await (await manager.request.get('/api/approvals?mine=waiting')).json()
    const asked = items.find(({ recordId }: { recordId: string }) => recordId === ids['change'])
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

  it('is carried out by two, fails its test, and is rolled back as a path of its own', async () => {
    await carryOut('run')
    await engineer.getByRole('button', { name: '不通过' }).click()
    await engineer.getByLabel('看到了什么').fill('日切后少两笔持仓。')
    await engineer.locator('.ant-modal-footer .ant-btn-primary').click()
    await engineer.getByText('日切后少两笔持仓。').waitFor()
    await looked(engineer, 'change-failed-zh', 'main')
    await signed(engineer, at(), 'roll-back', { rollbackReason: '测试未通过' })
    await carryOut('rollbackRun')
    await signed(manager, at(), 'finish-rollback', { rollbackResult: '旧版运行正常' })
    await engineer.getByText('已回退').first().waitFor()
    await looked(engineer, 'change-rolled-back-zh', 'main')
    expect((await get(engineer, `components/${ids['settlement']}`)).installedVersion).toBe('1.0.0')
  })

  async function carryOut(which: string): Promise<void> {
    const { [which]: run } = await get(engineer, at())
    const { items } = await (await engineer.request.get(`/api/run-steps?run=${run}`)).json()
    await post(engineer, `run-steps/${items[0].id}/start`)
    await post(engineer, `run-steps/${items[0].id}/done`)
    await signed(manager, `run-steps/${items[0].id}`, 'check')
    await signed(manager, `runs/${run}`, 'finish')
  }
})

describe('looking over changes', () => {
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
      [at2(), '.chg-tests'],
    ] as const) {
      await small.goto(`/${path}`)
      await small.locator(part).first().waitFor()
      await settled(small)
      expect(await isWithin(small), path).toBe(true)
      await picture(small, `${path.split('/')[0]}-phone`)
    }
  })

  const at2 = () => `changes/${ids['change']}`
})
