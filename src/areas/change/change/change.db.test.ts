import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '../../../record/actor.ts'
import { type Client, type TestApp, testApp, testPassword } from '../../../testing/app.ts'
import { faultsIn } from '../../../testing/faults.ts'
import { provenCopy } from '../../continuity/continuity.testing.ts'
import { component } from '../../operations/component/component.record.ts'
import { run } from '../../operations/run/run.record.ts'
import { act, type Cast, castOf, effectiveRunbook, step } from '../../operations/run/server/stage.testing.ts'
import { problem } from '../../service/problem/problem.record.ts'
import { configurationTasks } from '../config-check/server/check.task.ts'
import { configChecklist } from '../config-checklist/config-checklist.record.ts'
import { watchApprovals } from './server/late.task.ts'

const signature = { password: testPassword }
let app: TestApp
let cast: Cast
let engineer: Client
let manager: Client
let checker: Client
let book: string
let undo: string
const ids: Record<string, string> = {}

beforeAll(async () => {
  app = await testApp({ now: '2026-11-24T12:00:00.000Z' })
  cast = await castOf(app)
  engineer = await app.as(cast.engineer)
  manager = await app.as(cast.manager)
  checker = await app.as(cast.wang)
  book = (await upgradeBook('UPGRADE', '升级')).id
  undo = (await upgradeBook('UNDO', '装回旧版')).id
  await app.inTx(cast.engineer, async (tx) => {
    const make = async (code: string, more: object) => {
      const { id } = await tx.create(component, {
        code,
        name: code,
        kind: 'process',
        installedVersion: '1.0.0',
        ...more,
      })
      await tx.act(component, id, 'commission')
      ids[code] = id
    }
    await make('db', { environment: 'test' })
    await make('settle', { environment: 'test', dependsOn: [ids['db']] })
    await make('front', { criticality: 'trading' })
  })
})
const folder = mkdtempSync(join(tmpdir(), 'touchstone-change-'))
const setTimeoutTo = (seconds: number) => writeFileSync(join(folder, 'settle.conf'), `timeout=${seconds}\n`)
afterAll(async () => {
  delete process.env['TOUCHSTONE_TARGET_CHANGE_TEST']
  rmSync(folder, { recursive: true })
  await app?.close()
})

/** The settlement must have its timeout, by a checklist that another has approved. */
async function checklistInForce(): Promise<void> {
  process.env['TOUCHSTONE_TARGET_CHANGE_TEST'] = folder
  setTimeoutTo(3)
  const from = { is: 'file-line' as const, folder: 'change-test', path: '{code}.conf', pattern: '^timeout=(.*)' }
  const items = [{ key: 'timeout', name: '超时', from, expect: { is: 'text' as const, value: '3' } }]
  const of = { title: '结算', components: [ids['settle'] as string], owner: cast.engineer.id, items }
  const { id } = await app.inTx(cast.engineer, (tx) => tx.create(configChecklist, of))
  await app.inTx(cast.manager, (tx) => tx.act(configChecklist, id, 'approve'), true)
  await checkConfiguration()
}

async function checkConfiguration(): Promise<void> {
  const waiting = await app.sql<{ id: string }>(`select id from config_check where state = 'waiting'`)
  for (const { id } of waiting) await configurationTasks['check-configuration'](app.engine, { id } as never)
}

const onlyState = async (record: 'maintenance_window' | 'problem') =>
  (await app.sql<{ state: string }>(`select state from ${record} order by id desc limit 1`))[0]?.state

const upgradeBook = (code: string, title: string) =>
  effectiveRunbook(app, cast, [step('do', { checkerPost: 'duty-checker' })], {
    code,
    title,
    titleEn: code,
    kind: 'upgrade',
  })

const sound = () => ({
  title: '结算升级',
  reason: '修复日切问题',
  components: [ids['settle']],
  plannedStart: '2026-11-24T12:00:00.000Z',
  plannedEnd: '2026-11-24T16:00:00.000Z',
  answers: { rehearsed: 'yes', undo: 'quick', done: 'often', outage: 'short' },
  runbook: book,
  rollbackRunbook: undo,
  tests: [{ what: '日切', expected: '成功' }],
  versions: [{ component: ids['settle'], to: '1.1.0' }],
  backupOf: [ids['settle']],
  watchHours: 2,
})

const plan = async (more: object = {}) => (await engineer.post('/api/changes', { ...sound(), ...more })).body.item
const at = (id: string, verb = '') => `/api/changes/${id}${verb && `/${verb}`}`
const read = async (id: string) => (await engineer.get(at(id))).body.item
const signed = async (id: string, more: object = {}) => ({ version: (await read(id)).version, signature, ...more })
const version = async (code: string) => (await engineer.get(`/api/components/${ids[code]}`)).body.item.installedVersion

async function agree(id: string): Promise<void> {
  const [pending] = await app.sql<{ id: string; digest: Buffer }>(
    `select id, digest from approval where record_id = $1 and state = 'pending'`,
    [id],
  )
  const digest = pending?.digest.toString('hex')
  const answer = await manager.post(`/api/approvals/${pending?.id}/agree`, { digest, signature })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

async function scheduled(more: object = {}): Promise<string> {
  const { id } = await plan(more)
  expect((await engineer.post(at(id, 'assess'))).status).toBe(200)
  expect((await engineer.post(at(id, 'approve'))).status).toBe(202)
  await agree(id)
  const { plannedStart, plannedEnd } = { ...sound(), ...more } as Record<string, unknown>
  expect((await engineer.post(at(id, 'schedule'), { plannedStart, plannedEnd })).status).toBe(200)
  return id
}

/** A copy of the settlement's database that a restore test has proven. */
const proven = () => provenCopy(app, ids['settle'] as string)

async function carriedOut(id: string, key: 'run' | 'rollbackRun'): Promise<void> {
  const runId = (await read(id))[key]
  await act(app, cast.li, runId, 'do', 'start')
  await act(app, cast.li, runId, 'do', 'done')
  await act(app, cast.wang, runId, 'do', 'check')
  await app.inTx(cast.wang, (tx) => tx.act(run, runId, 'finish'), true)
}

describe('planning', () => {
  it('says at once all that a plan lacks, and derives its risk', async () => {
    const { id, risk, owner } = await plan({
      answers: null,
      runbook: null,
      rollbackRunbook: null,
      tests: [],
      backupOf: [],
    })
    expect([risk, owner]).toEqual([null, cast.engineer.id])
    const answer = await engineer.post(at(id, 'assess'))
    expect([answer.status, faultsIn(answer.body)]).toEqual([
      422,
      [
        'answers gate-risk',
        'runbook gate-runbook',
        'rollbackSteps gate-rollback',
        'tests gate-tests',
        'backupOf gate-backup',
      ],
    ])
    expect((await plan({ components: [ids['front']], versions: [] })).risk).toBe('medium')
  })

  it('keeps what trading stands on out of sessions unless a reason is approved with it', async () => {
    const inSession = {
      components: [ids['front']],
      versions: [],
      plannedStart: '2026-11-25T01:30:00.000Z',
      plannedEnd: '2026-11-25T02:30:00.000Z',
    }
    const { id } = await plan(inSession)
    expect(faultsIn((await engineer.post(at(id, 'assess'))).body)).toEqual(['plannedStart gate-freeze'])
    const reasoned = await plan({ ...inSession, freezeReason: '交易所要求当日完成' })
    expect((await engineer.post(at(reasoned.id, 'assess'))).status).toBe(200)
    expect((await engineer.post(at(reasoned.id, 'approve'))).status).toBe(202)
    const { body } = await manager.get(`${at(reasoned.id, 'approvals')}`)
    expect(JSON.stringify(body)).toContain('部门负责人批准')
    await engineer.post(at(reasoned.id, 'withdraw'), { withdrawReason: '改期' })
  })

  it('tells a freeze by hand from one that does not concern it', async () => {
    const made = await manager.post('/api/freeze-windows', {
      title: '联网测试',
      startsAt: '2026-11-28T00:00:00.000Z',
      endsAt: '2026-11-28T12:00:00.000Z',
      reason: '交易所通知',
    })
    expect(made.status).toBe(201)
    const query = 'from=2026-11-28T01:00:00.000Z&to=2026-11-28T02:00:00.000Z'
    const of = async (code: string) => (await engineer.get(`/api/change-outlook?components=${ids[code]}&${query}`)).body
    expect((await of('front')).freezes).toMatchObject([{ by: 'hand', title: ['联网测试', '联网测试'] }])
    expect((await of('settle')).freezes).toEqual([])
  })

  it('freezes what is live before a long holiday, and nothing else', async () => {
    const query = 'from=2026-09-29T01:00:00.000Z&to=2026-09-29T02:00:00.000Z'
    const of = async (code: string) => (await engineer.get(`/api/change-outlook?components=${ids[code]}&${query}`)).body
    const holiday = { by: 'calendar', title: ['长假前', 'Before a long holiday'], to: '2026-09-30T16:00:00.000Z' }
    expect((await of('front')).freezes).toEqual(expect.arrayContaining([expect.objectContaining(holiday)]))
    expect((await of('settle')).freezes).toEqual([])
  })
})

describe('a change that succeeds', () => {
  let id: string
  it('is agreed to by another, holds its time against others, and starts only once every gate holds', async () => {
    const found = { title: '日切报错', rootCause: '序号溢出', workaround: '重跑' }
    const cause = await app.inTx(cast.engineer, (tx) => tx.create(problem, found))
    await app.inTx(cast.engineer, (tx) => tx.act(problem, cause.id, 'make-known'))
    id = await scheduled({ problem: cause.id })
    expect(await onlyState('problem')).toBe('fix-in-change')
    await checklistInForce()
    const other = await plan({ title: '结算库扩容', components: [ids['db']], versions: [] })
    expect(faultsIn((await engineer.post(at(other.id, 'assess'))).body)).toEqual(['clashReason gate-clash'])
    const same = await plan({ title: '再升级' })
    expect(faultsIn((await engineer.post(at(same.id, 'assess'))).body)).toEqual(['plannedStart gate-clash'])
    const refused = await engineer.post(at(id, 'start'), await signed(id))
    expect([refused.status, faultsIn(refused.body)]).toEqual([422, [' gate-backup']])
    await proven()
    expect((await engineer.get(at(id, 'standing'))).body.gates.every(({ is }: { is: string }) => is === 'holds')).toBe(
      true,
    )
    expect((await engineer.post(at(id, 'start'), await signed(id))).status).toBe(200)
    const begun = await read(id)
    expect(begun).toMatchObject({ state: 'in-progress', startedBy: cast.engineer.id, approvedBy: [cast.manager.id] })
    expect(begun.foundAtStart).toMatchObject({
      misfits: null,
      backups: [{ name: 'settle', takenAt: expect.any(String) }],
    })
    expect(await onlyState('maintenance_window')).toBe('under-way')
  })

  it('is verified by another once its run is signed and every test has passed', async () => {
    const early = await checker.post(at(id, 'verify'), await signed(id))
    expect(faultsIn(early.body)).toEqual(['tests.0 test-open'])
    const silent = await checker.post(at(id, 'record-test'), { test: 0, passed: false })
    expect(faultsIn(silent.body)).toEqual(['note required'])
    expect((await checker.post(at(id, 'record-test'), { test: 0, passed: true })).body).toEqual({ open: 0 })
    expect(faultsIn((await checker.post(at(id, 'verify'), await signed(id))).body)).toEqual(['run run-open'])
    await carriedOut(id, 'run')
    expect(faultsIn((await engineer.post(at(id, 'verify'), await signed(id))).body)).toEqual([' same-person'])
    expect((await checker.post(at(id, 'verify'), await signed(id))).status).toBe(200)
    expect(await version('settle')).toBe('1.1.0')
    expect(await onlyState('maintenance_window')).toBe('ended')
    expect(await read(id)).toMatchObject({
      former: [{ component: ids['settle'], from: '1.0.0', to: '1.1.0' }],
      workedIn: 'free',
    })
  })

  it('is closed when it has been watched for as long as it said, and its configuration is as it must be', async () => {
    const early = await engineer.post(at(id, 'close'), { review: '顺利' })
    expect(faultsIn(early.body)).toEqual([' watched'])
    app.clock.advance(2 * 3_600_000)
    const close = () => engineer.post(at(id, 'close'), { review: '顺利' })
    expect(faultsIn((await close()).body)).toEqual([' configuration-unchecked'])
    setTimeoutTo(30)
    await checkConfiguration()
    expect((await engineer.get(at(id, 'standing'))).body.configuration).toMatchObject([{ is: 'drifts' }])
    expect(faultsIn((await close()).body)).toEqual([' configuration-drifts'])
    setTimeoutTo(3)
    const [checklist] = await app.sql<{ id: string }>('select id from config_checklist')
    await engineer.post(`/api/config-checklists/${checklist?.id}/check`, {})
    await checkConfiguration()
    expect((await close()).status).toBe(200)
    expect(await onlyState('problem')).toBe('solved')
  })
})

describe('a change that fails', () => {
  it('is rolled back as a path of its own: its run aborted, the rollback run signed, its version as before', async () => {
    const id = await scheduled({ title: '结算再升级', versions: [{ component: ids['settle'], to: '1.2.0' }] })
    await engineer.post(at(id, 'start'), await signed(id))
    await engineer.post(at(id, 'record-test'), { test: 0, passed: false, note: '日切报错' })
    expect(faultsIn((await checker.post(at(id, 'verify'), await signed(id))).body)).toEqual(['tests.0 test-failed'])
    const back = await engineer.post(at(id, 'roll-back'), await signed(id, { rollbackReason: '日切失败' }))
    expect(back.status, JSON.stringify(back.body)).toBe(200)
    const { run: first, rollbackRun } = await read(id)
    expect((await engineer.get(`/api/runs/${first}`)).body.item.state).toBe('aborted')
    const open = await checker.post(at(id, 'finish-rollback'), await signed(id, { rollbackResult: '已恢复' }))
    expect(faultsIn(open.body)).toEqual(['run run-open'])
    expect(rollbackRun).not.toBeNull()
    await carriedOut(id, 'rollbackRun')
    const self = await engineer.post(at(id, 'finish-rollback'), await signed(id, { rollbackResult: '已恢复' }))
    expect(faultsIn(self.body)).toEqual([' same-person'])
    const done = await checker.post(at(id, 'finish-rollback'), await signed(id, { rollbackResult: '已恢复' }))
    expect(done.status).toBe(200)
    expect(await version('settle')).toBe('1.1.0')
  })
})

describe('an emergency', () => {
  it('starts at once, and is an alarm until another has approved it afterwards', async () => {
    const emergency = {
      kind: 'emergency',
      plannedStart: null,
      plannedEnd: null,
      rollbackRunbook: null,
      rollbackSteps: '装回',
    }
    const { id } = await plan({
      ...emergency,
      title: '紧急修复',
      versions: [],
      backupOf: [],
      noBackupReason: '只改配置',
    })
    expect(faultsIn((await engineer.post(at(id, 'assess'))).body)).toEqual(['kind emergency'])
    const started = await engineer.post(at(id, 'start-emergency'), await signed(id))
    expect(started.status, JSON.stringify(started.body)).toBe(200)
    const { approvalDueAt } = await read(id)
    expect(approvalDueAt).toBe(new Date(Date.parse(app.clock.now()) + 24 * 3_600_000).toISOString())
    await carriedOut(id, 'run')
    await checker.post(at(id, 'record-test'), { test: 0, passed: true })
    await checker.post(at(id, 'verify'), await signed(id))
    await checkConfiguration()
    app.clock.advance(25 * 3_600_000)
    const late = async () =>
      (await app.sql(`select state from alarm where key = $1 order by first_at desc`, [`late-approval:${id}`]))[0]?.[
        'state'
      ]
    for (let n = 0; n < 2; n++) await watchApprovals(app.engine, {} as never)
    expect(await late()).toBe('firing')
    expect(faultsIn((await engineer.post(at(id, 'close'), { review: '好' })).body)).toEqual([' not-approved'])
    expect((await manager.post(at(id, 'approve-afterwards'), await signed(id))).status).toBe(200)
    expect(await late()).toBe('resolved')
    expect((await read(id)).approvedBy).toEqual([cast.manager.id])
    expect((await engineer.post(at(id, 'close'), { review: '好' })).status).toBe(200)
  })
})

describe('looking over changes', () => {
  it('counts how they ended by month, and shows them by their windows', async () => {
    const { all, teams } = (await manager.get('/api/change-report?months=2')).body
    expect(all).toEqual({ total: 3, done: 2, rolledBack: 1, emergency: 1, standard: 0 })
    expect(teams).toMatchObject([{ id: null, total: 3 }])
    const { changes, sessions, tradingDays } = (await manager.get('/api/change-calendar?from=2026-11-23&to=2026-11-29'))
      .body
    expect(changes.map(({ title }: { title: string }) => title)).toContain('结算再升级')
    expect([sessions.length > 3, tradingDays.length]).toEqual([true, 5])
    expect((await manager.get('/api/change-calendar?from=2026-01-01&to=2026-12-31')).status).toBe(422)
  })

  it('is not for whoever has no part in the systems', async () => {
    const business: PersonActor = await app.person('business')
    const client = await app.as(business)
    expect((await client.get('/api/change-report')).status).toBe(403)
    expect((await client.get('/api/changes')).body.items).toEqual([])
  })
})
