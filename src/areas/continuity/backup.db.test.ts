import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { touchstone } from '../../app/cli/touchstone.ts'
import { keepSecret, keptOf } from '../../platform/secret.ts'
import { asSystem } from '../../record/actor.ts'
import { type Client, type TestApp, testApp } from '../../testing/app.ts'
import { component } from '../operations/component/component.record.ts'
import { backupPlan } from './backup-plan/backup-plan.record.ts'
import { tickBackups } from './backup-run/server/keep.ts'
import { lookForBackups } from './backup-run/server/look.task.ts'
import { provenBackups } from './continuity.api.ts'
import { planInForce } from './continuity.testing.ts'
import { restoreTest } from './restore-test/restore-test.record.ts'
import { restoreTasks } from './restore-test/server/test.task.ts'

let app: TestApp
let engineer: Client
let folder: string
const token = 'tsb_a-token-of-the-plan'

beforeAll(async () => {
  // Half past four in Shanghai, between the sessions; the plan is due at five.
  app = await testApp({ now: '2026-11-24T08:30:00.000Z' })
  folder = mkdtempSync(join(tmpdir(), 'touchstone-plans-'))
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

let plan: string
let place: string
beforeEach(async () => {
  await app.renew()
  engineer = await app.as(await app.person('engineer'))
  place = (
    await app.inTx(asSystem('test'), (tx) => tx.create(component, { code: 'settle', name: '结算', kind: 'database' }))
  ).id
  plan = await planInForce(app, place, folder, { totals: [{ name: 'deals', of: 'deals.csv#lines', check: 'same' }] })
  await app.inTx(asSystem('test'), (tx) => keepSecret(tx, backupPlan, plan, keptOf(token)))
})

const report = (body: object, by = token) =>
  app.anyone.post('/api/intake/backup', body, { authorization: `Bearer ${by}` })
const read = async () => (await engineer.get(`/api/backup-plans/${plan}`)).body.item
const runs = () =>
  app.sql<{ state: string; finding: string | null; due: boolean }>(
    'select state, finding, due_at is not null as due from backup_run order by id',
  )
const alarms = async () =>
  (
    await app.sql<{ key: string }>(
      `select split_part(key, ':', 3) as key from alarm where state <> 'resolved' order by 1`,
    )
  ).map(({ key }) => key)
const tick = () => tickBackups(app.engine)
const minutes = (n: number) => app.clock.advance(n * 60_000)

let drawn = 0
/** A copy of a day, as its program reports it. */
function copy(deals: number, more: object = {}) {
  const name = `copy-${++drawn}.tar`
  const from = join(folder, `of-${drawn}`)
  mkdirSync(from)
  writeFileSync(join(from, 'deals.csv'), Array.from({ length: deals }, (_, n) => `${drawn},${n}\n`).join(''))
  execFileSync('tar', ['-cf', join(folder, name), '-C', from, '.'])
  const bytes = readFileSync(join(folder, name))
  const now = app.clock.now()
  return {
    ...{ key: `run-${drawn}-of-it`, startedAt: now, endedAt: now, exitCode: 0, location: name, bytes: bytes.length },
    sha256: createHash('sha256').update(bytes).digest('hex'),
    totals: [{ name: 'deals', value: String(deals) }],
    ...more,
  }
}

describe('a run', () => {
  it('is taken when it begins and when it is over, and said again changes nothing', async () => {
    const whole = copy(3)
    const { key, startedAt } = whole
    expect((await report({ key, startedAt })).body).toMatchObject({ state: 'running', finding: null })
    const over = await report(whole)
    expect(over.body).toMatchObject({ state: 'succeeded', finding: 'good' })
    const before = await app.sql('select version from backup_run')
    expect((await report(whole)).body).toMatchObject({ run: over.body.run, state: 'succeeded' })
    expect((await report({ key, startedAt })).body).toMatchObject({ run: over.body.run, state: 'succeeded' })
    expect(await app.sql('select version from backup_run')).toEqual(before)
    expect(await read()).toMatchObject({ standing: 'good', lastGoodAt: startedAt })
  })

  it('is refused without the plan’s token, from the future, and with all its faults at once', async () => {
    expect((await report(copy(1), 'tsb_another')).status).toBe(401)
    expect((await report(copy(1, { startedAt: '2026-11-24T09:30:00.000Z', endedAt: undefined }))).status).toBe(422)
    const wrong = await report({ key: 'short', startedAt: 'today', sha256: 'x' })
    expect(wrong.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['key', 'sha256', 'startedAt'])
    expect(await runs()).toEqual([])
  })

  it('is never typed', async () => {
    expect((await engineer.post('/api/backup-runs', {})).status).toBe(403)
  })

  it('is judged by those before it, and an alarm until a good one comes', async () => {
    for (let n = 0; n < 3; n++) {
      await report(copy(2_000 + n))
      minutes(1)
    }
    await report(copy(40))
    expect([await alarms(), (await read()).standing]).toEqual([['size'], 'shrunken'])
    minutes(1)
    await report(copy(9_000))
    expect((await read()).standing).toBe('grown')
    minutes(1)
    await report(copy(0, { bytes: 0 }))
    expect([await alarms(), (await read()).standing]).toEqual([['failed', 'size'], 'empty'])
    minutes(1)
    await report(copy(2_000, { exitCode: 2, note: 'tar: disk full' }))
    expect((await read()).standing).toBe('failed')
    minutes(1)
    const good = copy(2_005)
    await report(good)
    expect([await alarms(), (await read()).standing]).toEqual([[], 'good'])
    minutes(1)
    await report({ ...copy(2_006), sha256: good.sha256 })
    expect([await alarms(), (await read()).standing]).toEqual([['unchanged'], 'unchanged'])
  })

  it('that comes late, of a time before one that is known, moves nothing', async () => {
    const early = copy(5, { exitCode: 1 })
    minutes(5)
    await report(copy(6))
    await report(early)
    expect([await alarms(), (await read()).standing]).toEqual([[], 'good'])
  })

  it('is found in the folder where nobody reports it, once it is written to no more', async () => {
    const { location, bytes } = copy(7)
    await app.sql(`update backup_plan set settings = settings || jsonb_build_object('watch', $1::text)`, [
      location.replace('copy-', '*'),
    ])
    const at = new Date(app.clock.now())
    utimesSync(join(folder, location), at, at)
    await lookForBackups(app.engine, {} as never)
    expect(await runs()).toEqual([])
    minutes(2)
    await lookForBackups(app.engine, {} as never)
    await lookForBackups(app.engine, {} as never)
    expect(await app.sql('select state, reported_by, bytes, location from backup_run')).toEqual([
      { state: 'succeeded', reported_by: 'folder', bytes, location },
    ])
    expect(statSync(join(folder, location)).size).toBe(bytes)
  })
})

describe('the wrapper', () => {
  let home: string
  let server: string
  beforeAll(async () => {
    await app.http.listen({ host: '127.0.0.1', port: 0 })
    server = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`
  })
  beforeEach(() => {
    home = mkdtempSync(join(folder, 'home-'))
    app.clock.set(new Date().toISOString())
  })
  const wrap = (...words: string[]) =>
    touchstone(['backup-run', '--plan', 'BPL-1', ...words], {
      ...process.env,
      TOUCHSTONE_HOME: home,
      DATABASE_URL: app.url,
    })
  const first = () => ['--server', server, '--token', token]

  it('runs a command and says what it left, with the exit code of the command', async () => {
    const file = join(folder, 'wrapped.tar')
    const script = `echo saved; echo deals > ${file}`
    expect(await wrap(...first(), '--file', file, '--total', 'deals=3', '--', 'sh', '-c', script)).toBe(0)
    const digest = createHash('sha256').update('deals\n').digest('hex')
    expect(await app.sql('select state, finding, location, bytes, sha256, totals, note from backup_run')).toEqual([
      {
        ...{ state: 'succeeded', finding: 'good', location: 'wrapped.tar', bytes: 6, sha256: digest, note: 'saved' },
        totals: [{ name: 'deals', value: '3' }],
      },
    ])
    expect(await wrap('--file', file, '--', 'sh', '-c', 'exit 3')).toBe(3)
    expect((await runs())[1]).toMatchObject({ state: 'failed', finding: 'failed' })
  })

  it('finds a copy that was not written, and one that was left from before', async () => {
    const file = join(folder, 'stale.tar')
    expect(await wrap(...first(), '--file', file, '--', 'true')).toBe(0)
    writeFileSync(file, 'yesterday')
    utimesSync(file, new Date('2026-11-23T00:00:00Z'), new Date('2026-11-23T00:00:00Z'))
    expect(await wrap('--file', file, '--', 'true')).toBe(0)
    expect((await runs()).map(({ finding }) => finding)).toEqual(['empty', 'unchanged'])
  })

  it('knows the snapshot that restic names', async () => {
    expect(await wrap(...first(), '--', 'echo', 'snapshot 40dc1520 saved')).toBe(0)
    expect(await app.sql('select location from backup_run')).toEqual([{ location: '40dc1520' }])
  })

  it('keeps what it could not tell while it was cut off, and tells it once it can', async () => {
    const file = join(folder, 'cut-off.tar')
    const nowhere = ['--server', 'http://127.0.0.1:9', '--token', token]
    expect(await wrap(...nowhere, '--file', file, '--', 'sh', '-c', `echo x > ${file}`)).toBe(0)
    expect(await runs()).toEqual([])
    await expect(wrap()).resolves.toBe(1)
    expect(await wrap(...first())).toBe(0)
    expect(await runs()).toMatchObject([{ state: 'succeeded', finding: 'good' }])
    expect(await wrap()).toBe(0)
  })
})

describe('a plan in force', () => {
  it('expects its runs, misses what does not come, and takes over what was cut off when it comes after all', async () => {
    minutes(31)
    await tick()
    await tick()
    expect(await runs()).toEqual([{ state: 'expected', finding: null, due: true }])
    const late = copy(3)
    minutes(60)
    await tick()
    expect([await runs(), await alarms(), (await read()).standing]).toEqual([
      ...[[{ state: 'missed', finding: null, due: true }], ['missing'], 'missing'],
    ])
    await report(late)
    expect([await runs(), await alarms()]).toEqual([[{ state: 'succeeded', finding: 'good', due: true }], []])
  })

  it('counts a run that was early, and no other for it', async () => {
    minutes(20)
    await report(copy(3))
    minutes(11)
    await tick()
    expect(await runs()).toEqual([{ state: 'succeeded', finding: 'good', due: true }])
  })

  it('tells once of a run that takes too long, and gives it up a day later', async () => {
    const { key, startedAt } = copy(3)
    await report({ key, startedAt })
    minutes(241)
    await tick()
    await tick()
    expect(await app.sql(`select events from alarm where key like '%:late'`)).toEqual([{ events: 1 }])
    minutes(1_440)
    await tick()
    expect((await runs())[0]).toMatchObject({ state: 'failed', finding: 'failed' })
    expect(await alarms()).not.toContain('late')
  })

  it('is followed no more once it has ended', async () => {
    await report(copy(3, { exitCode: 1 }))
    expect(await alarms()).toEqual(['failed'])
    const { version } = await read()
    await app.inTx(await app.person('manager'), (tx) => tx.act(backupPlan, plan, 'end', {}, version))
    minutes(2_000)
    await tick()
    expect([await alarms(), (await runs()).length]).toEqual([[], 1])
    expect((await report(copy(3))).status).toBe(409)
  })
})

describe('a restore test', () => {
  const tests = () =>
    app.sql<{ id: string; state: string; why_en: string | null }>(
      'select id, state, why_en from restore_test order by id',
    )
  const work = async () => {
    const rows = await tests()
    for (const { id } of rows) await restoreTasks['restore-backup'](app.engine, { id } as never)
    return tests()
  }

  it('is asked for, really restores, and is what a change may rest on', async () => {
    const { startedAt } = copy(0)
    expect((await engineer.post(`/api/backup-plans/${plan}/test-restore`)).status).toBe(409)
    await report(copy(3))
    expect((await engineer.post(`/api/backup-plans/${plan}/test-restore`)).status).toBe(200)
    expect((await engineer.post(`/api/backup-plans/${plan}/test-restore`)).status).toBe(409)
    expect(await provenBackups(app.engine.db, [place])).toEqual([{ name: '结算', takenAt: null, proof: null }])
    expect(await work()).toMatchObject([{ state: 'proven', why_en: null }])
    const [proven] = await provenBackups(app.engine.db, [place])
    expect(proven?.takenAt).toBe(startedAt)
    expect((await read()).provenAt).toBe(app.clock.now())
    const { body } = await engineer.get(`/api/backup-plans/${plan}/standing`)
    expect(body.runs).toMatchObject([{ state: 'succeeded', finding: 'good', test: 'proven' }])
    expect(body.proven.number).toBe(proven?.proof)
  })

  it('fails with what was wrong, is an alarm, and goes when a later copy is proven', async () => {
    await report(copy(3, { totals: [{ name: 'deals', value: '4' }] }))
    await tick()
    expect(await work()).toMatchObject([
      { state: 'failed', why_en: 'It is not what was saved: deals should be 4 and is 3.' },
    ])
    expect([await alarms(), (await read()).provenAt, (await read()).proof]).toEqual([['restore'], null, 'failed'])
    await tick()
    expect((await tests()).length).toBe(1)
    minutes(1)
    await report(copy(4))
    await tick()
    expect((await work()).map(({ state }) => state)).toEqual(['failed', 'proven'])
    expect(await alarms()).toEqual([])
  })

  it('ends as failed and never as proven where its server died in the middle', async () => {
    await report(copy(3))
    await tick()
    const [{ id } = { id: '' }] = await tests()
    await app.inTx(asSystem('test'), (tx) => tx.act(restoreTest, id, 'begin', { startedAt: tx.now, copy: 999_999 }))
    await tick()
    expect(await tests()).toMatchObject([{ state: 'failed', why_en: expect.stringContaining('nothing is proven') }])
    expect(await work()).toMatchObject([{ state: 'failed' }])
    expect([await alarms(), (await read()).provenAt]).toEqual([['restore'], null])
  })

  it('is begun by itself when it is time, outside of trading, and told of when it is overdue', async () => {
    await report(copy(3))
    await tick()
    await work()
    minutes(29 * 1_440)
    await report(copy(3))
    await tick()
    expect((await tests()).length).toBe(1)
    // 10:00 in Shanghai, a month later: the market is open.
    app.clock.set('2026-12-25T02:00:00.000Z')
    await tick()
    expect((await tests()).length).toBe(1)
    expect(await alarms()).toContain('missing')
    app.clock.set('2026-12-25T08:30:00.000Z')
    await tick()
    expect((await tests()).map(({ state }) => state)).toEqual(['proven', 'waiting'])
    expect(await alarms()).toContain('untested')
    await work()
    expect(await alarms()).not.toContain('untested')
  })
})
