import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importer } from '../../../platform/transfer/import.testing.ts'
import { type TestApp, testApp } from '../../../testing/app.ts'
import { makeWorld, type World } from '../../../testing/world.ts'

let app: TestApp
let world: World
let files: Awaited<ReturnType<typeof importer>>

beforeAll(async () => {
  app = await testApp()
  world = await makeWorld(app)
  files = await importer(app, world.people.manager, 'assets')
}, 120_000)
afterAll(() => app?.close())

const gbk = (lines: readonly string[], name = '资产台账.csv') => ({
  name,
  bytes: iconv.encode(lines.join('\r\n'), 'gbk'),
})

interface Missing {
  readonly record: string
  readonly text: string
  readonly rows: number
  readonly values: Record<string, string>
  readonly like: readonly { id: string; label: string }[]
}

const names = (id: string, all: readonly object[]) =>
  files.client.post(`/api/assets/import/${id}/names`, { names: all })
const made = ({ record, text, values }: Missing) => ({ record, text, make: values })
const faultsOf = async (id: string) =>
  (await files.rows(id, '&verdict=fault')).flatMap(({ n, faults }: { n: number; faults: { code: string }[] }) =>
    faults.map(({ code }) => `${n} ${code}`),
  )

const sheet = [
  '某某金业有限公司固定资产清单,,,,,,,,,,,',
  '编号,设备名称,类别,规格型号,SN,存放地点,使用部门,使用人,购置日期,金额,状态,备注',
  'IT-0001,核心数据库主机,机架服务器,戴尔 PowerEdge R750,8939010102358478435,北京/主机房/A01,信息技术部,王强,2024/3/5,"186,500.00",在用,',
  'IT-0002,核心数据库备机,机架服务器,戴尔 PowerEdge R750,CN00712,北京/主机房/A01,信息技术部,王强,45356,￥186500,使用中,',
  'IT-0003,接入交换机,网络交换机,华为 S5735,007123400,北京 > 主机房 > A02,信息技术部,王强,2024年3月5日,"8,800",库存,备用',
  'IT-0004,交易终端,台式电脑,联想 ThinkCentre M730,PF12345,北京/交易大厅,交易部,李娜,2022-11-01,"5,600",在用,',
  '合计,,,,,,,,,"387,400",,',
]

describe('a firm’s own list of assets (R2)', () => {
  let id: string
  let missing: Missing[]

  it('is understood by the usual headings, and proposes what nobody knows', async () => {
    const taken = await files.take(gbk(sheet))
    expect(taken).toMatchObject({ encoding: 'gb18030', headerRow: 2, match: 'tag' })
    expect(taken.columns.map(({ field }: { field: string }) => field)).toEqual([
      ...['tag', 'name', 'category', 'model', 'serial', 'location', 'department', 'custodian'],
      ...['purchasedOn', 'cost', 'registeredAs', 'note'],
    ])
    id = taken.id
    const { result } = await files.check(id)
    expect(result).toMatchObject({ rows: 4, create: 0, fault: 4 })
    expect(result.totals).toHaveLength(1)
    missing = result.missing
    expect(missing.map(({ record, text, rows }) => `${record} ${text} ${rows}`)).toEqual([
      'asset-category 机架服务器 2',
      'asset-category 网络交换机 1',
      'asset-category 台式电脑 1',
      'asset-model 戴尔 PowerEdge R750 2',
      'asset-model 华为 S5735 1',
      'asset-model 联想 ThinkCentre M730 1',
      'location 北京 4',
      'location 北京/主机房 3',
      'location 北京/主机房/A01 2',
      'location 北京/主机房/A02 1',
      'location 北京/交易大厅 1',
      'department 信息技术部 3',
      'department 交易部 1',
      'person 王强 3',
      'person 李娜 1',
    ])
    expect(missing.find(({ text }) => text === '戴尔 PowerEdge R750')?.values).toEqual({
      name: '戴尔 PowerEdge R750',
      category: '机架服务器',
      manufacturer: 'Dell',
    })
    expect(
      missing.filter(({ record }) => record === 'location').map(({ values }) => [values['name'], values['kind']]),
    ).toEqual([
      ['北京', 'site'],
      ['主机房', 'room'],
      ['A01', 'rack'],
      ['A02', 'rack'],
      ['交易大厅', 'room'],
    ])
  })

  it('makes what is confirmed in one go, journalled, and all of it or nothing', async () => {
    const people = missing.filter(({ record }) => record === 'person')
    const others = missing.filter(({ record }) => record !== 'person')
    const wrong = [
      ...others.slice(0, -1).map(made),
      { record: 'location', text: '北京/交易大厅', make: { name: '', kind: '大厅' } },
    ]
    const refused = await names(id, wrong)
    expect([refused.status, refused.body.code]).toEqual([422, 'invalid'])
    expect(refused.body.errors.map(({ path }: { path: string }) => path)).toContain(`names.${wrong.length - 1}.kind`)
    expect(await app.sql(`select 1 from location where name = '主机房'`)).toEqual([])

    const notMine = await names(id, [...others, ...people].map(made))
    expect(notMine.status).toBe(422)
    const settled = await names(id, [
      ...others.map(made),
      { record: 'person', text: '王强', same: world.people.engineer.id },
      { record: 'person', text: '李娜' },
    ])
    expect(settled.status, JSON.stringify(settled.body)).toBe(200)
    const rack = await app.sql<{ path: string }>(
      `select a.name || '/' || b.name || '/' || c.name as path from location c join location b on b.id = c.parent
       join location a on a.id = b.parent where c.code = '北京/主机房/A01'`,
    )
    expect(rack).toEqual([{ path: '北京/主机房/A01' }])
    const journal = await app.sql(
      `select 1 from journal where record = 'asset-model' and via = 'work:import' and actor = $1`,
      [world.people.manager.id],
    )
    expect(journal).toHaveLength(3)

    const { result } = await files.check(id)
    expect(result).toMatchObject({ rows: 4, create: 4, fault: 0, missing: [] })
    expect((await files.apply(id)).result.applied).toEqual({ created: 4, changed: 0 })
    const rows = await app.sql(
      `select tag, serial, cost, purchased_on::text as "on", state, custodian from asset where tag like 'IT-%' order by tag`,
    )
    const { engineer } = world.people
    expect(rows).toEqual([
      {
        tag: 'IT-0001',
        serial: '8939010102358478435',
        cost: 186500,
        on: '2024-03-05',
        state: 'in-use',
        custodian: engineer.id,
      },
      { tag: 'IT-0002', serial: 'CN00712', cost: 186500, on: '2024-03-05', state: 'in-use', custodian: engineer.id },
      { tag: 'IT-0003', serial: '007123400', cost: 8800, on: '2024-03-05', state: 'in-stock', custodian: engineer.id },
      { tag: 'IT-0004', serial: 'PF12345', cost: 5600, on: '2022-11-01', state: 'in-use', custodian: null },
    ])
  })

  it('changes nothing when it comes again: places are known by their paths now', async () => {
    const { id: again, missing: left } = await files.tried(gbk(sheet))
    // What a cell was said to mean is said for one file.
    expect(left.map(({ text }: Missing) => text)).toEqual(['王强', '李娜'])
    await names(again, [
      { record: 'person', text: '王强', same: world.people.engineer.id },
      { record: 'person', text: '李娜' },
    ])
    expect((await files.check(again)).result).toMatchObject({ rows: 4, create: 0, change: 0, unchanged: 4, fault: 0 })
  })

  it('knows a place by the end of its path, and offers what is called alike', async () => {
    const tried = await files.tried(
      gbk([
        '资产编号,名称,资产类别,型号,位置',
        'IT-0101,甲,机架服务器,戴尔 PowerEdge R750,主机房/A01',
        'IT-0102,乙,机架服务器,戴尔PowerEdge R750,北京/主机房/A01',
      ]),
    )
    expect(tried).toMatchObject({ create: 1, fault: 1 })
    expect(tried.missing.map(({ text, like }: Missing) => [text, like[0]?.label])).toEqual([
      ['戴尔PowerEdge R750', '戴尔 PowerEdge R750'],
    ])
    const [{ like }] = tried.missing
    await names(tried.id, [{ record: 'asset-model', text: '戴尔PowerEdge R750', same: like[0].id }])
    expect((await files.check(tried.id)).result).toMatchObject({ create: 2, fault: 0 })
  })

  it('shows the same tag and the same serial number twice, with what differs, and lets one decide', async () => {
    const head = '资产编号,名称,资产类别,型号,序列号,状态'
    const tried = await files.tried(
      gbk([
        head,
        'IT-0201,甲,机架服务器,,SAME-1,在用',
        'IT-0201,甲(新),机架服务器,,SAME-1,在用',
        'IT-0202,乙,机架服务器,,SAME-2,在用',
        'IT-0203,丙,机架服务器,,SAME-2,在用',
        'IT-0204,丁,机架服务器,,CN00712,在用',
        'IT-0205,戊,机架服务器,,SAME-5,报废',
      ]),
    )
    expect(tried).toMatchObject({ rows: 6, create: 0, fault: 6 })
    expect(await faultsOf(tried.id)).toEqual(['2 twice', '3 twice', '4 alike', '5 alike', '6 alike', '7 not-a-choice'])
    const faults = await files.rows(tried.id, '&verdict=fault')
    expect(faults[0].faults[0].message).toBe('与 A3(第 3 行)重复。不同:名称 甲 / 甲(新)。')
    expect(faults[4].faults[0].message).toMatch(/核心数据库备机 也是这个值/)
    expect(faults[5].faults[0].message).toMatch(/「报废」的资产不能这样登记/)

    await files.wish(tried.id, { keep: [3, 4, 5, 6] })
    expect((await files.check(tried.id)).result).toMatchObject({ create: 4, fault: 2 })
    expect(await faultsOf(tried.id)).toEqual(['2 twice', '7 not-a-choice'])
    expect((await files.apply(tried.id, 'good')).result.applied).toEqual({ created: 4, changed: 0 })
    const [row] = await app.sql(`select name from asset where tag = 'IT-0201'`)
    expect(row).toEqual({ name: '甲(新)' })
  })

  it('is nobody else’s to settle, and not once it is done', async () => {
    const taken = await files.take(gbk(sheet))
    const other = await world.clients.engineer.post(`/api/assets/import/${taken.id}/names`, {
      names: [{ record: 'location', text: 'x' }],
    })
    expect(other.status).toBe(404)
    expect((await names(taken.id, [])).status).toBe(422)
    expect(
      (await names(taken.id, [{ record: 'asset-model', text: 'x', make: { nonsense: '1' } }])).body.errors,
    ).toMatchObject([{ path: 'names.0.nonsense', code: 'unknown-field' }])
    expect((await names(taken.id, [{ record: 'no-such', text: 'x' }])).status).toBe(422)
  })
})
