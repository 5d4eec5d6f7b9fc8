import { afterAll, beforeEach, expect, it } from 'vitest'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { asset } from '../../assets/asset/asset.record.ts'
import { assetCategory } from '../../assets/asset-category/asset-category.record.ts'
import { installation } from '../../assets/installation/installation.record.ts'
import { location } from '../../assets/location/location.record.ts'
import { software } from '../../assets/software/software.record.ts'
import { department } from '../../organisation/department/department.record.ts'
import { person } from '../../organisation/person/person.record.ts'
import { service } from '../../service/service/service.record.ts'
import { judgeNow } from './server/service.ts'

let app: TestApp
let engineer: Client
let manager: Client
let boss: PersonActor

beforeEach(async () => {
  if (app) await app.renew()
  else app = await testApp()
  boss = await app.person('manager')
  engineer = await app.as(await app.person('engineer'))
  manager = await app.as(boss)
})
afterAll(() => app?.close())

const control = async (id: string, client = manager) => (await client.get(`/api/controls/${id}`)).body
const items = async (id: string, standing = 'bad', client = manager) =>
  (await client.get(`/api/controls/${id}/items?standing=${standing}`)).body.items
const judged = () => judgeNow(app.engine)

async function offered(name: string, owner: string): Promise<string> {
  return app.inTx(asSystem('test'), async (tx) => {
    const team = await tx.db.selectFrom('team').select('id').executeTakeFirst()
    const made = await tx.create(service, { code: name, name, owner, team: team?.id ?? (await teamOf(tx)) })
    return (await tx.act(service, made.id, 'offer')).id
  })
}
const teamOf = async (tx: Parameters<Parameters<TestApp['inTx']>[1]>[0]) => {
  const { team } = await import('../../organisation/team/team.record.ts')
  return (await tx.create(team, { code: 'IT', name: '信息技术' })).id
}

it('shows nothing kept of what there is none of', async () => {
  await judged()
  const { controls } = (await manager.get('/api/rulebook')).body
  expect(controls.length).toBeGreaterThan(40)
  const states = controls.filter(({ ok }: { ok: number }) => ok === 0).map(({ state }: { state: string }) => state)
  expect(states.length).toBeGreaterThan(40)
  expect(states).not.toContain('kept')
})

it('never says kept of what was never judged', async () => {
  const { controls } = (await manager.get('/api/rulebook')).body
  expect(new Set(controls.map(({ state }: { state: string }) => state))).toEqual(new Set(['no-evidence']))
})

it('turns red because of something done elsewhere, and green again', async () => {
  const owner = (await app.person('operator')).id
  const id = await offered('行情', owner)
  await judged()
  expect(await control('V-01')).toMatchObject({ state: 'kept', ok: 1, bad: 0 })
  await app.inTx(asSystem('test'), (tx) => tx.act(person, owner, 'leave'))
  await judged()
  expect(await control('V-01')).toMatchObject({ state: 'broken', ok: 0, bad: 1 })
  const [item] = await items('V-01')
  expect(item).toMatchObject({ subject: id, label: '行情', owner, proof: [{ record: 'person', id: owner }] })
  expect(item.text[0]).toContain('已离职')
  await app.inTx(asSystem('test'), (tx) => tx.update(service, id, { owner: boss.id }))
  await judged()
  const now = await control('V-01')
  expect(now).toMatchObject({ state: 'kept', ok: 1, bad: 0 })
  expect(now.spans.map(({ state }: { state: string }) => state)).toEqual(
    ['kept', 'broken', 'kept', 'no-evidence'].slice(0, now.spans.length),
  )
})

it('holds a rule against nothing that it does not concern: a place counts once something stands there', async () => {
  const room = await app.inTx(asSystem('test'), (tx) =>
    tx.create(location, { code: 'BJ-1', name: '主机房', kind: 'room' }),
  )
  await judged()
  expect(await control('A-09')).toMatchObject({ state: 'no-evidence', ok: 0, bad: 0, unknown: 0 })
  const moved = await app.inTx(asSystem('test'), async (tx) => {
    const of = await tx.create(assetCategory, { code: 'SRV', name: '服务器', nameEn: 'Server', kind: 'hardware' })
    return tx.create(asset, { tag: 'T-1', name: '服务器', category: of.id, location: room.id })
  })
  await judged()
  expect(await control('A-09')).toMatchObject({ state: 'kept', ok: 1 })
  await app.inTx(asSystem('test'), (tx) => tx.update(asset, moved.id, { location: null }))
  await judged()
  expect(await control('A-09')).toMatchObject({ state: 'no-evidence', ok: 0 })
})

it('turns red where what is installed is forbidden, and green once it is gone', async () => {
  const { id, item } = await app.inTx(asSystem('test'), async (tx) => {
    const of = await tx.create(assetCategory, { code: 'PC', name: '终端', nameEn: 'Terminal', kind: 'hardware' })
    const made = await tx.create(asset, { tag: 'T-2', name: '终端', category: of.id })
    const product = await tx.create(software, { name: '远程控制工具' })
    return {
      id: product.id,
      item: await tx.create(installation, { asset: made.id, software: product.id, reportedAs: '远控' }),
    }
  })
  await judged()
  expect(await control('A-17')).toMatchObject({ state: 'no-evidence' })
  expect((await engineer.post(`/api/software/${id}/forbid`)).status).toBe(200)
  await judged()
  expect(await control('A-17')).toMatchObject({ state: 'broken', bad: 1 })
  expect((await items('A-17'))[0].proof).toMatchObject([{ record: 'installation', id: item.id }])
  expect((await engineer.post(`/api/installations/${item.id}/remove`)).status).toBe(200)
  await judged()
  expect(await control('A-17')).toMatchObject({ state: 'kept', ok: 1, bad: 0 })
})

it('keeps counts and items together, whatever happens in between', async () => {
  const owner = (await app.person('operator')).id
  for (const name of ['一', '二', '三']) await offered(name, owner)
  await judged()
  await app.inTx(asSystem('test'), (tx) => tx.act(person, owner, 'leave'))
  await judged()
  const rows = await app.sql<{ n: string; bad: number }>(
    `select count(*) as n, max(s.bad) as bad from control_item i join control_state s using (control)
     where i.control = 'V-01' and i.standing = 'bad'`,
  )
  expect(rows).toEqual([{ n: '3', bad: 3 }])
})

it('turns by time alone, at the instant', async () => {
  const { body } = await engineer.post('/api/incidents', { title: '终端打不开' })
  await judged()
  expect(await control('V-04')).toMatchObject({ ok: 1, bad: 0 })
  app.clock.set('2026-11-24T02:29:59.000Z')
  await judged()
  expect(await control('V-04')).toMatchObject({ ok: 1, bad: 0 })
  app.clock.set('2026-11-24T02:30:00.000Z')
  await judged()
  expect(await control('V-04')).toMatchObject({ state: 'broken', bad: 1 })
  expect((await items('V-04'))[0].number).toBe(body.item.number)
})

it('says that there is no evidence while nobody judges what is overdue', async () => {
  await engineer.post('/api/incidents', { title: '终端打不开' })
  await judged()
  app.clock.set('2026-11-24T03:00:00.000Z')
  expect(await control('V-04')).toMatchObject({ state: 'no-evidence', ok: 1 })
})

it('lets an exception stand until its instant, granted by another', async () => {
  const owner = (await app.person('operator')).id
  const id = await offered('行情', owner)
  await app.inTx(asSystem('test'), (tx) => tx.act(person, owner, 'leave'))
  await judged()
  const [{ number }] = await items('V-01')
  const asked = {
    ...{ title: '交接期间', control: 'V-01', subjects: [number], reason: '接任者下月到岗', measure: '由经理代管' },
    ...{ owner: boss.id, startsAt: '2026-11-24T01:00:00.000Z', endsAt: '2026-12-01T01:00:00.000Z' },
  }
  const long = await engineer.post('/api/control-exceptions', {
    ...asked,
    endsAt: '2027-12-01T01:00:00.000Z',
    subjects: ['X-1'],
  })
  expect(long.status).toBe(422)
  expect(long.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['endsAt', 'subjects.0'])
  const made = (await engineer.post('/api/control-exceptions', { ...asked, owner: (await app.person('checker')).id }))
    .body.item
  const { controlException } = await import('../control-exception/control-exception.record.ts')
  await app.inTx(boss, (tx) => tx.act(controlException, made.id, 'grant'), true)
  await judged()
  expect(await control('V-01')).toMatchObject({ state: 'excepted', excepted: 1, bad: 0 })
  app.clock.set('2026-12-01T01:00:00.000Z')
  await judged()
  expect(await control('V-01')).toMatchObject({ state: 'broken', excepted: 0, bad: 1 })
  expect((await items('V-01'))[0].subject).toBe(id)
})

it('previews other measures on live items and takes them up once another agrees', async () => {
  await engineer.post('/api/incidents', { title: '终端打不开' })
  await judged()
  app.clock.set('2026-11-24T02:00:00.000Z')
  const preview = (await engineer.get('/api/controls/V-04/preview?values=within:15')).body
  expect(preview).toMatchObject({ worse: 1, better: 0, items: [{ was: 'ok', is: 'bad' }] })
  expect(await control('V-04')).toMatchObject({ bad: 0 })
  const bad = await engineer.post('/api/control-settings', {
    ...{ control: 'V-04', reason: '更快', effectiveOn: '2026-11-24' },
    values: [
      { name: 'within', value: 2 },
      { name: 'nothing', value: 3 },
    ],
  })
  expect(bad.body.errors.map(({ path }: { path: string }) => path)).toEqual(['values.0.value', 'values.1.name'])
  const proposed = await manager.post('/api/control-settings', {
    ...{ control: 'V-04', reason: '更快', effectiveOn: '2026-11-24', values: [{ name: 'within', value: 15 }] },
  })
  const at = `/api/control-settings/${proposed.body.item.id}`
  expect((await manager.post(`${at}/approve`)).body.code).toBe('same-person')
  const auditor = await app.as(await app.person('auditor'))
  expect((await auditor.post(`${at}/approve`)).body.item.state).toBe('in-force')
  await judged()
  const now = await control('V-04')
  expect(now).toMatchObject({ state: 'broken', bad: 1, setting: proposed.body.item.number })
  expect(now.params).toMatchObject([{ name: 'within', value: 15 }])
})

it('shows offenders to those who may read them, and to business staff no control at all', async () => {
  await app.inTx(asSystem('test'), (tx) => tx.create(department, { code: 'NOH', name: '无人部' }))
  await judged()
  expect((await items('G-05')).map(({ label }: { label: string }) => label)).toContain('无人部')
  const business = await app.as(await app.person('business'))
  expect((await business.get('/api/controls/G-05')).status).toBe(403)
  expect((await business.get('/api/rulebook')).status).toBe(200)
})

it('notes what is to be judged in the transaction that wrote it, and nothing where that is undone', async () => {
  await judged()
  await app
    .inTx(asSystem('test'), async (tx) => {
      await tx.create(department, { code: 'GON', name: '未成' })
      throw new Error('undone')
    })
    .catch(() => {})
  expect(await app.sql('select * from control_touch')).toEqual([])
})
