import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { livingCopies } from '../../platform/copies.ts'
import { asSystem } from '../../record/actor.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { freshDatabase, type TestDatabase } from '../../testing/database.ts'
import { component } from '../operations/component/component.record.ts'
import { archiveJob } from './archive-job/archive-job.record.ts'
import { askForRun, carryOn } from './archive-run/server/run.ts'
import { mysql } from './archive-run/store/mysql.ts'
import { postgres } from './archive-run/store/postgres.ts'
import type { Dialect } from './archive-run/store/store.ts'
import { type Mariadb, startMariadb } from './restore-test/restore/mysql.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const system = asSystem('test')

let app: TestApp
let databases: TestDatabase[]
let mariadb: Mariadb
let folder: string
const places: Record<'postgres' | 'mysql', { source: Dialect; target: Dialect }> = {} as never

const known = (name: string, url: string) => {
  process.env[`TOUCHSTONE_TARGET_${name}`] = url
  return url
}

beforeAll(async () => {
  app = await testApp({ now: '2026-11-24T08:30:00.000Z' })
  databases = [await freshDatabase(), await freshDatabase()]
  const [one, two] = databases as [TestDatabase, TestDatabase]
  places.postgres = {
    source: await postgres(known('PG_PARTED', one.url)),
    target: await postgres(known('PG_PAST', two.url)),
  }
  folder = mkdtempSync(join(tmpdir(), 'touchstone-parted-'))
  chmodSync(folder, 0o755)
  mariadb = await startMariadb({ folder, left: () => 300_000 } as never)
  await mariadb.ask(['-e', 'create database parted; create database past'])
  const at = (name: string) => `mysql://root@localhost/${name}?socketPath=${join(folder, 'run', 'mariadb.sock')}`
  places.mysql = {
    source: await mysql(known('MY_PARTED', at('parted'))),
    target: await mysql(known('MY_PAST', at('past'))),
  }
}, 300_000)
afterAll(async () => {
  for (const { source, target } of Object.values(places)) await Promise.allSettled([source.close(), target.close()])
  await mariadb?.stop()
  await Promise.all(databases?.map((one) => one.drop()) ?? [])
  await app?.close()
  rmSync(folder, { recursive: true, force: true })
}, 120_000)
beforeEach(async () => {
  app.clock.set('2026-11-24T08:30:00.000Z')
  await app.renew()
})

const columns =
  'day int not null, id int not null, price numeric(12, 2) not null, note varchar(60), primary key (day, id)'
const months = [
  ['p202508', 20250801, 20250901],
  ['p202509', 20250901, 20251001],
  ['p202611', 20261101, 20261201],
] as const
const old = 30

/** Twelve deals of one August, eighteen of September, three of this month. */
async function seed(kind: 'postgres' | 'mysql') {
  const { source, target } = places[kind]
  for (const place of [source, target]) await place.run('drop table if exists deal')
  if (kind === 'postgres') {
    await source.run(`create table deal (${columns}) partition by range (day)`)
    for (const [name, from, to] of months)
      await source.run(`create table ${name} partition of deal for values from (${from}) to (${to})`)
    await source.run('create table rest partition of deal default')
  } else
    await source.run(`create table deal (${columns}) engine=InnoDB character set utf8mb4 partition by range (day) (
      ${months.map(([name, , to]) => `partition ${name} values less than (${to})`).join(', ')},
      partition rest values less than maxvalue)`)
  await target.run(`create table deal (${columns})${kind === 'mysql' ? ' engine=InnoDB character set utf8mb4' : ''}`)
  const day = (n: number) => (n < 12 ? 20250805 : n < old ? 20250909 : 20261123)
  const rows = Array.from({ length: old + 3 }, (_, n) => `(${day(n)}, ${n + 1}, ${n}.25, '第${n}笔')`)
  await source.run(`insert into deal values ${rows.join(', ')}`)
}
const all = async (place: Dialect) =>
  (await place.run('select * from deal order by day, id')).rows.map((row) => JSON.stringify(row))
const both = async (kind: 'postgres' | 'mysql') => ({
  source: await all(places[kind].source),
  target: await all(places[kind].target),
})
const partsOf = async (kind: 'postgres' | 'mysql') =>
  (
    await places[kind].source.run(
      kind === 'postgres'
        ? `select inhrelid::regclass::text from pg_inherits where inhparent = 'deal'::regclass order by 1`
        : `select partition_name from information_schema.partitions where table_schema = database() and table_name = 'deal' order by 1`,
    )
  ).rows.map(([name]) => name)

let job: string
async function jobOf(kind: 'postgres' | 'mysql', more: object = {}) {
  const [engineer, manager] = [await app.person('engineer'), await app.person('manager')]
  const { id: place } = await app.inTx(system, (tx) =>
    tx.create(component, { code: 'deals', name: '成交库', kind: 'database' }),
  )
  const short = kind === 'postgres' ? 'pg' : 'my'
  const made = await app.inTx(engineer, (tx) =>
    tx.create(archiveJob, {
      ...{ name: '成交按分区归档', component: place, owner: engineer.id, unit: 'partitions' },
      ...{ source: `${short}-parted`, target: `${short}-past`, table: 'deal', column: 'day', columnIs: 'date-number' },
      ...{ keepDays: 365, sums: ['price'], batchRows: 5, pauseMs: 0, windowFrom: '16:00', windowTo: '17:00' },
      ...more,
    }),
  )
  await app.inTx(manager, (tx) => tx.act(archiveJob, made.id, 'approve'), true)
  await app.inTx(engineer, (tx) => tx.act(archiveJob, made.id, 'activate'))
  job = made.id
}
const begin = (dry = false) =>
  app.inTx(system, async (tx) => (await askForRun(tx, await tx.lock(archiveJob, job), dry)).id)
const newest = async () => (await app.engine.db.selectFrom('archiveRun').selectAll().orderBy('id').execute()).at(-1)

/** A server of its own, which is killed at a point of the run. */
async function killedAt(run: string, point: string) {
  const program = join(import.meta.dirname, 'archive-run', 'server', 'archive-server.testing.ts')
  const server = spawn(process.execPath, ['--import', 'tsx', program, app.url, run, point, app.clock.now()], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [, signal] = await once(server, 'exit')
  expect(signal, JSON.stringify(await newest())).toBe('SIGKILL')
  const { copy } = (await newest()) as { copy: number }
  while ((await livingCopies(app.engine.db)).includes(copy));
}

describe.each(['postgres', 'mysql'] as const)('whole partitions of %s', (kind) => {
  it('move with nothing lost or doubled though the server is killed at every phase', async () => {
    await seed(kind)
    const whole = await all(places[kind].source)
    await jobOf(kind)
    const run = await begin()
    for (const point of ['chosen', 'copied', 'proven', 'removing', 'left', 'removed']) {
      await killedAt(run, point)
      const { source, target } = await both(kind)
      expect([...new Set([...source, ...target])].sort(), point).toEqual([...whole].sort())
    }
    await carryOn(app.engine, run)
    const { source, target } = await both(kind)
    expect([source, target]).toEqual([whole.slice(old), whole.slice(0, old)])
    expect(await partsOf(kind)).toEqual(['p202611', 'rest'])
    const done = { state: 'done', total: old, copied: old, removed: old, kept: 0, batches: 2 }
    expect(await newest()).toMatchObject({ ...done, partitions: 'p202508\np202509' })
  }, 400_000)

  it('stay whole where rows came late, and go with the next run', async () => {
    await seed(kind)
    await jobOf(kind)
    const { source } = places[kind]
    let came = false
    await carryOn(app.engine, await begin(), {
      reached: async (point) => {
        if (point !== 'removing' || came) return
        came = true
        await source.run(`insert into deal values (20250831, 99, 1.5, '补录')`)
      },
    })
    expect(await newest()).toMatchObject({ state: 'done', removed: 0, kept: 12 })
    expect(await partsOf(kind)).toContain('p202508')
    const { source: left, target: moved } = await both(kind)
    expect([left.length, moved.length]).toEqual([old + 4, 0])
    await carryOn(app.engine, await begin())
    expect(await newest()).toMatchObject({ state: 'done', removed: old + 1, kept: 0 })
    const after = await both(kind)
    expect([after.source.length, after.target.length]).toEqual([3, old + 1])
  }, 120_000)

  it('are named by a dry run, which moves nothing', async () => {
    await seed(kind)
    await jobOf(kind)
    const before = await both(kind)
    await carryOn(app.engine, await begin(true))
    const found = { state: 'done', total: old, oldest: '20250805', newest: '20250909', partitions: 'p202508\np202509' }
    expect(await newest()).toMatchObject(found)
    expect(await both(kind)).toEqual(before)
  }, 60_000)

  it('do not move where the archive has rows of their range, or the table is parted by something else', async () => {
    await seed(kind)
    await jobOf(kind)
    await places[kind].target.run(`insert into deal values (20250810, 500, 1, '别人的')`)
    const before = await both(kind)
    await carryOn(app.engine, await begin())
    expect(await newest()).toMatchObject({ state: 'failed', whyEn: expect.stringMatching(/p202508 already/) })
    expect(await both(kind)).toEqual(before)
    await app.inTx(system, (tx) => tx.update(archiveJob, job, { column: 'id' }))
    await carryOn(app.engine, await begin())
    expect(await newest()).toMatchObject({ state: 'failed', whyEn: expect.stringMatching(/not partitioned by ranges/) })
  }, 60_000)

  it('go on behind the last key when their hours end in the middle', async () => {
    await seed(kind)
    await jobOf(kind)
    const run = await begin()
    let asked = 0
    await carryOn(app.engine, run, { leaves: () => ++asked >= 4 })
    expect(await newest()).toMatchObject({ state: 'waiting', removed: 0 })
    expect((await both(kind)).target.length).toBeGreaterThan(0)
    await carryOn(app.engine, run)
    expect(await newest()).toMatchObject({ state: 'done', removed: old })
    expect((await both(kind)).target.length).toBe(old)
  }, 60_000)
})
