import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asSystem, type PersonActor } from '../../record/actor.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { asset } from '../assets/asset/asset.record.ts'
import { assetCategory } from '../assets/asset-category/asset-category.record.ts'
import { component } from '../operations/component/component.record.ts'
import { scanLine } from './scan-line/scan-line.record.ts'
import { vulnerability } from './vulnerability/vulnerability.record.ts'

let app: TestApp
let engineer: PersonActor
let checker: PersonActor
let host: string
let gateway: string
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())
beforeEach(async () => {
  await app.renew()
  ;[engineer, checker] = [await app.person('engineer'), await app.person('checker')]
  await app.inTx(asSystem('test'), async (tx) => {
    const { id } = await tx.create(assetCategory, { code: 'SRV', name: '服务器', nameEn: 'Server', kind: 'hardware' })
    host = (
      await tx.create(asset, { tag: 'SRV-1', name: '应用主机', category: id, address: '10.0.0.1', owner: engineer.id })
    ).id
    gateway = (
      await tx.create(component, {
        ...{ code: 'gateway', name: '报单网关', kind: 'gateway', product: '交易网关', installedVersion: 'V6.3.7' },
      })
    ).id
  })
})

const csv = (...refs: string[]) =>
  `目标,漏洞编号,名称,严重程度\n${refs.map((ref) => `10.0.0.1,${ref},弱点 ${ref},${ref.endsWith('1') ? '严重' : '中危'}`).join('\n')}\n`

const bring = async (content: string, values: object = {}) =>
  (await app.as(engineer)).post('/api/scan-reports', {
    ...{ name: 'scan.csv', content: Buffer.from(content).toString('base64'), scanner: 'nessus', complete: true },
    ...{ assets: [host], ...values },
  })
const on = (day: number) => ({ scannedAt: `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z` })
const all = () =>
  app.sql<{ ref: string; state: string; fix_by: string; reopened: number }>(
    'select ref, state, fix_by, reopened from vulnerability order by ref',
  )
const states = async () => Object.fromEntries((await all()).map(({ ref, state }) => [ref, state]))
const idOf = async (ref: string) =>
  (await app.sql<{ id: string }>('select id from vulnerability where ref = $1', [ref]))[0]?.id as string

describe('a scan', () => {
  it('opens what it finds, due by how bad it is', async () => {
    const { status, body } = await bring(csv('V-1', 'V-2'), on(1))
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({ again: false, opened: 2, unmatched: 0 })
    expect((await all()).map(({ fix_by }) => new Date(fix_by).toISOString().slice(0, 10))).toEqual([
      ...['2026-11-08', '2027-01-30'],
    ])
  })

  it('is taken once: the same file changes nothing', async () => {
    const first = await bring(csv('V-1'), on(1))
    const again = await bring(csv('V-1'), on(3))
    expect(again.body).toMatchObject({ again: true, id: first.body.id })
    expect(await app.sql('select 1 from scan')).toHaveLength(1)
  })

  it('closes what it no longer sees only where it is complete, of that scope, and of that scanner', async () => {
    await bring(csv('V-1', 'V-2'), on(1))
    await bring(csv('V-1', 'V-3'), { ...on(2), complete: false })
    expect(await states()).toEqual({ 'V-1': 'open', 'V-2': 'open', 'V-3': 'open' })
    await bring(csv('V-3', 'V-1', 'V-4'), { ...on(3), scanner: 'openvas' })
    expect((await states())['V-2']).toBe('open')
    const { body } = await bring(`${csv('V-4')}\n`, { ...on(4), scanner: 'openvas' })
    expect(body.closed).toBe(2)
    expect(await states()).toEqual({ 'V-1': 'closed', 'V-2': 'open', 'V-3': 'closed', 'V-4': 'open' })
    await bring(`${csv('V-9')}`, { ...on(5), assets: [], components: [gateway] })
    expect((await states())['V-2']).toBe('open')
    await bring(`${csv('V-1')}\n\n`, on(6))
    expect(await states()).toMatchObject({ 'V-1': 'open', 'V-2': 'closed' })
    expect((await all())[0]).toMatchObject({ reopened: 1 })
  })

  it('writes nothing where a line of it is wrong, and tells of every one', async () => {
    const { status, body } = await bring('目标,漏洞编号,严重程度\n10.0.0.1,V-1,高\n10.0.0.1,,高\n10.0.0.1,V-3,很糟\n')
    expect(status).toBe(422)
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['3.ref', '4.severity'])
    expect(await app.sql('select 1 from scan')).toHaveLength(0)
  })

  it('lists what matches nothing, and settles once somebody has said what it is', async () => {
    await bring(csv('V-2'), on(1))
    const { body } = await bring('目标,漏洞编号,严重程度\n10.9.9.9,V-2,中\n10.9.9.8,V-7,高\n', on(2))
    expect(body).toMatchObject({ unmatched: 2, opened: 0, closed: 0 })
    // What it saw may be that one.
    expect(await states()).toEqual({ 'V-2': 'open' })
    const lines = await app.sql<{ id: string; ref: string }>('select id, ref from scan_line order by line')
    const act = (n: number, verb: 'match' | 'dismiss', values: object) =>
      app.inTx(engineer, (tx) => tx.act(scanLine, lines[n]?.id as string, verb, { because: '见台账', ...values }))
    await expect(act(1, 'match', {})).rejects.toMatchObject({ faults: [{ code: 'one-thing' }] })
    await act(1, 'match', { component: gateway })
    expect(await states()).toEqual({ 'V-2': 'open', 'V-7': 'open' })
    await act(0, 'dismiss', {})
    expect(await states()).toEqual({ 'V-2': 'closed', 'V-7': 'open' })
    const [row] = await app.sql('select state, unmatched, closed from scan where id = $1', [body.id])
    expect(row).toEqual({ state: 'settled', unmatched: 0, closed: 1 })
  })

  it('wants a scope, and none of what is not there', async () => {
    const missing = '00000000-0000-7000-8000-000000000000'
    expect((await bring(csv('V-1'), { assets: [] })).status).toBe(422)
    const { body } = await bring(csv('V-1'), { components: [missing], scannedAt: '2027-11-01T00:00:00.000Z' })
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['scannedAt', 'components.0'])
  })

  it('hears from its maker that a component is not affected, until its maker says otherwise', async () => {
    const vex = (n: number, state: string, justification?: string) =>
      JSON.stringify({
        ...{ bomFormat: 'CycloneDX', specVersion: '1.5', serialNumber: n },
        components: [{ 'bom-ref': 'g', name: '交易网关', version: '6.3.7' }],
        vulnerabilities: [
          { id: 'V-5', ratings: [{ severity: 'high' }], affects: [{ ref: 'g' }], analysis: { state, justification } },
        ],
      })
    const values = { scanner: 'vendor', complete: false, assets: [], components: [gateway] }
    await bring('产品,版本,漏洞编号,严重程度\n交易网关,6.3.7,V-5,高\n', { ...values, ...on(1) })
    expect(await states()).toEqual({ 'V-5': 'open' })
    await bring(vex(1, 'not_affected', 'code_not_reachable'), { ...values, ...on(2) })
    expect(await states()).toEqual({ 'V-5': 'not-affected' })
    await bring('产品,版本,漏洞编号,严重程度\n交易网关,6.3.7,V-5,高\n\n', { ...values, ...on(3) })
    expect(await states()).toEqual({ 'V-5': 'not-affected' })
    await bring(vex(2, 'exploitable'), { ...values, ...on(4) })
    expect(await states()).toEqual({ 'V-5': 'open' })
  })
})

describe('a vulnerability', () => {
  it('is tested again by somebody other than who fixed it', async () => {
    await bring(csv('V-1'), on(1))
    const id = await idOf('V-1')
    await app.inTx(engineer, (tx) => tx.act(vulnerability, id, 'claim-fixed', { fixNote: '已升级' }))
    await expect(
      app.inTx(engineer, (tx) => tx.act(vulnerability, id, 'retest', { retestNote: '好了' })),
    ).rejects.toMatchObject({ faults: [{ code: 'same-person' }] })
    await app.inTx(checker, (tx) => tx.act(vulnerability, id, 'retest', { retestNote: '端口已关闭' }))
    expect(await states()).toEqual({ 'V-1': 'closed' })
  })

  it('that was only said to be fixed keeps its time when it is seen again', async () => {
    await bring(csv('V-1'), on(1))
    const [before] = await all()
    const id = await idOf('V-1')
    await app.inTx(engineer, (tx) => tx.act(vulnerability, id, 'claim-fixed', { fixNote: '已升级' }))
    app.clock.set('2026-11-26T00:00:00.000Z')
    await bring(`${csv('V-1')}\n`, on(25))
    expect(await all()).toEqual([{ ...before, state: 'open', reopened: 1 }])
  })

  it('by hand is of one thing', async () => {
    const client = await app.as(engineer)
    const values = { ref: 'PT-1', title: '弱口令', severity: 'high' }
    expect((await client.post('/api/vulnerabilities', values)).status).toBe(422)
    const { body } = await client.post('/api/vulnerabilities', { ...values, asset: host })
    expect(body.item).toMatchObject({ severityFound: 'high', fixBy: '2026-12-24T01:30:00.000Z' })
  })
})
