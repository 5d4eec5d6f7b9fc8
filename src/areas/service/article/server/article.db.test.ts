import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '../../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../../testing/app.ts'
import { department } from '../../../organisation/department/department.record.ts'
import { person } from '../../../organisation/person/person.record.ts'
import { reviewArticles } from './due.task.ts'

let app: TestApp
let engineer: Client
let manager: Client
let business: Client
let owner: string
let trading: string

beforeAll(async () => {
  app = await testApp()
  const writer = await app.person('engineer')
  owner = writer.id
  engineer = await app.as(writer)
  manager = await app.as(await app.person('manager'))
  const reader = await app.person('business')
  trading = await app.inTx(asSystem('test'), async (tx) => {
    const made = await tx.create(department, { code: 'TRD', name: '交易业务部' })
    await tx.update(person, reader.id, { department: made.id })
    return made.id
  })
  business = await app.as(reader)
})
afterAll(() => app?.close())

async function published(values: object): Promise<{ id: string; number: string }> {
  const made = await engineer.post('/api/articles', { body: '先看网线,再重启终端。', owner, ...values })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const at = `/api/articles/${made.body.item.id}`
  await engineer.post(`${at}/submit`)
  const out = await manager.post(`${at}/publish`)
  expect(out.status, JSON.stringify(out.body)).toBe(200)
  return out.body.item
}

/** Everywhere that a person may come upon an article. */
async function whereSeen(client: Client, { id, number }: { id: string; number: string }, word: string) {
  const holds = ({ body }: { body: unknown }) =>
    JSON.stringify(body).includes(id) || JSON.stringify(body).includes(number)
  const ways: Record<string, string> = {
    item: `/api/articles/${id}`,
    journal: `/api/articles/${id}/journal`,
    files: `/api/articles/${id}/attachments`,
    list: `/api/articles?q=${word}`,
    search: `/api/search?q=${word}`,
    number: `/api/search?q=${number}`,
    portal: `/api/portal/search?q=${word}`,
    json: `/api/articles/export?format=json&q=${word}`,
    csv: `/api/articles/export?format=csv&columns=number,title&q=${word}`,
    pdf: `/api/articles/${id}/pdf`,
  }
  const seen: string[] = []
  for (const [way, path] of Object.entries(ways)) {
    const answer = await client.get(path)
    if (alone.includes(way) ? answer.status === 200 : holds(answer)) seen.push(way)
  }
  const { count } = (await client.get(`/api/articles?q=${word}`)).body
  if (count.value > 0) seen.push('count')
  return seen
}

/** Ways to one article: there is an answer or none. */
const alone = ['item', 'journal', 'files', 'pdf']
const everywhere = ['item', 'journal', 'files', 'list', 'search', 'number', 'portal', 'json', 'csv', 'pdf', 'count']

describe('R13: audience and dates of an article hold everywhere', () => {
  it('one for everybody is found by everybody', async () => {
    const one = await published({ title: '终端无法登录时怎么办', audience: 'everyone' })
    expect(await whereSeen(business, one, '终端无法登录')).toEqual(everywhere)
  })

  it('one for those who work with the systems is nowhere to be seen by others', async () => {
    const one = await published({ title: '柜台重启次序', audience: 'desk' })
    expect(await whereSeen(business, one, '柜台重启')).toEqual([])
    expect(await whereSeen(engineer, one, '柜台重启')).toEqual(everywhere)
  })

  it('one for some departments is for those who are in them', async () => {
    const one = await published({ title: '结算单解释口径', audience: 'departments', departments: [trading] })
    expect(await whereSeen(business, one, '结算单解释')).toEqual(everywhere)
    expect(await whereSeen(await app.as(await app.person('operator')), one, '结算单解释')).toEqual([])
  })

  it('one that begins tomorrow is there tomorrow, and one that ends today is gone then, whoever was signed in before', async () => {
    const coming = await published({ title: '新版行情终端说明', validFrom: '2026-11-25' })
    const going = await published({ title: '旧版行情软件说明', validTo: '2026-11-24' })
    expect(await whereSeen(business, coming, '新版行情终端')).toEqual([])
    expect(await whereSeen(business, going, '旧版行情软件')).toEqual(everywhere)
    app.clock.set('2026-11-24T16:00:01.000Z')
    expect(await whereSeen(business, coming, '新版行情终端')).toEqual(everywhere)
    expect(await whereSeen(business, going, '旧版行情软件')).toEqual([])
  })

  it('nobody says of it whether it helped who may not read it', async () => {
    const one = await published({ title: '机房门禁办法', audience: 'desk' })
    expect((await business.post(`/api/articles/${one.id}/feedback`, { verdict: 'helpful' })).status).toBe(404)
    expect((await business.get(`/api/articles/${one.id}/said`)).status).toBe(404)
  })

  it('says for whom it is', async () => {
    const made = await engineer.post('/api/articles', { title: '无人', body: '无', owner, audience: 'departments' })
    expect(made).toMatchObject({ status: 422, body: { errors: [{ path: 'departments' }] } })
  })
})

describe('an article through its life', () => {
  it('is published by somebody other than who wrote it', async () => {
    const made = await manager.post('/api/articles', { title: '密码重置', body: '找管理员。', owner })
    const at = `/api/articles/${made.body.item.id}`
    await manager.post(`${at}/submit`)
    expect(await manager.post(`${at}/publish`)).toMatchObject({ status: 409, body: { code: 'same-person' } })
    expect((await engineer.post(`${at}/publish`)).body.item).toMatchObject({
      state: 'published',
      reviewOn: '2027-11-25',
    })
  })

  it('is revised beside what stands, which readers go on reading until another has adopted it', async () => {
    const one = await published({ title: '打印机卡纸', audience: 'everyone' })
    const at = `/api/articles/${one.id}`
    expect((await engineer.patch(at, { version: 3, body: '换一台。' })).status).toBe(422)
    expect((await engineer.post(`${at}/revise`, { body: '打开后盖,取出纸。' })).status).toBe(200)
    const read = await business.get(at)
    expect(read.body.item).toMatchObject({
      body: '先看网线,再重启终端。',
      revision: null,
      hidden: ['revision', 'returnReason'],
    })
    expect((await engineer.post(`${at}/adopt`)).body.code).toBe('same-person')
    expect((await manager.post(`${at}/adopt`)).body.item).toMatchObject({ edition: 2, revision: null })
    expect((await business.get(at)).body.item.body).toBe('打开后盖,取出纸。')
  })

  it('falls due for review on its day, by itself, and is confirmed', async () => {
    const one = await published({ title: '复审办法', reviewEvery: 30 })
    app.clock.set('2026-12-25T16:05:00.000Z')
    await reviewArticles(app.engine, {} as never)
    const at = `/api/articles/${one.id}`
    expect((await business.get(at)).body.item.state).toBe('due-for-review')
    expect((await engineer.post(`${at}/confirm`)).body.item).toMatchObject({
      state: 'published',
      reviewOn: '2027-01-25',
    })
  })

  it('counts what each reader says once, and what it spared the desk', async () => {
    const one = await published({ title: '出入金时间表', audience: 'everyone' })
    const at = `/api/articles/${one.id}`
    await business.post(`${at}/feedback`, { verdict: 'not-helpful', words: '没写周五夜盘' })
    await business.post(`${at}/feedback`, { verdict: 'solved', asked: '几点能出金' })
    await engineer.post(`${at}/feedback`, { verdict: 'helpful' })
    expect((await business.get(`${at}/said`)).body).toEqual({ solved: 1, helpful: 1, notHelpful: 0, mine: 'solved' })
    expect((await business.get('/api/article-feedback')).body.count.value).toBe(0)
    expect((await engineer.get(`/api/article-feedback?article=${one.id}`)).body.count.value).toBe(2)
  })

  it('is drafted from a resolved incident in one step, each named on the other', async () => {
    const made = await engineer.post('/api/incidents', { title: '行情延迟', description: '报价慢三秒' })
    const { id } = made.body.item
    const draft = () => engineer.post('/api/articles/from-incident', { incident: id })
    expect((await draft()).status).toBe(422)
    await engineer.post(`/api/incidents/${id}/start`)
    await engineer.post(`/api/incidents/${id}/resolve`, { resolution: '重启行情转发', cause: '缓冲区满' })
    const { number } = (await draft()).body
    const { item } = (await engineer.get(`/api/articles/${number}`)).body
    expect(item).toMatchObject({ title: '行情延迟', state: 'draft', audience: 'desk', incidents: [id] })
    expect(item.body).toBe('## 现象\n\n报价慢三秒\n\n## 原因\n\n缓冲区满\n\n## 解决办法\n\n重启行情转发')
    expect(JSON.stringify((await engineer.get(`/api/incidents/${id}/neighbourhood`)).body)).toContain(number)
  })
})
