import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../testing/app.ts'
import { sampleArea } from '../../testing/sample.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { download } from '../sides/upload.testing.ts'
import { textOfPdf } from './pdf.testing.ts'
import { openBook, readingOf } from './sheet/open.ts'
import type { SheetRow } from './sheet/sheet.ts'

let app: TestApp
let world: World
let engineer: Client
let business: Client
const token: Record<string, string> = {}
beforeAll(async () => {
  app = await testApp({ extra: { area: sampleArea, server: { code: 'samples' } } })
  world = await makeWorld(app)
  ;({ engineer, business } = world.clients)
  for (const role of ['engineer', 'business'] as const) token[role] = await app.token(world.people[role])
})
afterAll(() => app?.close())

const make = async (values: object, client = engineer) => {
  const { status, body } = await client.post('/api/samples', values)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.item
}
const fetched = (query: string, role = 'engineer') => download(app, token[role] ?? '', `/api/samples/export?${query}`)
const csv = async (query: string, role = 'engineer'): Promise<string[][]> => {
  const { status, bytes, headers } = await fetched(`format=csv&${query}`, role)
  expect(status, bytes.toString()).toBe(200)
  expect(headers['content-type']).toBe('text/csv; charset=utf-8')
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  return parse(bytes, { bom: true, relax_column_count: true })
}
async function sheet(bytes: Buffer): Promise<SheetRow[]> {
  const book = await openBook(bytes, readingOf(bytes))
  const rows: SheetRow[] = []
  for await (const chunk of book.rows(0)) rows.push(...chunk)
  return rows
}

describe('a list as a file', () => {
  it('holds what its filters mean, in their order, with the chosen columns in the reader’s language', async () => {
    await make({ title: '乙', level: 'high', code: 'exp-2', watchers: [world.people.engineer.id], done: true })
    await make({ title: '甲', level: 'high', code: 'exp-1', due: '2026-03-05', at: '2026-11-24T02:03:04.000Z' })
    await make({ title: '丙', level: 'low', code: 'exp-3' })
    const rows = await csv('columns=code,title,level,due,at,done,watchers,state&level=high&sort=code&lang=zh')
    expect(rows[0]?.slice(0, 4)).toEqual(['code', 'title', 'level', 'due'])
    expect(rows.slice(1)).toEqual([
      ['exp-1', '甲', '高', '2026-03-05', '2026-11-24 10:03:04', '', '', 'new'],
      ['exp-2', '乙', '高', '', '', '是', expect.stringMatching(/^PER-\d{6}-\d{4} 工程师$/), 'new'],
    ])
    const codes = await csv('columns=level,done&level=high&sort=code&lang=en&spelling=codes')
    expect(codes.slice(1)).toEqual([
      ['high', ''],
      ['high', 'true'],
    ])
    expect((await csv('columns=level&level=high&lang=en'))[1]).toEqual(['High'])
  })

  it('is text where it looks like a formula (R4), and numbers stay numbers', async () => {
    const titles = ["=cmd|' /C calc'!A0", '+86 21', '-5', '@SUM(A1)', '=全角', "'=guarded", '5-5', "'quoted'"]
    for (const title of titles) await make({ title, code: `formula-${titles.indexOf(title)}`, size: -5 })
    const rows = await csv('columns=title,size&q=&sort=code'.replace('&q=', ''))
    const told = new Map(rows.slice(1).map(([title = '', size = '']) => [title, size]))
    for (const guarded of titles.slice(0, 6)) expect(told.get(`'${guarded}`), guarded).toBe('-5')
    for (const plain of titles.slice(6)) expect(told.get(plain), plain).toBe('-5')
  })

  it('keeps codes as text cells in a workbook, dates as dates, numbers as numbers', async () => {
    const code = '8939010102358478435'
    const title = "=cmd|' /C calc'!A0"
    await make({ title, code, size: -5, due: '2024-03-05', at: '2026-11-24T02:03:04.123Z', body: '一行\n二行' })
    await make({ title: '_x0041_', code: '0012', due: '0101-02-03' })
    const { bytes, headers } = await fetched('format=xlsx&columns=code,title,size,due,at,body&sort=code')
    expect(headers['content-disposition']).toMatch(/filename\*=UTF-8''.+\.xlsx$/)
    const rows = await sheet(bytes)
    const row = (first: string) => rows.find(({ cells }) => cells[0]?.text === first)?.cells
    expect(row(code)).toEqual([
      { text: code, is: 'text' },
      { text: title, is: 'text' },
      { text: '-5', is: 'number' },
      { text: '45356', is: 'date' },
      { text: expect.stringMatching(/^46350\.4187977/), is: 'date' },
      { text: '一行\n二行', is: 'text' },
    ])
    expect(row('0012')?.slice(0, 2)).toEqual([
      { text: '0012', is: 'text' },
      { text: '_x0041_', is: 'text' },
    ])
    expect(row('0012')?.[3]).toEqual({ text: '0101-02-03', is: 'text' })
  })

  it('is the rows of the API as JSON, with the names behind their links', async () => {
    const { bytes } = await fetched('format=json&level=high&sort=code')
    const { items, refs } = JSON.parse(bytes.toString())
    const page = (await engineer.get('/api/samples?level=high&sort=code')).body
    expect(items).toEqual(page.items.map(({ can: _can, ...row }: { can: unknown }) => row))
    expect(refs).toEqual(page.refs)
    expect(JSON.parse((await fetched('format=json&q=nothing')).bytes.toString()).items).toEqual([])
  })

  it('names rows by id, and gives only those one may read, without names one may not know', async () => {
    const hidden = await make({ title: '看不见' })
    const shown = await make({ title: '看得见', parent: hidden.id, owner: world.people.business.id })
    const rows = await csv(`columns=title,parent,owner&ids=${hidden.id},${shown.id}`, 'business')
    expect(rows.slice(1)).toEqual([['看得见', '', expect.stringContaining('业务人员')]])
    expect((await csv(`columns=title&ids=${hidden.id},${shown.id}`)).slice(1)).toHaveLength(2)
    expect(await csv('columns=title', 'business')).toHaveLength(2)
    expect((await business.get('/api/samples')).body.count.value).toBe(1)
  })

  it('goes on page after page, each row once', async () => {
    await app.sql(`insert into sample (id, number, state, version, created_at, updated_at, journal_n, journal_head, title,
        level, count, watchers, posts, twice, custom)
      select gen_random_uuid(), 'SMP-200001-' || i, 'new', 1, now(), now(), 1, '\\x00', 'many', 'low', i, '{}', '{}', 0, '{}'
      from generate_series(1, 2500) i`)
    const rows = (await csv('columns=number,count&q=many&sort=number')).slice(1)
    expect(rows).toHaveLength(2500)
    expect(new Set(rows.map(([number]) => number)).size).toBe(2500)
    expect(await sheet((await fetched('format=xlsx&columns=number&q=many')).bytes)).toHaveLength(2501)
  })

  it.each(['format=doc', 'columns=nonsense', 'level=nonsense', 'nonsense=1', 'ids=x', 'sort=nonsense'])(
    'is refused before its first byte: %s',
    async (query) => {
      const { status, bytes } = await fetched(query)
      expect(status).toBe(422)
      expect(JSON.parse(bytes.toString())).toMatchObject({ code: 'invalid' })
    },
  )
})

describe('on paper', () => {
  it('a list is a table with Chinese that can be read and found again', async () => {
    await make({ title: '黄金交易终端无法登录', code: 'paper-1', level: 'high' })
    const { status, bytes, headers } = await fetched(
      'format=pdf&columns=number,title,code,level&sort=code&lang=zh&level=high',
    )
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('application/pdf')
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const read = textOfPdf(bytes)
    expect(read).toContain('黄金交易终端无法登录')
    expect(read).toMatch(/paper-1\n高/)
    expect(read).toMatch(/第 1 页,共 1 页/)
    expect(bytes.length).toBeLessThan(200_000)
  })

  it('a record has its fields, what was said, and what happened, as far as one may see', async () => {
    const made = await make({
      title: '黄金交易终端',
      body: '一行\n二行',
      level: 'high',
      owner: world.people.business.id,
    })
    await engineer.post(`/api/samples/${made.id}/comments`, { text: '给大家看的话' })
    await engineer.post(`/api/samples/${made.id}/comments`, { text: '内部的话', private: true })
    await engineer.post(`/api/samples/${made.id}/open`)
    const { status, bytes } = await download(app, token['engineer'] ?? '', `/api/samples/${made.number}/pdf?lang=zh`)
    expect(status).toBe(200)
    const read = textOfPdf(bytes)
    for (const told of [made.number, '黄金交易终端', '二行', '高', '给大家看的话', '内部的话', '创建', '工程师'])
      expect(read).toContain(told)
  })

  it('tells no private note to whoever may not see notes, in whatever form it leaves (R13)', async () => {
    const { id } = world.people.business
    const made = await make({ title: '行情延迟', code: 'exp-note', watchers: [id] })
    await engineer.post(`/api/samples/${made.id}/comments`, { text: '先别告诉业务', private: true })
    await engineer.post(`/api/samples/${made.id}/comments`, { text: '正在处理' })
    const paper = async (role: string) =>
      textOfPdf((await download(app, token[role] ?? '', `/api/samples/${made.number}/pdf?lang=zh`)).bytes)
    expect(await paper('engineer')).toContain('先别告诉业务')
    const theirs = await paper('business')
    expect(theirs).toContain('正在处理')
    expect(theirs).not.toContain('先别告诉业务')
    for (const format of ['json', 'csv', 'xlsx', 'pdf']) {
      const { status, bytes } = await fetched(`format=${format}&q=行情延迟`, 'business')
      expect(status).toBe(200)
      const told =
        format === 'xlsx' ? JSON.stringify(await sheet(bytes)) : format === 'pdf' ? textOfPdf(bytes) : bytes.toString()
      expect(told).toContain('行情延迟')
      expect(told).not.toContain('先别告诉业务')
    }
  })

  it('more than a pile of paper is refused, and says so', async () => {
    await app.sql(`insert into sample (id, number, state, version, created_at, updated_at, journal_n, journal_head, title,
        level, count, watchers, posts, twice, custom)
      select gen_random_uuid(), 'SMP-200002-' || i, 'new', 1, now(), now(), 1, '\\x00', 'pile', 'low', i, '{}', '{}', 0, '{}'
      from generate_series(1, 5001) i`)
    const { status, bytes } = await fetched('format=pdf&q=pile')
    expect(status).toBe(413)
    expect(JSON.parse(bytes.toString())).toMatchObject({ code: 'too-large', errors: [{ path: 'format' }] })
  })
})
