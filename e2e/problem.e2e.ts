import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './support/accessible.ts'
import { picture } from './support/browser.ts'
import { useFirm } from './support/journey.ts'

const firm = useFirm()
let engineer: Page
let manager: Page
let component: string

beforeAll(async () => {
  engineer = await firm.at('engineer')
  manager = await firm.at('manager')
  const { items } = await (await engineer.request.get('/api/components?q=core-switch')).json()
  component = items[0].id
})

const report = async (title: string): Promise<string> => {
  const made = await engineer.request.post('/api/incidents', { data: { title, component } })
  expect(made.status()).toBe(201)
  return (await made.json()).item.number
}

describe('a problem, from recurrence to what helps', () => {
  let number: string

  it('is logged by itself when the same happens for the third time', async () => {
    await engineer.goto('/problems')
    for (const port of [12, 31, 7]) await report(`核心交换机端口 ${port} 反复闪断`)
    const row = engineer.locator('tr.ts-row', { hasText: '反复闪断' })
    await row.waitFor({ timeout: 30_000 })
    expect(await row.count()).toBe(1)
    number = (await row.locator('.ts-number').textContent()) ?? ''
    await picture(engineer, 'problems-zh')
    expect(await seriousFaults(engineer, 'main')).toEqual([])
  })

  it('is joined by what comes later', async () => {
    await report('核心交换机端口 3 反复闪断')
    const count = async () =>
      (await (await engineer.request.get(`/api/problems/${number}`)).json()).item.occurrences as number
    await expect.poll(count, { timeout: 30_000 }).toBe(4)
  })

  it('is analysed: whys and a fishbone in its form, drawn on its page', async () => {
    const { item } = await (await engineer.request.get(`/api/problems/${number}`)).json()
    const data = {
      version: item.version,
      whys: ['端口闪断', '光模块过热', '机柜风道被挡'],
      fishbone: [
        { category: '环境', causes: ['风道被线缆挡住'] },
        { category: '设备', causes: ['光模块批次老化'] },
      ],
    }
    expect((await engineer.request.patch(`/api/problems/${item.id}`, { data })).status()).toBe(200)
    await engineer.goto(`/problems/${number}`)
    await engineer.locator('.svc-fish').waitFor()
    await picture(engineer, 'problem-fishbone-zh')
    expect(await seriousFaults(engineer, 'main')).toEqual([])
  })

  it('becomes a known error, and its workaround stands beside the next incident', async () => {
    await engineer.getByRole('button', { name: '列为已知错误' }).click()
    await engineer.getByLabel('临时办法').fill('先切到备用上联,再理顺机柜线缆。')
    await engineer.locator('.ant-modal-footer .ant-btn-primary').click()
    await engineer.locator('.ant-modal').waitFor({ state: 'hidden' })
    const next = await report('办公网时断时续')
    await engineer.goto(`/incidents/${next}`)
    await engineer.getByText('先切到备用上联,再理顺机柜线缆。').waitFor()
    await picture(engineer, 'incident-known-error-zh')
    expect(await seriousFaults(engineer, 'main')).toEqual([])
  })
})

describe('what was learnt', () => {
  it('is drafted from a resolved incident in one step, and published by another', async () => {
    const number = await report('三楼无线连不上')
    for (const [verb, data] of [
      ['start', {}],
      ['resolve', { resolution: '重启三楼接入点。', cause: '接入点固件死锁。' }],
    ] as const)
      expect((await engineer.request.post(`/api/incidents/${number}/${verb}`, { data })).status()).toBe(200)
    await engineer.goto(`/incidents/${number}`)
    await engineer.getByRole('button', { name: '写成知识文章' }).click()
    await engineer.waitForURL('**/articles/KNW-*')
    await engineer.getByText('重启三楼接入点。').first().waitFor()
    await engineer.getByRole('button', { name: '提交审阅' }).click()
    await engineer.getByRole('button', { name: '发布' }).and(engineer.locator('.is-refused')).waitFor()
    await manager.goto(new URL(engineer.url()).pathname)
    await manager.getByRole('button', { name: '发布', exact: true }).click()
    await manager.locator('.svc-said').waitFor()
    await picture(manager, 'article-zh')
    expect(await seriousFaults(manager, 'main')).toEqual([])
  })
})
