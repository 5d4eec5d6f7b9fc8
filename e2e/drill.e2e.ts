import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stepsSchema } from '../src/areas/operations/runbook/step.rules.ts'
import { settled } from './support/browser.ts'
import { isWithin, looked, phone, useFirm } from './support/journey.ts'
import { password, type Server, startServer } from './support/server.ts'

const firm = useFirm(startServer)
let engineer: Page
let manager: Page
let again: Server | undefined
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
const soon = { timeout: 60_000 }

/** What the bank link is told by engineer and manager, at any hour. */
async function runbook(code: string, title: [string, string], action: 'start' | 'restart'): Promise<string> {
  const step = {
    ...{ key: 'tell', title, instructions: '执行命令。', expected: '健康检查正常。', mode: 'command', action },
    ...{ components: ['bank-link'], makerPost: 'system-engineer', checkerPost: 'it-manager' },
  }
  const { id } = await post(
    engineer,
    'runbooks',
    { code, title: title[0], titleEn: title[1], kind: 'drill', purpose: title[0], steps: stepsSchema.parse([step]) },
    201,
  )
  await post(engineer, `runbooks/${id}/submit`)
  await signed(manager, `runbooks/${id}`, 'approve')
  return id
}

/** Its one step: the engineer starts it, the command does it, the manager checks it; then the report is signed. */
async function carriedOut(run: string): Promise<void> {
  const { items } = await (await engineer.request.get(`/api/run-steps?run=${run}`)).json()
  const step = `run-steps/${items[0].id}`
  await post(engineer, `${step}/start`, { version: items[0].version })
  await expect.poll(async () => (await get(engineer, step)).state, soon).toBe('done')
  await signed(manager, step, 'check')
  await signed(manager, `runs/${run}`, 'finish')
}

const health = async () => (await get(engineer, `components/${ids['bank']}`)).health
const drill = () => `drills/${ids['drill']}`
const open = async (page: Page, what = drill()) => {
  const { number } = await get(page, what)
  await page.goto(`/${what.split('/')[0]}/${number}`)
}

beforeAll(async () => {
  engineer = await firm.at('engineer')
  manager = await firm.at('manager')
})
afterAll(() => again?.stop())

it('has the bank link running, as on any day', async () => {
  const { items } = await (await engineer.request.get('/api/components?q=bank')).json()
  ids['bank'] = items.find(({ code }: { code: string }) => code === 'bank-link').id
  const start = await runbook('journey-start', ['启动银行转账', 'Start the bank link'], 'start')
  ids['restart'] = await runbook('journey-restart', ['重启银行转账', 'Restart the bank link'], 'restart')
  await carriedOut((await post(engineer, 'runs', { runbook: start }, 201)).id)
  await expect.poll(health, soon).toBe('up')
})

describe('plans', () => {
  it('of the demo firm stand in the calendar, one of them stale, one missed', async () => {
    await engineer.goto('/drill-calendar')
    await engineer.getByRole('link', { name: '行情中断应急预案' }).waitFor()
    await engineer.getByText('逾期未演练').first().waitFor()
    await engineer.getByText('未达到').first().waitFor()
    await looked(engineer, 'drill-calendar-zh')
  })

  it('tell whether they are to be relied on', async () => {
    const { items } = await (await engineer.request.get('/api/emergency-plans?state=stale')).json()
    await open(engineer, `emergency-plans/${items[0].id}`)
    await engineer.getByText('本预案已失效').waitFor()
    await looked(engineer, 'emergency-plan-stale-zh', 'main')
  })
})

describe('a drill', () => {
  it('is planned with what is made to fail, and agreed to by another', async () => {
    const { id: me } = (await (await engineer.request.get('/api/session')).json()).person
    const { id: boss } = (await (await manager.request.get('/api/session')).json()).person
    const plan = await post(
      engineer,
      'emergency-plans',
      {
        ...{ title: '银行接口停止', titleEn: 'The bank link stops', scenario: '银行转账程序停止。', level: 'larger' },
        ...{ components: [ids['bank']], owner: me, decider: boss, runbook: ids['restart'] },
        ...{ detectMinutes: 5, decideMinutes: 10, restoreMinutes: 30 },
        contacts: [{ who: '存管银行', role: '恢复接口', phone: '021-5555-0140' }],
      },
      201,
    )
    ids['plan'] = plan.id
    await post(engineer, `emergency-plans/${plan.id}/submit`)
    await signed(manager, `emergency-plans/${plan.id}`, 'approve')
    const now = Date.now()
    const planned = await post(
      engineer,
      'drills',
      {
        ...{ title: '银行接口停止演练', plan: plan.id, lead: me },
        ...{ scope: '演练环境的银行转账', safety: '只在演练环境;出现真实告警即中止。' },
        plannedStart: new Date(now).toISOString(),
        plannedEnd: new Date(now + 3_600_000).toISOString(),
      },
      201,
    )
    ids['drill'] = planned.id
    await open(engineer)
    await engineer.getByRole('button', { name: '添加故障' }).click()
    await looked(engineer, 'drill-fault-add-zh', 'html')
    await engineer.keyboard.press('Escape')
    const fault = { drill: planned.id, component: ids['bank'], kind: 'stop', minutes: 2.5 }
    ids['fault'] = (await post(engineer, 'drill-faults', fault, 201)).id
    await post(engineer, `${drill()}/approve`, {}, 202)
    const { items } = await (await manager.request.get('/api/approvals?mine=waiting')).json()
    const asked = items.find(({ recordId }: { recordId: string }) => recordId === planned.id)
    const { digest } = await get(manager, `approvals/${asked.id}`)
    await post(manager, `approvals/${asked.id}/agree`, { digest, signature: { password } })
    await signed(engineer, drill(), 'start')
  })

  it('lends the fault from its page, and an alarm tells of it', async () => {
    await open(engineer)
    await engineer.getByRole('button', { name: '注入' }).click()
    await engineer.getByText('自行结束于').waitFor()
    await engineer.locator('.drl-course .is-trouble', { hasText: '告警' }).first().waitFor(soon)
    await looked(engineer, 'drill-running-zh', 'main')
    expect(await health()).toBe('down')
    await open(manager)
    await manager.getByRole('button', { name: '启动预案' }).click()
    await expect.poll(async () => (await get(manager, drill())).run, soon).not.toBeNull()
  })

  it('has its fault end by itself though the server was killed', async () => {
    const bank = `http://127.0.0.1:${firm.server.floorPort + 4}/health`
    const answers = () =>
      fetch(bank).then(
        ({ ok }) => ok,
        () => false,
      )
    await firm.server.kill()
    expect(await answers()).toBe(false)
    await expect.poll(answers, { timeout: 200_000 }).toBe(true)
    const { home, floorPort, url } = firm.server
    again = await startServer({ home, floorPort, port: Number(new URL(url).port) })
    await expect.poll(async () => (await get(engineer, `drill-faults/${ids['fault']}`)).state, soon).toBe('ended')
    await expect.poll(health, soon).toBe('up')
  })

  it('takes its times from what happened', async () => {
    await carriedOut((await get(engineer, drill())).run)
    const met = async () => {
      const { lines } = await (await engineer.request.get(`/api/${drill()}/course`)).json()
      return lines.filter((line: { met: boolean }) => line.met).length
    }
    await expect.poll(met, { timeout: 180_000 }).toBe(3)
    await post(engineer, `${drill()}/finish`, {})
    const came = await get(engineer, drill())
    expect(came).toMatchObject({ state: 'finished', outcome: 'met' })
    expect(came.detectTook).toBeGreaterThan(0)
    expect(came.restoreTook).toBeGreaterThan(1)
    await post(
      engineer,
      'actions',
      { title: '银行值班电话加入群呼', owner: came.lead, due: '2027-12-31', drill: came.id },
      201,
    )
    const marks = { alertScore: 5, commandScore: 4, handsScore: 4, speechScore: 3, planScore: 4 }
    await signed(engineer, drill(), 'close', { ...marks, conclusion: '流程可行,通报仍慢。' })
    await open(engineer)
    await engineer.locator('.drl-times li').nth(2).waitFor()
    await engineer.getByText('银行值班电话加入群呼').first().waitFor()
    await looked(engineer, 'drill-closed-zh', 'main')
  })

  it('leaves a report, and a plan that was rehearsed', async () => {
    const report = await engineer.request.get(`/api/${drill()}/pdf?lang=zh`)
    expect((await report.body()).subarray(0, 5).toString()).toBe('%PDF-')
    const plan = await get(engineer, `emergency-plans/${ids['plan']}`)
    expect(plan.lastDrilledOn).not.toBeNull()
    await open(engineer, `emergency-plans/${ids['plan']}`)
    await engineer.getByText('银行接口停止演练').first().waitFor()
    await looked(engineer, 'emergency-plan-zh', 'main')
  })

  it('reads in English, and on a phone', async () => {
    const abroad = await firm.at('engineer', { lang: 'en' })
    await open(abroad)
    await abroad.getByText('Times against objectives').waitFor()
    await looked(abroad, 'drill-closed-en', 'main')
    await abroad.goto('/drill-calendar')
    await abroad.getByRole('link', { name: 'Quotes are lost' }).waitFor()
    await looked(abroad, 'drill-calendar-en')
    await abroad.setViewportSize(phone)
    await open(abroad)
    await abroad.locator('.drl-times').waitFor()
    await settled(abroad)
    expect(await isWithin(abroad)).toBe(true)
    await looked(abroad, 'drill-phone-en', 'main')
  })
})
