import iconv from 'iconv-lite'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { picture, settled } from './support/browser.ts'
import { looked, useFirm } from './support/journey.ts'

const firm = useFirm()
let engineer: Page

beforeAll(async () => {
  engineer = await firm.at('engineer')
})

/** As a branch sends it: GBK, a title above, a total below, dates in every way, a tag twice, what nobody here has heard of. */
const sheet = [
  '天津营业部固定资产清单(2026年11月),,,,,,,,,',
  '编号,设备名称,类别,规格型号,SN,存放地点,使用人,购置日期,金额,使用状态',
  'TJ-0001,客户终端,台式机,联想 ThinkCentre M930t,0012345678901234567,天津营业部/柜台,,2024/3/5,"5,680",在用',
  'TJ-0002,客户终端,台式机,联想 ThinkCentre M930t,0012345678901234568,天津营业部/柜台,,45356,5680元,使用中',
  'TJ-0003,接入交换机,网络设备,华为 S5735-S24,007123400,天津营业部/弱电间/A01,,2024年3月5日,￥8800,库存',
  'TJ-0003,接入交换机(备),网络设备,华为 S5735-S24,007123401,天津营业部/弱电间/A01,,2024年3月5日,8800,库存',
  'TJ-0004,旧打印机,打印与扫描设备,,PRN-77,天津营业部/柜台,,2016-01-01,1200,报废',
  '合计,,,,,,,,"30,160",',
]

const figure = (label: string) =>
  engineer
    .locator('.ts-import-figures > div')
    .filter({ has: engineer.locator('dt', { hasText: label }) })
    .locator('dd')

describe('a messy sheet', () => {
  const tryIt = async () => {
    await engineer.goto('/assets/import')
    await engineer.locator('input[type=file]').setInputFiles({
      name: '天津营业部.csv',
      mimeType: 'text/csv',
      buffer: iconv.encode(sheet.join('\r\n'), 'gbk'),
    })
    await engineer.getByText('各列填写什么').waitFor()
    expect(await engineer.locator('.ts-import-table tr.is-left').count()).toBe(0)
    await engineer.getByRole('button', { name: '试运行' }).click()
    await engineer.getByText('试运行结果').waitFor({ timeout: 30_000 })
  }

  it('is read as it is: its heading, its encoding, and what its columns mean', async () => {
    await tryIt()
    await figure('有问题').filter({ hasText: '5' }).waitFor()
    await engineer.getByText('合计行,不导入').waitFor()
  })

  it('proposes the models and places that nobody knows, and makes them in one press', async () => {
    const names = engineer.locator('.ts-name')
    await names.filter({ hasText: '天津营业部/弱电间/A01' }).getByText('机柜').waitFor()
    expect(await names.count()).toBeGreaterThanOrEqual(6)
    await looked(engineer, 'messy-unknown-zh', 'main')
    await engineer.getByRole('button', { name: /确认 \d+ 项,重新试运行/ }).click()
    await figure('新建').filter({ hasText: '2' }).waitFor({ timeout: 30_000 })
    await engineer.locator('.ts-names').waitFor({ state: 'detached' })
  })

  it('shows the tag that comes twice with what differs, and takes the row that is meant', async () => {
    await engineer
      .getByText(/与 A5\(第 5 行\)重复。不同/)
      .first()
      .waitFor()
    await engineer
      .getByText(/「报废」的资产不能这样登记/)
      .first()
      .waitFor()
    await settled(engineer)
    await picture(engineer, 'messy-doubles-zh')
    await engineer.getByRole('checkbox', { name: '采用第 5 行' }).check()
    await engineer.getByRole('button', { name: '采用所选 1 行,重新试运行' }).click()
    await figure('新建').filter({ hasText: '3' }).waitFor({ timeout: 30_000 })
  })

  it('becomes a register: what is good is imported, the rest comes back as a file', async () => {
    await engineer.getByRole('button', { name: '导入没有问题的 3 行' }).click()
    await engineer.getByRole('button', { name: '查看列表' }).waitFor({ timeout: 30_000 })
    await engineer.getByRole('link', { name: '下载有问题的行' }).waitFor()
    await picture(engineer, 'messy-imported-zh')
    const { items } = await (await engineer.request.get('/api/assets?q=TJ-0003')).json()
    expect(items).toMatchObject([{ tag: 'TJ-0003', state: 'in-stock', serial: '007123400', cost: 8800 }])
    const found = await (await engineer.request.get('/api/assets?q=TJ-0001')).json()
    const first = found.items.find(({ tag }: { tag: string }) => tag === 'TJ-0001')
    expect(first).toMatchObject({ serial: '0012345678901234567', purchasedOn: '2024-03-05', state: 'in-use' })
    await engineer.goto(`/assets/${first.number}`)
    await engineer.getByText('柜台').first().waitFor()
  })

  it('changes nothing when it comes again', async () => {
    await tryIt()
    await figure('无变化').filter({ hasText: '2' }).waitFor()
    expect(await figure('新建').textContent()).toBe('0')
  })
})

describe('what was found', () => {
  it('waits beside what is registered, and changes it only where somebody accepts', async () => {
    await engineer.goto('/discovery')
    const risk = engineer.locator('.ast-machine', { hasText: 'trd-risk-2' })
    await risk.getByText('256').first().waitFor()
    await risk.getByText('512').first().waitFor()
    await engineer.locator('.ast-machine', { hasText: 'quote-test-03' }).waitFor()
    await looked(engineer, 'discovery-zh', 'main')
    await risk.getByRole('button', { name: /^采\s?纳$/ }).click()
    await risk.waitFor({ state: 'detached' })
    const { items } = await (await engineer.request.get('/api/assets?q=trd-risk-2')).json()
    expect(items.find(({ hostname }: { hostname: string }) => hostname === 'trd-risk-2').custom.memory).toBe(512)
  })

  it('is registered with a tag of its own where nobody knew it', async () => {
    const stranger = engineer.locator('.ast-machine', { hasText: 'quote-test-03' })
    // As long as one decision is under way no other is taken.
    await settled(engineer)
    await stranger.getByRole('button', { name: '登记为资产' }).click()
    await stranger.waitFor({ state: 'detached' })
    const { items } = await (await engineer.request.get('/api/assets?q=quote-test-03')).json()
    expect(items[0].tag).toMatch(/^SRV-\d+$/)
    await engineer.goto(`/assets/${items[0].number}`)
    await engineer.getByText('发现与软件').waitFor()
    await engineer.getByRole('link', { name: 'Redis', exact: true }).waitFor({ timeout: 30_000 })
    await picture(engineer, 'asset-found-zh')
  })
})
