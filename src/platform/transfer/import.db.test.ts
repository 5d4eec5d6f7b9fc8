import Excel from 'exceljs'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../testing/app.ts'
import { sampleArea } from '../../testing/sample.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { importer } from './import.testing.ts'

let app: TestApp
let world: World
let files: Awaited<ReturnType<typeof importer>>
beforeAll(async () => {
  app = await testApp({ extra: { area: sampleArea, server: { code: 'samples' } } })
  world = await makeWorld(app)
  files = await importer(app, world.people.engineer, 'samples')
})
afterAll(() => app?.close())

const csv = (text: string, name = 'list.csv') => ({ name, bytes: text })
const stored = (code: string) =>
  app.sql('select *, due::text as due from sample where code = $1', [code]).then(([row]) => row)
const count = async () => (await app.sql<{ n: number }>('select count(*)::int as n from sample'))[0]?.n
const faultsOf = async (id: string) =>
  (await files.rows(id, '&verdict=fault')).flatMap(
    ({ n, faults }: { n: number; faults: { cell: string; code: string }[] }) =>
      faults.map(({ cell, code }) => `${n} ${cell} ${code}`),
  )

async function xlsx(fill: (sheet: Excel.Worksheet, book: Excel.Workbook) => void, name = '资产.xlsx') {
  const book = new Excel.Workbook()
  fill(book.addWorksheet('清单'), book)
  return { name, bytes: Buffer.from(await book.xlsx.writeBuffer()) }
}

describe('a messy sheet (R2)', () => {
  const text = [
    '某公司资产清单,,,,,',
    '制表:张三,,,2024年3月,,',
    'code,title,level,count,due,owner',
    '0012,交换机,高,"1,234",2024/3/5,工程师',
    '8939010102358478435,专线,低,2,45356,',
    '００１３,服务器,high,3,2024年3月5日,',
    ',,,,,',
    '合计,,,1239,,',
  ].join('\r\n')

  it.each([
    ['GBK', 'gb18030', (given: string) => iconv.encode(given, 'gbk')],
    ['UTF-8', 'utf-8', (given: string) => Buffer.from(given)],
    ['UTF-8 with a mark', 'utf-8', (given: string) => Buffer.from(`\ufeff${given}`)],
    ['UTF-16 with a mark', 'utf-16le', (given: string) => iconv.encode(given, 'utf-16le', { addBOM: true })],
    ['UTF-16 turned round', 'utf-16be', (given: string) => iconv.encode(given, 'utf-16be', { addBOM: true })],
    ['UTF-16 without a mark', 'utf-16le', (given: string) => iconv.encode(given, 'utf-16le', { addBOM: false })],
  ])('in %s is read: title rows above, a total below, dates in every way', async (name, encoding, encode) => {
    const own = text
      .replaceAll('0012', `${name}-0012`)
      .replaceAll('００１３', `${name}-１３`)
      .replaceAll('89390', `${name}89390`)
    const taken = await files.take({ name: `${name}.csv`, bytes: encode(own) })
    expect(taken).toMatchObject({ format: 'csv', encoding, delimiter: ',', headerRow: 3, match: 'code' })
    expect(taken.columns.map(({ field }: { field: string }) => field)).toEqual([
      'code',
      'title',
      'level',
      'count',
      'due',
      'owner',
    ])
    const { result } = await files.check(taken.id)
    expect(result).toMatchObject({ rows: 3, create: 3, change: 0, unchanged: 0, fault: 0 })
    expect(result.totals).toEqual([{ n: 8, text: expect.stringMatching(/^合计 1239/) }])
    expect((await files.apply(taken.id)).result.applied).toEqual({ created: 3, changed: 0 })
    const due = { due: '2024-03-05' }
    expect(await stored(`${name}-0012`)).toMatchObject({
      title: '交换机',
      level: 'high',
      count: 1234,
      owner: world.people.engineer.id,
      ...due,
    })
    expect(await stored(`${name}89390`.concat('10102358478435'))).toMatchObject({ title: '专线', count: 2, ...due })
    expect(await stored(`${name}-13`)).toMatchObject({ title: '服务器', ...due })

    const again = await files.tried({ name: `${name}.csv`, bytes: encode(own) })
    expect(again).toMatchObject({ rows: 3, create: 0, change: 0, unchanged: 3, fault: 0 })
  })

  it('tells every fault of every row with its cell, and writes none of them', async () => {
    const before = await count()
    const { id, ...result } = await files.tried(
      csv(
        'code,title,level,size,due,done,owner,watchers\n' +
          'f1,,middle,x,2024-02-30,maybe,no such,"工程师、nobody"\n' +
          `f2,${'长'.repeat(41)},low,1,2024-03-05,yes,,\n` +
          'f3,好,low,1,2024-03-05,否,,工程师\n',
      ),
    )
    expect(result).toMatchObject({ rows: 3, create: 1, fault: 2 })
    expect(await faultsOf(id)).toEqual([
      '2 C2 not-a-choice',
      '2 D2 not-a-number',
      '2 E2 not-a-date',
      '2 F2 not-a-flag',
      '2 G2 no-such-record',
      '2 H2 no-such-record',
      '3 B3 too-big',
    ])
    const english = await files.client.get(`/api/samples/import/${id}/rows?verdict=fault`, { 'accept-language': 'en' })
    expect(english.body.items[0].faults[0]).toMatchObject({
      heading: 'level',
      field: 'level',
      message: '“middle” is none of: Low, High.',
    })
    expect(await count()).toBe(before)

    const all = await files.apply(id)
    expect(all).toMatchObject({ state: 'failed', result: { code: 'conflict' } })
    expect(await count()).toBe(before)
    const good = await files.apply(id, 'good')
    expect(good).toMatchObject({ state: 'done', result: { applied: { created: 1, changed: 0 }, fault: 2 } })
    expect(await stored('f3')).toMatchObject({ done: false, watchers: [world.people.engineer.id] })
  })

  it('gives failed rows back as a file with the reasons, which comes in once corrected', async () => {
    const { id } = await files.tried(csv('code,title,due\nb1,好,2024-03-05\nb2,坏,昨天\n0099,,2024-03-05\n'))
    await files.apply(id, 'good')
    const failed = await files.failed(id)
    expect(failed[0]).toEqual(['code', 'title', 'due', '未导入的原因'])
    expect(failed[1]).toEqual([
      'b2',
      '坏',
      '昨天',
      'due:「昨天」不是日期。请写成 2024-03-05、2024/3/5 或 2024年3月5日。',
    ])
    expect(failed[2]?.slice(0, 3)).toEqual(['0099', '', '2024-03-05'])
    expect(failed).toHaveLength(3)
  })

  it('names the same code in both of its rows', async () => {
    const rows = Array.from({ length: 900 }, (_, i) => (i === 0 || i === 898 ? `同一,第 ${i} 行` : `t${i},第 ${i} 行`))
    const { id, ...result } = await files.tried(csv(['code,title', ...rows].join('\n')))
    expect(result).toMatchObject({ rows: 900, fault: 2, create: 898 })
    const faults = (await files.rows(id, '&verdict=fault')).map(
      ({ n, faults }: { n: number; faults: { message: string }[] }) => [n, faults[0]?.message],
    )
    expect(faults).toEqual([
      [2, '与 A900(第 900 行)重复。不同:title 第 0 行 / 第 898 行。'],
      [900, '与 A2(第 2 行)重复。不同:title 第 898 行 / 第 0 行。'],
    ])
  })

  it('leaves alone what a blank cell stands for, and never takes the row above', async () => {
    await files.apply((await files.tried(csv('code,title,body,level\nbl1,一,正文,high\nbl2,二,别的,low\n'))).id)
    const { id, ...result } = await files.tried(csv('code,title,body,level\nbl1,甲,,\nbl2,,,\n'))
    expect(result).toMatchObject({ change: 1, unchanged: 1, fault: 0 })
    await files.apply(id)
    expect(await stored('bl1')).toMatchObject({ title: '甲', body: '正文', level: 'high', version: 2 })
    expect(await stored('bl2')).toMatchObject({ title: '二', body: '别的', level: 'low', version: 1 })
  })

  it('says of joined cells that they are joined, and takes the first', async () => {
    const file = await xlsx((sheet) => {
      sheet.addRows([
        ['code', 'title'],
        ['m1', '一起'],
        ['m2', ''],
        ['m3', '自己'],
      ])
      sheet.mergeCells('B2:B3')
    })
    const { id, ...result } = await files.tried(file)
    expect(result).toMatchObject({ create: 2, fault: 1 })
    expect(await faultsOf(id)).toContain('3 B3 merged')
  })
})

describe('a workbook', () => {
  it('keeps long codes and leading zeros, reads dates by their format, and tells lost digits', async () => {
    const file = await xlsx((sheet) => {
      sheet.addRows([['code', 'title', 'due', 'at', 'size', 'done']])
      sheet.addRow([
        '8939010102358478436',
        '文本',
        new Date('2024-03-05'),
        new Date('2024-03-05T10:30:00Z'),
        -5.5,
        true,
      ])
      sheet.addRow([42, '数字', 45356, '2024-03-05 10:30', 1234.5, 'Yes'])
      sheet.getCell('A3').numFmt = '000000'
      sheet.addRow([Number('8939010102358478435'), '丢位', null, null, { formula: 'A1+1', result: 7 }, null])
      sheet.addRow(['e1', '出错', null, null, { error: '#N/A' }, null])
    })
    const { id, ...result } = await files.tried(file)
    expect(await faultsOf(id)).toEqual(['4 A4 digits-lost', '5 E5 cell-error'])
    expect(result).toMatchObject({ create: 2 })
    await files.apply(id, 'good')
    const at = '2024-03-05T02:30:00.000Z'
    const row = async (code: string) => (await files.client.get(`/api/samples?code=${code}`)).body.items[0]
    expect(await row('8939010102358478436')).toMatchObject({ due: '2024-03-05', at, size: -5.5, done: true })
    expect(await row('000042')).toMatchObject({ title: '数字', due: '2024-03-05', at, size: 1234.5, done: true })
  })

  it('opens its first visible sheet, and another when asked', async () => {
    const file = await xlsx((sheet, book) => {
      sheet.addRows([
        ['code', 'title'],
        ['s1', '一'],
      ])
      book.addWorksheet('藏', { state: 'hidden' }).addRow(['x'])
      book.addWorksheet('第二').addRows([
        ['名称', '标题'],
        ['title', 'code'],
        ['二', 's2'],
      ])
    })
    const taken = await files.take(file)
    expect(taken).toMatchObject({ sheets: ['清单', '第二'], sheet: 0, headerRow: 1 })
    const second = (await files.wish(taken.id, { sheet: 1 })).body
    expect(second).toMatchObject({ sheet: 1, headerRow: 2 })
    expect(second.columns.map(({ field }: { field: string }) => field)).toEqual(['title', 'code'])
    expect((await files.wish(taken.id, { sheet: 2 })).status).toBe(422)
  })
})

describe('what columns mean', () => {
  it('is remembered by their headings, for the person and then for the firm', async () => {
    const text = csv('标签,物品\nrem1,东西\n')
    const first = await files.take(text)
    expect(first.columns.map(({ field }: { field: string | null }) => field)).toEqual([null, null])
    const wished = await files.wish(first.id, { fields: { 0: 'code', 1: 'title' } })
    expect(wished.body).toMatchObject({ match: 'code', matches: ['code'] })
    await files.check(first.id)
    await files.apply(first.id)
    const again = await files.take(text)
    expect(again.columns).toMatchObject([
      { field: 'code', because: 'remembered' },
      { field: 'title', because: 'remembered' },
    ])
    const colleague = await importer(app, world.people.manager, 'samples')
    expect((await colleague.take(text)).columns[0]).toMatchObject({ field: 'code', because: 'remembered' })
  })

  it.each([
    [{ fields: { 0: 'nonsense' } }],
    [{ fields: { 0: 'twice' } }],
    [{ fields: { 0: 'title', 1: 'title' } }],
    [{ match: 'title' }],
    [{ match: 'number' }],
  ])('is refused where it cannot be: %j', async (wish) => {
    const { id } = await files.take(csv('a,b\n1,2\n'))
    expect((await files.wish(id, wish)).status).toBe(422)
  })
})

describe('rows and records', () => {
  it('are known by number, and a number that is none is not made', async () => {
    const made = (await files.client.post('/api/samples', { title: '原来', code: 'num-1' })).body.item
    const { id, ...result } = await files.tried(
      csv(`number,title\n${made.number.toLowerCase()},改了\nSMP-202611-9999,没有\n,新的\n`),
    )
    expect(result).toMatchObject({ change: 1, create: 1, fault: 1 })
    await files.apply(id, 'good')
    expect(await stored('num-1')).toMatchObject({ title: '改了', version: 2 })
    const [entry] = (await files.client.get(`/api/samples/${made.id}/journal`)).body.items
    expect(entry).toMatchObject({
      verb: 'update',
      via: 'work:import',
      actor: world.people.engineer.id,
      changes: { title: ['原来', '改了'] },
    })
  })

  it('change nothing the second time (R2), also where no column tells them apart', async () => {
    const text = csv('title,count\n甲,1\n甲,1\n乙,2\n', 'no-key.csv')
    const first = await files.tried(text)
    expect(first).toMatchObject({ create: 3 })
    await files.apply(first.id)
    const before = await count()
    const again = await files.tried(text)
    expect(again).toMatchObject({ create: 0, change: 0, unchanged: 3 })
    await files.apply(again.id)
    expect(await count()).toBe(before)
  })

  it('keep what is given once, and let nobody take what another has', async () => {
    const made = (await files.client.post('/api/samples', { title: '定了', code: 'once-1' })).body.item
    await files.client.post('/api/samples', { title: '占了', code: 'once-2' })
    const { id } = await files.tried(csv(`number,code,title\n${made.number},once-9,定了\n,once-2,新的\n`))
    expect(await faultsOf(id)).toEqual(['2 B2 fixed', '3 B3 duplicate'])
  })

  it('are changed only by whom the declaration names, and seen only by whom it shows them', async () => {
    const mine = (await files.client.post('/api/samples', { title: '工程师的', code: 'acc-1' })).body.item
    const theirs = await importer(app, world.people.business, 'samples')
    const hidden = await theirs.tried(csv('code,title\nacc-1,抢来\n'))
    expect(hidden).toMatchObject({ fault: 1 })
    expect((await theirs.rows(hidden.id))[0].faults).toMatchObject([
      { cell: 'A2', code: 'duplicate', message: '该值已被占用,不能重复。' },
    ])
    await app.sql('update sample set watchers = $1 where id = $2', [[world.people.business.id], mine.id])
    const seen = await theirs.tried(csv('code,title\nacc-1,抢来\n'))
    expect((await theirs.rows(seen.id))[0].faults).toMatchObject([{ cell: null, code: 'not-allowed' }])
    const outsider = await importer(app, world.people.business, 'components')
    expect(await outsider.send(csv('code\nx\n'))).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  })

  it('of one person’s import are not there for another', async () => {
    const { id } = await files.take(csv('code,title\nown-1,一\n'))
    const other = await importer(app, world.people.manager, 'samples')
    for (const answer of [
      await other.client.get(`/api/samples/import/${id}`),
      await other.client.get(`/api/samples/import/${id}/rows`),
      await other.client.get(`/api/samples/import/${id}/failed`),
      await other.wish(id, {}),
      await other.begin(id, 'check'),
      await other.begin(id, 'apply', { rows: 'all' }),
    ])
      expect(answer.status).toBe(404)
  })

  it('are written by their chosen numbers alone', async () => {
    const { id } = await files.tried(csv('code,title\nch1,一\nch2,二\nch3,三\n'))
    expect((await files.apply(id, [2, 4])).result.applied).toEqual({ created: 2, changed: 0 })
    expect(await stored('ch2')).toBeUndefined()
    expect(await files.begin(id, 'apply', { rows: 'all' })).toMatchObject({ status: 409 })
  })

  it('that no longer hold when all are written leave nothing written', async () => {
    const { id } = await files.tried(csv('code,title\nrace-1,一\nrace-2,二\n'))
    await files.client.post('/api/samples', { title: '先到', code: 'race-2' })
    const before = await count()
    expect(await files.apply(id)).toMatchObject({ state: 'failed', result: { code: 'conflict' } })
    expect(await count()).toBe(before)
    expect(await faultsOf(id)).toEqual(['3 null stale'])
  })

  it('are written only after a check, and not again while one is under way', async () => {
    const { id } = await files.take(csv('code,title\norder-1,一\n'))
    expect(await files.apply(id)).toMatchObject({ state: 'failed', result: { code: 'conflict' } })
    expect((await files.begin(id, 'check')).status).toBe(202)
    expect(await files.begin(id, 'check')).toMatchObject({ status: 409 })
    expect(await files.wish(id, { match: null })).toMatchObject({ status: 409 })
  })
})
