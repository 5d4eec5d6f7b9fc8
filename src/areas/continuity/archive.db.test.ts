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
import type {} from './archive-run/server/archive-server.testing.ts'
import { tickArchives } from './archive-run/server/keep.ts'
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
/** The two places of each kind. */
const places: Record<'postgres' | 'mysql', { source: Dialect; target: Dialect }> = {} as never

const known = (name: string, url: string) => {
  process.env[`TOUCHSTONE_TARGET_${name}`] = url
  return url
}

beforeAll(async () => {
  // Half past four in Shanghai.
  app = await testApp({ now: '2026-11-24T08:30:00.000Z' })
  databases = [await freshDatabase(), await freshDatabase()]
  const [one, two] = databases as [TestDatabase, TestDatabase]
  places.postgres = {
    source: await postgres(known('PG_TRADING', one.url)),
    target: await postgres(known('PG_HISTORY', two.url)),
  }
  folder = mkdtempSync(join(tmpdir(), 'touchstone-archive-'))
  chmodSync(folder, 0o755)
  mariadb = await startMariadb({ folder, left: () => 300_000 } as never)
  await mariadb.ask(['-e', 'create database trading; create database history'])
  const at = (name: string) => `mysql://root@localhost/${name}?socketPath=${join(folder, 'run', 'mariadb.sock')}`
  places.mysql = {
    source: await mysql(known('MY_TRADING', at('trading'))),
    target: await mysql(known('MY_HISTORY', at('history'))),
  }
}, 300_000)
afterAll(async () => {
  for (const { source, target } of Object.values(places)) await Promise.allSettled([source.close(), target.close()])
  await mariadb?.stop()
  await Promise.all(databases?.map((one) => one.drop()) ?? [])
  await app?.close()
  rmSync(folder, { recursive: true, force: true })
}, 120_000)

const tables = {
  postgres: `create table deal (day int not null, id bigint not null, at timestamptz, price numeric(12, 4) not null, note text, raw bytea,
    tags text[], ratio real, primary key (day, id))`,
  mysql: `create table deal (day int not null, id bigint not null, at timestamp(6) null, price decimal(12, 4) not null, note varchar(60),
    raw varbinary(20), tags json, ratio float, primary key (day, id)) engine=InnoDB character set utf8mb4`,
}
const value = {
  postgres: (n: number) =>
    `'2025-01-01 00:00:00.123456+00', ${n}.25, 'it''s \\ 第${n}笔', '\\x00ff', '{a,"b c"}', 0.1234567`,
  mysql: (n: number) =>
    `'2025-01-01 00:00:00.123456', ${n}.25, 'it''s \\\\ 第${n}笔', x'00ff', '{"a": [1, 2]}', 0.1234567`,
}

const old = 25
/** So many deals of a day that is long past, and three of yesterday. */
async function seed(kind: 'postgres' | 'mysql') {
  const { source, target } = places[kind]
  for (const place of [source, target]) {
    await place.run('drop table if exists deal')
    await place.run(tables[kind])
  }
  const rows = Array.from(
    { length: old + 3 },
    (_, n) => `(${n < old ? 20250101 : 20261123}, ${n + 1}, ${value[kind](n)})`,
  )
  await source.run(`insert into deal values ${rows.join(', ')}`)
}
const all = async (place: Dialect) =>
  (await place.run('select * from deal order by day, id')).rows.map((row) => JSON.stringify(row))
const both = async (kind: 'postgres' | 'mysql') => ({
  source: await all(places[kind].source),
  target: await all(places[kind].target),
})

let job: string
async function jobOf(kind: 'postgres' | 'mysql', more: object = {}) {
  const [engineer, manager] = [await app.person('engineer'), await app.person('manager')]
  const { id: place } = await app.inTx(system, (tx) =>
    tx.create(component, { code: 'deals', name: '成交库', kind: 'database' }),
  )
  const short = kind === 'postgres' ? 'pg' : 'my'
  const made = await app.inTx(engineer, (tx) =>
    tx.create(archiveJob, {
      ...{
        name: '成交归档',
        component: place,
        owner: engineer.id,
        source: `${short}-trading`,
        target: `${short}-history`,
      },
      ...{
        table: 'deal',
        column: 'day',
        columnIs: 'date-number',
        keepDays: 30,
        sums: ['price'],
        batchRows: 10,
        pauseMs: 0,
      },
      ...{ windowFrom: '16:00', windowTo: '17:00' },
      ...more,
    }),
  )
  await app.inTx(manager, (tx) => tx.act(archiveJob, made.id, 'approve'), true)
  await app.inTx(engineer, (tx) => tx.act(archiveJob, made.id, 'activate'))
  job = made.id
}
const begin = (dry = false) =>
  app.inTx(system, async (tx) => (await askForRun(tx, await tx.lock(archiveJob, job), dry)).id)
const runs = () => app.engine.db.selectFrom('archiveRun').selectAll().orderBy('id').execute()
const newest = async () => (await runs()).at(-1)
const alarms = () => app.sql(`select 1 from alarm where key = $1 and state <> 'resolved'`, [`archive:${job}`])

beforeEach(async () => {
  app.clock.set('2026-11-24T08:30:00.000Z')
  await app.renew()
})

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

describe.each(['postgres', 'mysql'] as const)('of %s', (kind) => {
  it('nothing is lost or doubled though the server is killed at every point', async () => {
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
    expect(source).toEqual(whole.slice(old))
    expect(target).toEqual(whole.slice(0, old))
    expect(await newest()).toMatchObject({ state: 'done', total: old, copied: old, removed: old, kept: 0, batches: 3 })
    const [entries] = await app.sql(
      `select count(*)::int as n from journal where record = 'archive-run' and changes ? 'phase'`,
    )
    // Of three batches five phases each, of which none was written twice.
    expect(entries).toEqual({ n: 15 })
  }, 400_000)

  it('a row that changed after it was copied stays, and its copy is taken back', async () => {
    await seed(kind)
    await jobOf(kind)
    const { source } = places[kind]
    const id3 = (rows: string[]) =>
      rows
        .map((row) => JSON.parse(row))
        .filter((row) => row[1] === '3')
        .map((row) => row[3])
    const seen: unknown[] = []
    await carryOn(app.engine, await begin(), {
      reached: async (point) => {
        if (seen.length > 0) return
        if (point === 'proven') await source.run('update deal set price = 9999 where id = 3')
        if (point !== 'removed') return
        const { source: left, target: moved } = await both(kind)
        seen.push(id3(left), id3(moved), left.length, moved.length)
      },
    })
    expect(seen).toEqual([['9999.0000'], [], old + 3 - 9, 9])
    // As it is now it is old enough, and moves with the next batch.
    expect(await newest()).toMatchObject({ state: 'done', removed: old, kept: 1 })
    const { source: left, target: moved } = await both(kind)
    expect([id3(left), id3(moved), left.length, moved.length]).toEqual([[], ['9999.0000'], 3, old])
  }, 120_000)

  it('sums that differ stop it with a reason and an alarm, and nothing leaves', async () => {
    await seed(kind)
    await jobOf(kind)
    const { source, target } = places[kind]
    if (kind === 'postgres') {
      await target.run(`create or replace function cheaper() returns trigger language plpgsql as
        $$ begin if new.id = 7 then new.price := new.price - 0.01; end if; return new; end $$`)
      await target.run('create trigger cheaper before insert on deal for each row execute function cheaper()')
    } else
      await target.run('create trigger cheaper before insert on deal for each row set new.price = new.price - 0.01')
    const whole = await all(source)
    await carryOn(app.engine, await begin())
    expect(await newest()).toMatchObject({
      state: 'failed',
      whyEn: expect.stringMatching(/sums of price differ/),
      removed: 0,
    })
    expect(await all(source)).toEqual(whole)
    expect(await alarms()).toHaveLength(1)

    await target.run(kind === 'postgres' ? 'drop trigger cheaper on deal' : 'drop trigger cheaper')
    await carryOn(app.engine, await begin())
    expect(await newest()).toMatchObject({ state: 'done', removed: old })
    expect(await all(target)).toEqual(whole.slice(0, old))
    expect(await alarms()).toHaveLength(0)
  }, 120_000)

  it('tried dry it says what would move, and moves nothing', async () => {
    await seed(kind)
    await jobOf(kind)
    const before = await both(kind)
    await carryOn(app.engine, await begin(true))
    expect(await newest()).toMatchObject({
      state: 'done',
      total: old,
      oldest: '20250101',
      newest: '20250101',
      removed: 0,
    })
    expect((await newest())?.bytes).toBeGreaterThan(0)
    expect(await both(kind)).toEqual(before)
  }, 60_000)

  it('a row that goes from the source after it was chosen is no row of the batch', async () => {
    await seed(kind)
    await jobOf(kind)
    const { source, target } = places[kind]
    let went = false
    // As where another job has moved it: what is there then is not taken away.
    await carryOn(app.engine, await begin(), {
      reached: async (point) => {
        if (point !== 'chosen' || went) return
        went = true
        await target.run(`insert into deal values (20250101, 2, ${value[kind](1)})`)
        await source.run('delete from deal where id = 2')
      },
    })
    expect(await newest()).toMatchObject({ state: 'done', removed: old - 1 })
    expect(await all(target)).toHaveLength(old)
    expect(await all(source)).toHaveLength(3)
  }, 60_000)

  it('what is there already is not written over', async () => {
    await seed(kind)
    await jobOf(kind)
    const { target } = places[kind]
    await target.run(`insert into deal values (20250101, 4, ${value[kind](1)})`)
    const before = await both(kind)
    await carryOn(app.engine, await begin())
    expect(await newest()).toMatchObject({ state: 'failed', whyEn: expect.stringMatching(/20250101.*already/) })
    expect(await both(kind)).toEqual(before)
  }, 60_000)

  it('a table that others hang on, or that differs, is not touched', async () => {
    await seed(kind)
    await jobOf(kind, { column: 'when' })
    const { source, target } = places[kind]
    await source.run(
      `create table part (day int, id bigint, foreign key (day, id) references deal (day, id) on delete cascade)`,
    )
    await target.run('alter table deal drop column note')
    await carryOn(app.engine, await begin())
    await source.run('drop table part')
    expect((await newest())?.whyEn).toMatch(/change other tables.*differ between the two.*no column when/)
    expect(await all(source)).toHaveLength(old + 3)
  }, 60_000)
})

describe('a run', () => {
  it('begins by itself in its hours, rests when they are over, and goes on in the next', async () => {
    await seed('postgres')
    await jobOf('postgres')
    app.clock.set('2026-11-24T09:00:00.000Z')
    await tickArchives(app.engine)
    expect(await runs()).toEqual([])
    app.clock.set('2026-11-24T08:59:00.000Z')
    const [id] = (await tickArchives(app.engine)) as [string]
    expect(await tickArchives(app.engine)).toEqual([id])
    expect(await runs()).toHaveLength(1)
    await carryOn(app.engine, id, {
      reached: (point) => {
        if (point === 'removed') app.clock.set('2026-11-24T09:00:00.000Z')
      },
    })
    expect(await newest()).toMatchObject({ state: 'waiting', removed: 10 })
    expect(await tickArchives(app.engine)).toEqual([])
    app.clock.set('2026-11-25T08:01:00.000Z')
    expect(await tickArchives(app.engine)).toEqual([id])
    await carryOn(app.engine, id, { leaves: () => true })
    expect(await newest()).toMatchObject({ state: 'waiting', removed: 10 })
    await carryOn(app.engine, id)
    expect(await newest()).toMatchObject({ state: 'done', removed: old })
  }, 60_000)

  it('stops between batches when asked', async () => {
    await seed('postgres')
    await jobOf('postgres')
    const id = await begin()
    const operator = await app.as(await app.person('operator'))
    expect((await operator.post(`/api/archive-runs/${id}/ask-stop`, {})).body).toMatchObject({ stopAsked: true })
    expect(await newest()).toMatchObject({ state: 'stopped' })
    expect((await both('postgres')).target).toEqual([])
  })

  it('is neither begun outside of its hours nor beside another', async () => {
    await jobOf('postgres')
    const engineer = await app.as(await app.person('engineer'))
    const now = () => engineer.post(`/api/archive-jobs/${job}/run-now`, {})
    app.clock.set('2026-11-24T10:00:00.000Z')
    expect(await now()).toMatchObject({ status: 409, body: { code: 'wrong-state' } })
    app.clock.set('2026-11-24T08:30:00.000Z')
    expect((await now()).status).toBe(200)
    expect(await now()).toMatchObject({ status: 409, body: { code: 'wrong-state' } })
  })
})

it('nobody approves what they drew up or changed last', async () => {
  const manager = await app.person('manager')
  const { id: place } = await app.inTx(system, (tx) =>
    tx.create(component, { code: 'deals', name: '成交库', kind: 'database' }),
  )
  const { id } = await app.inTx(await app.person('engineer'), (tx) =>
    tx.create(archiveJob, {
      ...{
        name: '归档',
        component: place,
        owner: manager.id,
        source: 'a',
        target: 'b',
        table: 'deal',
        column: 'day',
        keepDays: 30,
      },
    }),
  )
  await app.inTx(manager, (tx) => tx.update(archiveJob, id, { keepDays: 1 }))
  await expect(app.inTx(manager, (tx) => tx.act(archiveJob, id, 'approve'), true)).rejects.toMatchObject({
    code: 'same-person',
  })
})
