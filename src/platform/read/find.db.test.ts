import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { incident } from '../../areas/service/incident/incident.record.ts'
import { asSystem } from '../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../testing/app.ts'

let app: TestApp
let operator: Client
let business: Client
const titles = ['黄金交易终端无法登录', '打印机 A1 卡纸', 'Gateway order-gateway 10.1.2.3 不通', '夜盘行情延迟']
beforeAll(async () => {
  app = await testApp()
  operator = await app.as(await app.person('operator'))
  business = await app.as(await app.person('business'))
  await app.inTx(await app.person('operator'), async (tx) => {
    for (const title of titles) await tx.create(incident, { title })
  })
})
afterAll(() => app?.close())

interface Groups {
  groups: { record: string; items: { label: string; number: string }[]; count: { value: number } }[]
}
const found = async (client: Client, q: string) => {
  const { status, body } = await client.get(`/api/search?q=${encodeURIComponent(q)}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as Groups).groups
}
const titlesOf = async (client: Client, q: string) =>
  (await found(client, q)).find((one) => one.record === 'incident')?.items.map((one) => one.label) ?? []
const listed = async (client: Client, q: string) => (await client.get(`/api/incidents?q=${encodeURIComponent(q)}`)).body

describe('what is looked for in part (R5)', () => {
  it.each(['黄金', '金交', '终端', '登', '无法登录', '交易终端'])('%s is found in the middle of a text', async (q) => {
    expect(await titlesOf(operator, q)).toEqual([titles[0]])
    expect((await listed(operator, q)).items).toHaveLength(1)
  })

  it.each(['A1', 'a1', 'Ａ１', '打印机 Ａ１', 'order-gateway', 'GATEWAY', '10.1.2.3'])(
    '%s is found whatever its width and case',
    async (q) => {
      expect((await titlesOf(operator, q)).length).toBe(1)
    },
  )

  it('is found only by those who may read it: in the search, lists and counts alike', async () => {
    expect((await found(business, '黄金')).map(({ record }) => record)).not.toContain('incident')
    expect(await listed(business, '黄金')).toMatchObject({ items: [], count: { value: 0 } })
    const mine = await app.inTx(await app.person('business'), (tx) => tx.create(incident, { title: '黄金报价屏黑屏' }))
    expect(await titlesOf(business, '黄金')).toEqual([mine.title])
    const [incidents] = (await found(operator, '黄金')).filter(({ record }) => record === 'incident')
    expect(incidents?.count.value).toBe(2)
  })

  it.each(["'", '"', '&', '| !', ':*', '<->', '\\', '%', '_', ';--', '((', "a'b"])('%s does no harm', async (q) => {
    await found(operator, q)
    expect((await operator.get(`/api/incidents?q=${encodeURIComponent(q)}`)).status).toBe(200)
  })

  it('finds a text by any part of it, wherever it is cut', async () => {
    const text = '席位 07 的Au(T+D)报单被拒,代码E102'
    await app.inTx(await app.person('operator'), (tx) => tx.create(incident, { title: text }))
    const chars = [...text]
    const cut = fc.tuple(fc.nat(chars.length - 1), fc.integer({ min: 1, max: 8 }))
    await fc.assert(
      fc.asyncProperty(cut, async ([from, length]) => {
        const part = chars.slice(from, from + length).join('')
        fc.pre(/[\p{L}\p{N}]/u.test(part))
        expect(await titlesOf(operator, part)).toContain(text)
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})

describe('what comes first', () => {
  it('is the very number, then numbers that begin so, then names before the rest', async () => {
    const { body } = await operator.get('/api/incidents?sort=number&limit=1')
    const { number } = body.items[0]
    const [group] = await found(operator, number.toLowerCase())
    expect(group?.items[0]?.number).toBe(number)
    expect((await found(operator, number.slice(0, -2)))[0]?.items.length).toBeGreaterThan(1)

    await app.inTx(asSystem('test'), async (tx) => {
      const { component } = await import('../../areas/operations/component/component.record.ts')
      await tx.create(component, { code: 'GW-9', name: '网关九', kind: 'gateway', product: '网关产品' })
      await tx.create(component, { code: 'GW-10', name: '主机十', kind: 'host', product: '网关九的宿主' })
    })
    const [components] = (await found(operator, '网关九')).filter((one) => one.record === 'component')
    expect(components?.items.map((one) => one.label)).toEqual(['网关九', '主机十'])
    expect((await found(operator, 'gw-9'))[0]?.items[0]?.label).toBe('网关九')
  })

  it('is counted to a hundred', async () => {
    await app.inTx(await app.person('operator'), async (tx) => {
      for (let n = 0; n < 105; n++) await tx.create(incident, { title: `批量 ${n}` })
    })
    const [group] = await found(operator, '批量')
    expect(group).toMatchObject({ record: 'incident', count: { value: 100, atLeast: true } })
    expect(group?.items).toHaveLength(5)
  })
})

describe('a table of many rows', () => {
  it('is looked through another way, and holds the same', async () => {
    const words = ['黄金', '批量 104', 'order-gateway', 'INC-', '网关', '没有']
    const all = () => Promise.all(words.map((q) => found(operator, q)))
    const before = await all()
    expect(before.flat().length).toBeGreaterThan(3)
    await app.sql("update pg_class set reltuples = 1000000 where relname in ('incident', 'component')")
    expect(await all()).toEqual(before)
  })
})
