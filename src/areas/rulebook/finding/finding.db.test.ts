import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { upload } from '../../../platform/sides/upload.testing.ts'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../testing/app.ts'
import { faultsIn } from '../../../testing/faults.ts'
import { houseSetting } from '../../administration/house-setting/house-setting.record.ts'
import { department } from '../../organisation/department/department.record.ts'
import { departments, policyInEffect } from '../audit.testing.ts'
import { judgeNow } from '../control/server/service.ts'
import { raiseDays } from './finding.settings.ts'
import { reopenFindings, watchFindings } from './server/watch.task.ts'

let app: TestApp
let auditor: Client
let engineer: Client
let manager: Client
let zhou: PersonActor
let boss: PersonActor
let chen: PersonActor
let made: { id: string; number: string }[]

beforeEach(async () => {
  if (app) await app.renew()
  else app = await testApp()
  ;[zhou, boss, chen] = [await app.person('auditor'), await app.person('manager'), await app.person('engineer')]
  ;[auditor, manager, engineer] = [await app.as(zhou), await app.as(boss), await app.as(chen)]
  await policyInEffect(app, chen)
  made = await departments(app, boss.id, '交易部', '无首部')
  await judgeNow(app.engine)
})
afterAll(() => app?.close())

const item = async (path: string) => (await auditor.get(path)).body.item
const signed = async (client: Client, path: string, verb: string, more: object = {}) =>
  client.post(`${path}/${verb}`, {
    version: (await item(path)).version,
    signature: { password: testPassword },
    ...more,
  })
const well = (answer: { status: number; body: unknown }, status = 200) =>
  expect(answer.status, JSON.stringify(answer.body)).toBe(status)
const headOf = (n: number, head: string | null) =>
  app.inTx(asSystem('test'), (tx) => tx.update(department, made[n]?.id as string, { head }))

const raise = async (more: object = {}) => {
  const answer = await auditor.post('/api/findings', {
    ...{
      title: '部门没有负责人',
      description: '无首部。',
      owner: chen.id,
      control: 'G-05',
      subjects: [made[1]?.number],
    },
    ...more,
  })
  well(answer, 201)
  return `/api/findings/${answer.body.item.id}`
}
const answered = { cause: '无人任命', correctiveAction: '任命负责人', due: '2026-12-10' }

async function closed(path: string): Promise<void> {
  well(await engineer.post(`${path}/answer`, answered))
  well(await engineer.post(`${path}/finish`, { outcome: '已任命。' }))
  await headOf(1, boss.id)
  await judgeNow(app.engine)
  await upload(app, await app.token(chen), `${path}/attachments`, [{ name: '任命.pdf', bytes: '%PDF-1.4' }])
  well(await signed(auditor, path, 'verify', { verification: '见任命文件。' }))
  well(await auditor.post(`${path}/close`))
}

describe('a finding', () => {
  it('knows its area by its control, and gives five working days for an action', async () => {
    const path = await raise()
    expect(await item(path)).toMatchObject({
      ...{ state: 'open', source: 'control', area: 'governance', answerBy: '2026-12-01', subjectIds: [made[1]?.id] },
      repeatOf: null,
    })
    const again = await raise()
    expect((await item(again)).repeatOf).toBe((await item(path)).id)
    const wrong = await auditor.post('/api/findings', {
      ...{ title: '错', description: '错', owner: chen.id, control: 'G-05', subjects: ['NONE-1'] },
    })
    expect(faultsIn(wrong.body)).toEqual(['subjects.0 no-such-record'])
  })

  it('is verified by somebody other than its owner and whoever did it, on evidence, once it is put right', async () => {
    const path = await raise()
    expect(faultsIn((await engineer.post(`${path}/answer`, { ...answered, due: '2026-11-23' })).body)).toEqual([
      'due in-the-past',
    ])
    well(await engineer.post(`${path}/answer`, answered))
    well(await manager.post(`${path}/finish`, { outcome: '代为任命。' }))
    for (const own of [engineer, manager])
      expect((await signed(own, path, 'verify', { verification: '看过。' })).body.code).toBe('same-person')
    const said = { verification: '看过。' }
    expect(faultsIn((await signed(auditor, path, 'verify', said)).body)).toEqual([' no-evidence', ' still-broken'])
    well(await auditor.post(`${path}/send-back`, { returnReason: '没有证据。' }))
    expect(await item(path)).toMatchObject({ state: 'corrective-action', doneBy: null })
    well(await engineer.post(`${path}/finish`, { outcome: '已任命。' }))
    await headOf(1, boss.id)
    await judgeNow(app.engine)
    await upload(app, await app.token(chen), `${path}/attachments`, [{ name: '任命.pdf', bytes: '%PDF-1.4' }])
    well(await signed(auditor, path, 'verify', said))
    expect((await engineer.post(`${path}/close`)).body.code).toBe('not-allowed')
    well(await auditor.post(`${path}/close`))
    expect(await item(path)).toMatchObject({ state: 'closed', closedBy: zhou.id, verifiedBy: zhou.id })
  })

  it('is not closed because its control is kept again', async () => {
    const path = await raise()
    await headOf(1, boss.id)
    await judgeNow(app.engine)
    await reopenFindings(app.engine, {} as never)
    expect((await item(path)).state).toBe('open')
  })

  it('is open again by itself where the same subject is bad again within ninety days, and not for another', async () => {
    const path = await raise()
    await closed(path)
    app.clock.advance(86_400_000)
    await headOf(0, null)
    await judgeNow(app.engine)
    await reopenFindings(app.engine, {} as never)
    expect((await item(path)).state).toBe('closed')
    await headOf(1, null)
    await judgeNow(app.engine)
    await reopenFindings(app.engine, {} as never)
    expect(await item(path)).toMatchObject({ state: 'open', reopened: 1, verifiedBy: null, answerBy: '2026-12-02' })
    expect((await item(path)).reopenReason).toContain('G-05')
  })

  it('stays closed where that is later', async () => {
    const path = await raise()
    await closed(path)
    app.clock.advance(91 * 86_400_000)
    await headOf(1, null)
    await judgeNow(app.engine)
    await reopenFindings(app.engine, {} as never)
    expect((await item(path)).state).toBe('closed')
  })
})

describe('by itself', () => {
  const findings = async () => (await auditor.get('/api/findings')).body.items

  it('is raised for nothing unless the house says so, and then once for a control that stays broken', async () => {
    app.clock.advance(8 * 86_400_000)
    await watchFindings(app.engine, {} as never)
    expect(await findings()).toEqual([])
    await app.inTx(await app.person('admin'), (tx) =>
      tx.create(houseSetting, { key: 'finding-raise-days', value: '7', reason: '内控要求' } as never),
    )
    await vi.waitFor(() => expect(app.engine.settings.get(raiseDays)).toBe(7))
    await watchFindings(app.engine, {} as never)
    await watchFindings(app.engine, {} as never)
    expect(await findings()).toMatchObject([
      { control: 'G-05', clause: '1', owner: chen.id, subjects: [made[1]?.number], createdBy: null, state: 'open' },
    ])
  })

  it('tells whoever is late, once a day', async () => {
    await raise()
    const told = async () =>
      (await app.sql<{ n: number }>('select count(*)::int as n from graphile_worker._private_jobs'))[0]?.n ?? 0
    app.clock.set('2026-12-01T00:40:00.000Z')
    const before = await told()
    await watchFindings(app.engine, {} as never)
    expect(await told()).toBe(before)
    app.clock.set('2026-12-02T00:40:00.000Z')
    await watchFindings(app.engine, {} as never)
    expect(await told()).toBe(before + 1)
  })
})

it('the board shows what is whose turn, what is late, and figures', async () => {
  await raise({ grade: 'major' })
  await raise()
  app.clock.set('2026-12-02T02:00:00.000Z')
  const board = (await manager.get('/api/finding-board')).body
  expect(
    board.findings.map(({ late, age, repeated }: { late: boolean; age: number; repeated: boolean }) => [
      late,
      age,
      repeated,
    ]),
  ).toEqual([
    [true, 8, false],
    [true, 8, true],
  ])
  expect(board.figures).toMatchObject({
    open: 2,
    overdue: 2,
    closed: 0,
    repeated: 1,
    areas: [{ area: 'governance', open: 2 }],
  })
})
