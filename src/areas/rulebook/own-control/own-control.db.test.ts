import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { department } from '../../organisation/department/department.record.ts'
import { judgeNow } from '../control/server/service.ts'
import { ownControl } from './own-control.record.ts'

let app: TestApp
let auditor: Client
let engineer: Client
let manager: Client
let boss: PersonActor

beforeEach(async () => {
  if (app) await app.renew()
  else app = await testApp()
  boss = await app.person('manager')
  auditor = await app.as(await app.person('auditor'))
  engineer = await app.as(await app.person('engineer'))
  manager = await app.as(boss)
})
afterAll(() => app?.close())

const judged = () => judgeNow(app.engine)
const control = async (id = 'X-001') => (await manager.get(`/api/controls/${id}`)).body
const offenders = async (id = 'X-001') =>
  (await manager.get(`/api/controls/${id}/items`)).body.items.map(({ label }: { label: string }) => label)
const department_ = (code: string, values: object = {}) =>
  app.inTx(asSystem('test'), async (tx) => (await tx.create(department, { code, name: `${code}部`, ...values })).id)

const heads = {
  ...{ code: 'X-001', title: '部门负责人已指定', titleEn: 'A department names its head', area: 'governance' },
  ...{ reason: '内审要求', remedy: '指定负责人。', record: 'department' },
  judges: { is: 'filled', fields: ['head'] },
  scope: { states: ['active'], values: [] },
}

async function inReview(values: object = heads): Promise<string> {
  const made = await engineer.post('/api/own-controls', values)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  expect((await engineer.post(`/api/own-controls/${made.body.item.id}/submit`)).status).toBe(200)
  return made.body.item.id
}

const approve = (id: string, by = boss) => app.inTx(by, (tx) => tx.act(ownControl, id, 'approve'), true)

async function effective(values: object = heads): Promise<string> {
  const id = await inReview(values)
  await approve(id)
  await judged()
  return id
}

describe('a control of the firm’s own', () => {
  it('is previewed on live items, approved by another, and judged like every control', async () => {
    await department_('A', { head: boss.id })
    await department_('B')
    const id = await inReview()
    const preview = (await manager.get(`/api/own-controls/${id}/preview`)).body
    expect(preview).toMatchObject({ ok: 1, bad: 1, worse: 1, better: 0, items: [{ was: null, is: 'bad' }] })
    expect((await manager.get('/api/controls/X-001')).status).toBe(404)
    await expect(approve(id, await app.person('engineer'))).rejects.toThrow()
    await approve(id)
    await judged()
    expect(await control()).toMatchObject({ state: 'broken', ok: 1, bad: 1, own: expect.stringContaining('OCT-') })
    expect(await offenders()).toEqual(['B部'])
    const { controls } = (await manager.get('/api/rulebook')).body
    expect(controls.find((one: { id: string }) => one.id === 'X-001')).toMatchObject({ state: 'broken', bad: 1 })
  })

  it('turns by something done elsewhere, and takes an exception', async () => {
    const one = await department_('A', { head: boss.id })
    await effective()
    expect(await control()).toMatchObject({ state: 'kept', ok: 1 })
    await app.inTx(asSystem('test'), (tx) => tx.update(department, one, { head: null }))
    await judged()
    expect(await control()).toMatchObject({ state: 'broken', bad: 1 })
    const { items } = (await manager.get('/api/controls/X-001/items')).body
    const asked = await engineer.post('/api/control-exceptions', {
      ...{
        title: '部门撤并中',
        control: 'X-001',
        subjects: [items[0].number],
        reason: '月底并入',
        measure: '由分管领导代管',
      },
      ...{ owner: boss.id, startsAt: '2026-11-24T01:00:00.000Z', endsAt: '2026-12-01T01:00:00.000Z' },
    })
    expect(asked.status, JSON.stringify(asked.body)).toBe(201)
  })

  it('is named by clauses once it is effective, and its clause is uncovered once it is withdrawn', async () => {
    const policy = (controls: string[]) =>
      engineer.post('/api/policies', {
        ...{
          code: `p-${controls[0]}`,
          title: '自设检查',
          area: 'governance',
          owner: boss.id,
          purpose: '目的',
          scope: '全体',
        },
        ...{ effectiveOn: '2026-11-24', clauses: [{ key: '1', heading: '负责人', text: '指定。', controls }] },
      })
    expect((await policy(['X-001'])).body.errors).toMatchObject([{ code: 'no-such-control' }])
    await department_('A')
    const id = await effective()
    expect((await policy(['X-001'])).status).toBe(201)
    const gone = await manager.post(`/api/own-controls/${id}/withdraw`, { withdrawReason: '不再需要' })
    expect(gone.status, JSON.stringify(gone.body)).toBe(200)
    await judged()
    expect((await manager.get('/api/controls/X-001')).status).toBe(404)
    for (const table of ['control_item', 'control_state'])
      expect(await app.sql(`select * from ${table} where control = 'X-001'`)).toEqual([])
    expect(await app.sql(`select 1 from control_span where control = 'X-001' and to_at is null`)).toEqual([])
    expect((await app.sql(`select 1 from control_span where control = 'X-001'`)).length).toBe(1)
  })

  it('is refused with every fault at once, and by whoever may not', async () => {
    const wrong = {
      ...heads,
      code: 'A-01',
      scope: { states: ['gone'], values: [] },
      judges: { is: 'fresh', field: 'name', days: 3 },
    }
    const { status, body } = await engineer.post('/api/own-controls', wrong)
    expect(status).toBe(422)
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['code', 'scope.states.0', 'judges.field'])
    expect((await (await app.as(await app.person('business'))).get('/api/own-controls')).body.items).toEqual([])
    const business = await app.as(await app.person('business'))
    expect((await business.post('/api/own-controls', heads)).status).toBe(403)
    await inReview()
    expect((await auditor.post('/api/own-controls', heads)).body.errors).toMatchObject([
      { path: 'code', code: 'duplicate' },
    ])
  })
})

describe('a new edition', () => {
  it('judges all anew, while history stays under what judged it', async () => {
    await department_('A', { head: boss.id })
    await department_('B')
    const first = await effective()
    const made = (await auditor.post(`/api/own-controls/${first}/new-edition`)).body
    expect(made.edition).toBe(2)
    expect((await auditor.post(`/api/own-controls/${first}/new-edition`)).body.code).toBe('wrong-state')
    const at = `/api/own-controls/${made.id}`
    const moved = await auditor.patch(at, { version: 1, record: 'person', judges: { is: 'filled', fields: ['email'] } })
    expect(moved.body.errors.map(({ path }: { path: string }) => path)).toContain('record')
    const judges = { is: 'fresh', field: 'createdAt', days: 30 }
    expect((await auditor.patch(at, { version: 1, judges })).status).toBe(200)
    await auditor.post(`${at}/submit`)
    const preview = (await manager.get(`${at}/preview`)).body
    expect(preview).toMatchObject({ ok: 2, bad: 0, better: 1, worse: 0, items: [{ was: 'bad', is: 'ok' }] })
    await approve(made.id)
    await judged()
    expect(await control()).toMatchObject({ state: 'kept', ok: 2, bad: 0, version: 2 })
    expect((await manager.get(`/api/own-controls/${first}`)).body.item.state).toBe('superseded')
    const spans = await app.sql(`select version, to_at is null as open from control_span where control = 'X-001'`)
    expect(spans).toEqual([{ version: 1, open: false }])
    expect(await app.sql(`select distinct version from control_item where control = 'X-001'`)).toEqual([{ version: 2 }])
  })

  it('goes on from where a withdrawn one ended', async () => {
    await department_('A')
    const first = await effective()
    await manager.post(`/api/own-controls/${first}/withdraw`, { withdrawReason: '暂停' })
    await judged()
    const made = (await engineer.post(`/api/own-controls/${first}/new-edition`)).body
    await engineer.post(`/api/own-controls/${made.id}/submit`)
    await approve(made.id)
    await judged()
    expect(await control()).toMatchObject({ state: 'broken', bad: 1, version: 2 })
  })
})

it('has no evidence, and says why, where what it declares is there no longer', async () => {
  await department_('A')
  await effective()
  expect(await control()).toMatchObject({ state: 'broken', bad: 1 })
  // As after a release that has no such field any more.
  await app.sql(`update own_control set judges = '{"is":"filled","fields":["chief"]}'`)
  await judged()
  expect(await control()).toMatchObject({ state: 'no-evidence', ok: 0, bad: 0, unknown: 1, version: 1 })
  const { items } = (await manager.get('/api/controls/X-001/items?standing=unknown')).body
  expect(items).toMatchObject([{ record: 'own-control' }])
  expect(items[0].text[0]).toContain('「chief」')
})

it('is known to a copy that heard of nothing: what was written meanwhile is looked at again', async () => {
  const one = await department_('A', { head: boss.id })
  await effective()
  // Written by a copy that had not heard of the control: nothing was noted.
  await app.sql(`update department set head = null, updated_at = '2026-11-24T01:30:05Z' where id = '${one}'`)
  await judged()
  expect(await control()).toMatchObject({ state: 'kept', bad: 0 })
  app.clock.set('2026-11-24T01:30:11.000Z')
  await judged()
  expect(await control()).toMatchObject({ state: 'broken', bad: 1 })
})
