import { createHash } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { download } from '../../../platform/sides/upload.testing.ts'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../testing/app.ts'
import { faultsIn } from '../../../testing/faults.ts'
import { department } from '../../organisation/department/department.record.ts'
import { departments, policyInEffect } from '../audit.testing.ts'
import { judgeNow } from '../control/server/service.ts'
import { loadAreas } from '../rule-area/server/areas.ts'

let app: TestApp
let auditor: Client
let manager: Client
let zhou: PersonActor
let boss: PersonActor
let chen: PersonActor
let made: { id: string; number: string }[]

beforeEach(async () => {
  if (app) await app.renew()
  else app = await testApp()
  ;[zhou, boss, chen] = [await app.person('auditor'), await app.person('manager'), await app.person('engineer')]
  ;[auditor, manager] = [await app.as(zhou), await app.as(boss)]
  await loadAreas(app.engine)
  await policyInEffect(app, chen)
  made = await departments(app, boss.id, '交易部', '财务部', '行政部', '法务部', '无首部', '无次部', '无三部')
  await judgeNow(app.engine)
})
afterAll(() => app?.close())

const values = (more: object = {}) => ({
  ...{
    title: '2026 年度审计',
    areas: ['governance'],
    asOf: '2026-11-24',
    startsOn: '2026-11-24',
    endsOn: '2026-11-30',
  },
  ...{ lead: zhou.id, sampleSize: 4, ...more },
})
const item = async (path: string) => (await auditor.get(path)).body.item
const signed = async (client: Client, path: string, verb: string, more: object = {}) =>
  client.post(`${path}/${verb}`, {
    version: (await item(path)).version,
    signature: { password: testPassword },
    ...more,
  })
const well = (answer: { status: number; body: unknown }, status = 200) =>
  expect(answer.status, JSON.stringify(answer.body)).toBe(status)
const itemsOf = async (id: string) => (await auditor.get(`/api/audit-items?audit=${id}&sort=position`)).body.items

async function inFieldwork(more: object = {}): Promise<string> {
  const answer = await auditor.post('/api/audits', values(more))
  well(answer, 201)
  const path = `/api/audits/${answer.body.item.id}`
  well(await auditor.post(`${path}/prepare`))
  well(await auditor.post(`${path}/open-fieldwork`))
  return path
}

describe('a plan', () => {
  it('is approved by management, and not by whoever drew it up', async () => {
    const plan = { title: '2026 年度审计计划', year: 2026, areas: ['governance'], auditors: [zhou.id], purpose: '覆盖' }
    const own = await manager.post('/api/audit-plans', plan)
    await manager.post(`/api/audit-plans/${own.body.item.id}/submit`)
    expect((await signed(manager, `/api/audit-plans/${own.body.item.id}`, 'approve')).body.code).toBe('same-person')
    const { id } = (await auditor.post('/api/audit-plans', plan)).body.item
    const early = await auditor.post('/api/audits', values({ plan: id, areas: ['governance', 'assets'] }))
    expect(faultsIn(early.body)).toEqual(['plan not-approved', 'areas not-planned'])
    await auditor.post(`/api/audit-plans/${id}/submit`)
    well(await signed(manager, `/api/audit-plans/${id}`, 'approve'))
    well(await auditor.post('/api/audits', values({ plan: id })), 201)
    const year = (await auditor.get(`/api/audit-plans/${id}/year`)).body
    expect(year.audits).toMatchObject([{ title: '2026 年度审计', state: 'planned', items: 0, lead: zhou.id }])
  })
})

describe('auditors', () => {
  it('do not own what they audit', async () => {
    const answer = await auditor.post('/api/audits', values({ team: [chen.id] }))
    expect(faultsIn(answer.body)).toEqual(['team.0 own-work'])
    await app.sql('update rule_area set owner = $1 where code = $2', [zhou.id, 'governance'])
    expect(faultsIn((await auditor.post('/api/audits', values())).body)).toEqual(['lead own-work'])
  })
})

describe('a checklist', () => {
  it('is every clause in scope with its control as it stood on the date, and a sample that can be drawn again', async () => {
    app.clock.set('2026-11-25T02:00:00.000Z')
    // What is put right the day after was still wrong on the date.
    await app.inTx(asSystem('test'), (tx) => tx.update(department, made[4]?.id as string, { head: boss.id }))
    await judgeNow(app.engine)
    const path = await inFieldwork()
    const { id, seed, auditors } = await item(path)
    expect(auditors).toEqual([zhou.id])
    const [first, second, ...rest] = await itemsOf(id)
    expect(rest).toEqual([])
    expect(first).toMatchObject({ control: 'G-05', clause: '1', stood: 'broken', kept: 4, broken: 3, state: 'open' })
    expect(second).toMatchObject({ control: null, clause: '2', stood: 'manual', sample: [] })
    const rank = (number: string) => createHash('sha256').update(`${seed} ${number}`).digest('hex')
    const drawn = (of: { number: string }[], n: number) =>
      of
        .map(({ number }) => number)
        .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
        .slice(0, n)
    const numbers = first.sample.map(({ number }: { number: string }) => number)
    expect(numbers).toEqual([...drawn(made.slice(4), 2), ...drawn(made.slice(0, 4), 2)])
    expect(first.sample.map(({ standing }: { standing: string }) => standing)).toEqual(['bad', 'bad', 'ok', 'ok'])
    expect(first.sample[0].zh).toContain('没有指定负责人')
  })

  it('has no evidence from before anything was judged, and wants a date that has come and clauses in effect', async () => {
    const path = async (asOf: string) => {
      const { id } = (await auditor.post('/api/audits', values({ asOf }))).body.item
      await auditor.post(`/api/audits/${id}/prepare`)
      return `/api/audits/${id}/open-fieldwork`
    }
    expect(faultsIn((await auditor.post(await path('2026-11-25'))).body)).toEqual(['asOf in-the-future'])
    expect(faultsIn((await auditor.post(await path('2026-11-23'))).body)).toEqual(['areas nothing-in-effect'])
  })

  it('is worked through by its auditors alone, during fieldwork', async () => {
    const path = await inFieldwork()
    const [first, second] = await itemsOf((await item(path)).id)
    const at = (id: string, verb: string) => `/api/audit-items/${id}/${verb}`
    expect((await manager.post(at(first.id, 'judge'), { result: 'conforming' })).body.code).toBe('not-allowed')
    expect(faultsIn((await auditor.post(at(first.id, 'judge'), { result: 'nonconforming' })).body)).toEqual([
      'note required',
    ])
    const { number } = first.sample[0]
    expect((await auditor.post(at(first.id, 'look'), { number, found: 'differs' })).body.left).toBe(3)
    expect(faultsIn((await auditor.post(at(first.id, 'look'), { number: 'X-1', found: 'agrees' })).body)).toEqual([
      'number no-such-subject',
    ])
    expect((await item(`/api/audit-items/${first.id}`)).sample[0]).toMatchObject({ found: 'differs', foundBy: zhou.id })
    well(await auditor.post(at(first.id, 'judge'), { result: 'nonconforming', note: '三个部门没有负责人。' }))
    expect(faultsIn((await auditor.post(`${path}/end-fieldwork`)).body)).toEqual([' items-open'])
    well(await auditor.post(at(second.id, 'judge'), { result: 'conforming' }))
    expect((await auditor.get(`${path}/progress`)).body).toMatchObject({
      items: 2,
      judged: 2,
      sampled: 4,
      seen: 1,
      differing: 1,
    })
    well(await auditor.post(`${path}/end-fieldwork`))
    expect(faultsIn((await auditor.post(at(second.id, 'judge'), { result: 'conforming' })).body)).toEqual([
      ' not-in-fieldwork',
    ])
  })
})

describe('a report', () => {
  it('says what was found, is signed, is told, and is answered by management', async () => {
    const path = await inFieldwork()
    const { id } = await item(path)
    const [first, second] = await itemsOf(id)
    await auditor.post(`/api/audit-items/${first.id}/judge`, { result: 'nonconforming', note: '没有负责人。' })
    await auditor.post(`/api/audit-items/${second.id}/judge`, { result: 'conforming' })
    well(await auditor.post(`${path}/end-fieldwork`))
    const conclusion = '总体有效,一项不符合。'
    expect(faultsIn((await signed(auditor, path, 'issue', { conclusion })).body)).toEqual([' no-finding'])
    const found = { title: '部门没有负责人', description: '三个部门。', owner: chen.id, item: first.id, grade: 'major' }
    const raised = await auditor.post('/api/findings', found)
    well(raised, 201)
    expect(raised.body.item).toMatchObject({
      audit: id,
      control: 'G-05',
      clause: '1',
      area: 'governance',
      source: 'audit',
    })
    const before = await told()
    well(await signed(auditor, path, 'issue', { conclusion }))
    expect(await told()).toBeGreaterThan(before)
    const issued = await item(path)
    expect(issued.report).toMatchObject({
      ...{
        items: 2,
        sampled: 4,
        conclusion,
        results: { conforming: 1, nonconforming: 1 },
        grades: { major: 1, minor: 0 },
      },
      findings: [{ title: '部门没有负责人', grade: 'major', repeated: false }],
    })
    expect(issued.digest).toMatch(/^[0-9a-f]{64}$/)
    const [area] = (await auditor.get('/api/rule-areas?q=governance')).body.items
    expect(area).toMatchObject({ lastAudit: id, auditedAt: app.clock.now(), inForce: 1 })
    well(await signed(manager, path, 'respond', { response: '年内任命。' }))
    expect(await item(path)).toMatchObject({ state: 'closed', respondedBy: boss.id })
    const { bytes } = await download(app, await app.token(zhou), `${path}/pdf?lang=en`)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('is not answered by an auditor', async () => {
    const both = await app.person('manager', 'auditor')
    const path = await inFieldwork({ team: [both.id] })
    for (const { id } of await itemsOf((await item(path)).id))
      await auditor.post(`/api/audit-items/${id}/judge`, { result: 'conforming' })
    await auditor.post(`${path}/end-fieldwork`)
    well(await signed(auditor, path, 'issue', { conclusion: '有效。' }))
    expect((await signed(await app.as(both), path, 'respond', { response: '好。' })).body.code).toBe('same-person')
  })
})

const told = async () =>
  (await app.sql<{ n: number }>('select count(*)::int as n from graphile_worker._private_jobs'))[0]?.n ?? 0

describe('the areas of rules', () => {
  it('count what is in effect in them, and are audited in time', async () => {
    const controlOf = async (id: string) => (await manager.get(`/api/controls/${id}`)).body
    expect(await controlOf('G-02')).toMatchObject({ state: 'broken', ok: 1, bad: 10 })
    expect(await controlOf('G-11')).toMatchObject({ state: 'broken', ok: 0, bad: 11 })
    for (const { id, code } of (await manager.get('/api/rule-areas?limit=50')).body.items)
      if (code !== 'governance')
        well(await signed(manager, `/api/rule-areas/${id}`, 'leave-out', { leftOutReason: '没有这类业务。' }))
    await judgeNow(app.engine)
    expect(await controlOf('G-02')).toMatchObject({ state: 'kept', ok: 1, bad: 0 })
  })
})
