import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { isWithin, looked, phone, useFirm } from './support/journey.ts'
import { sign } from './support/run.ts'
import { password } from './support/server.ts'

const firm = useFirm()
let auditor: Page
let manager: Page
let engineer: Page
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
const me = async (page: Page) => (await (await page.request.get('/api/session')).json()).person.id as string
const verb = (page: Page, name: string) => page.locator('.ts-verbs').getByRole('button', { name, exact: true })
const open = async (page: Page, path: string) => {
  const { number } = await get(page, path)
  await page.goto(`/${path.split('/')[0]}/${number}`)
}
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const soon = { timeout: 60_000 }

beforeAll(async () => {
  ;[auditor, manager, engineer] = await Promise.all([firm.at('auditor'), firm.at('manager'), firm.at('engineer')])
})

describe('the demo firm', () => {
  it('has findings in every state, one of them late and one that came back', async () => {
    await manager.goto('/finding-board')
    await manager.locator('.adt-card.is-late').first().waitFor()
    await manager.locator('.adt-card', { hasText: '重新打开' }).first().waitFor()
    await looked(manager, 'finding-board-zh', 'main')
  })

  it('has a plan on its year, and an audit in the field', async () => {
    const { items } = await (await auditor.request.get('/api/audit-plans?state=approved')).json()
    await auditor.goto(`/audit-plans/${items[0].number}`)
    await auditor.locator('.adt-span').first().waitFor()
    await looked(auditor, 'audit-plan-zh', 'main')
    const running = await (await auditor.request.get('/api/audits?state=fieldwork')).json()
    await auditor.goto(`/audits/${running.items[0].number}`)
    await auditor.locator('.adt-areas li').first().waitFor()
    await looked(auditor, 'audit-fieldwork-zh', 'main')
    await auditor.goto(`/audits/${running.items[0].number}/checklist`)
    await auditor.locator('.adt-sample li').first().waitFor()
    await looked(auditor, 'audit-checklist-zh', 'main')
  })

  it('has been reviewed by management, with figures', async () => {
    const { items } = await (await manager.request.get('/api/management-reviews?state=signed')).json()
    await manager.goto(`/management-reviews/${items[0].number}`)
    await manager.locator('.adt-figures div').first().waitFor()
    await looked(manager, 'management-review-zh', 'main')
  })
})

describe('an audit', () => {
  it('opens with a checklist that is drawn as of its date', async () => {
    const plan = await post(
      auditor,
      'audit-plans',
      { title: '专项审计计划', year: 2026, areas: ['governance'], auditors: [await me(auditor)], purpose: '专项' },
      201,
    )
    await post(auditor, `audit-plans/${plan.id}/submit`)
    await open(manager, `audit-plans/${plan.id}`)
    await verb(manager, '批准').click()
    await sign(manager)
    await manager.locator('.ts-track .is-here', { hasText: '已批准' }).waitFor()
    const span = { asOf: today(), startsOn: today(), endsOn: today() }
    const made = await post(
      auditor,
      'audits',
      { title: '治理专项审计', plan: plan.id, areas: ['governance'], lead: await me(auditor), ...span },
      201,
    )
    ids['audit'] = made.id
    await post(auditor, `audits/${made.id}/prepare`)
    await expect
      .poll(async () => (await (await auditor.request.get('/api/controls/G-05')).json()).state, soon)
      .not.toBe('no-evidence')
    await open(auditor, `audits/${made.id}`)
    await verb(auditor, '开始现场审计').click()
    await auditor.getByRole('button', { name: '打开检查清单' }).click()
    await auditor.locator('.adt-items li').first().waitFor()
  })

  it('is worked through, and what does not conform becomes a finding', async () => {
    const { items } = await (await auditor.request.get(`/api/audit-items?audit=${ids['audit']}&sort=position`)).json()
    expect(items.length).toBeGreaterThan(5)
    const item = items.find(({ control }: { control: string }) => control === 'G-05')
    for (const { id } of items as { id: string }[])
      await post(
        auditor,
        `audit-items/${id}/judge`,
        id === item.id ? { result: 'nonconforming', note: '有部门没有负责人。' } : { result: 'conforming' },
      )
    const found = { title: '部门没有负责人', description: '见样本。', owner: await me(engineer), item: item.id }
    ids['finding'] = (await post(auditor, 'findings', found, 201)).id
    await post(auditor, `audits/${ids['audit']}/end-fieldwork`)
  })

  it('reports, and management answers', async () => {
    await signed(auditor, `audits/${ids['audit']}`, 'issue', { conclusion: '总体有效。' })
    await signed(manager, `audits/${ids['audit']}`, 'respond', { response: '同意,限期整改。' })
    const report = await auditor.request.get(`/api/audits/${ids['audit']}/pdf?lang=zh`)
    expect((await report.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await open(auditor, `audits/${ids['audit']}`)
    await auditor.locator('.adt-findings li').first().waitFor()
    await looked(auditor, 'audit-closed-zh', 'main')
  })
})

describe('a finding', () => {
  const finding = () => `findings/${ids['finding']}`

  it('is put right by its owner, who does not verify it', async () => {
    const due = { cause: '无人任命', correctiveAction: '任命负责人', due: '2027-12-31' }
    await post(engineer, `${finding()}/answer`, due)
    await post(engineer, `${finding()}/finish`, { outcome: '已任命。' })
    await open(engineer, finding())
    await engineer.locator('.adt-turn').waitFor()
    await looked(engineer, 'finding-done-zh', 'main')
    const { version } = await get(engineer, finding())
    const refused = await engineer.request.post(`/api/${finding()}/verify`, {
      data: { version, signature: { password }, verification: '好了。' },
    })
    expect((await refused.json()).code).toBe('same-person')
  })

  it('is verified by another on evidence, and closed', async () => {
    const form = { file: { name: '任命.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') } }
    const sent = await engineer.request.post(`/api/${finding()}/attachments`, { multipart: form })
    expect(sent.ok(), await sent.text()).toBe(true)
    await signed(auditor, finding(), 'verify', { verification: '见任命文件。' })
    await post(auditor, `${finding()}/close`)
    await open(auditor, finding())
    await auditor.locator('.ts-track .is-here', { hasText: '已关闭' }).waitFor()
  })
})

it('a checklist is worked by keyboard', async () => {
  const running = await (await auditor.request.get('/api/audits?state=fieldwork')).json()
  await auditor.goto(`/audits/${running.items[0].number}/checklist`)
  const last = auditor.locator('.adt-items li').last()
  await last.locator('button').click()
  await auditor.locator('h1').click()
  await auditor.keyboard.press('n')
  await auditor.keyboard.type('登记簿缺一次签名。')
  await auditor.keyboard.press('Escape')
  await auditor.keyboard.press('3')
  await last.locator('.adt-result', { hasText: '观察项' }).waitFor()
  await looked(auditor, 'audit-checklist-worked-zh', 'main')
})

it('reads in English, and on a phone', async () => {
  const abroad = await firm.at('auditor', { lang: 'en' })
  await open(abroad, `audits/${ids['audit']}`)
  await abroad.getByText('On the date').first().waitFor()
  await looked(abroad, 'audit-closed-en', 'main')
  await abroad.goto('/finding-board')
  await abroad.locator('.adt-card').first().waitFor()
  await looked(abroad, 'finding-board-en', 'main')
  const { items } = await (await abroad.request.get('/api/management-reviews?state=signed')).json()
  await abroad.goto(`/management-reviews/${items[0].number}`)
  await abroad.locator('.adt-figures div').first().waitFor()
  await looked(abroad, 'management-review-en', 'main')
  await abroad.setViewportSize(phone)
  await abroad.goto('/finding-board')
  await abroad.locator('.adt-card').first().waitFor()
  expect(await isWithin(abroad)).toBe(true)
  await looked(abroad, 'finding-board-phone-en', 'main')
})
