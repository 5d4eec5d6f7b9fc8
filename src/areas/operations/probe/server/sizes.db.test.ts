import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../../testing/app.ts'
import { freshDatabase, type TestDatabase } from '../../../../testing/database.ts'
import { type Mariadb, startMariadb } from '../../../continuity/restore-test/restore/mysql.ts'
import { makeComponent, makeProbe } from '../../testing/watching.ts'
import { databaseSettings } from '../kinds/network.settings.ts'
import { sizesOf } from './checks/database.ts'
import { observe } from './checks/observe.ts'
import { rollUpHours } from './hours.task.ts'
import { ensureDays, keepReadings } from './results.ts'
import { noteSizes } from './sizes.task.ts'

let app: TestApp
let operator: Client
let watched: TestDatabase
let mariadb: Mariadb
let folder: string

beforeAll(async () => {
  app = await testApp({ now: '2026-11-24T00:30:00.000Z' })
  operator = await app.as(await app.person('operator'))
  watched = await freshDatabase()
  process.env['TOUCHSTONE_TARGET_GROWING'] = watched.url
  const client = new pg.Client(watched.url)
  await client.connect()
  await client.query(`create table deal (day int, note text) partition by list (day);
    create table deal_1 partition of deal for values in (1); create table deal_2 partition of deal for values in (2);
    create table quote (n int, note text);
    insert into deal select 1 + n % 2, repeat('x', 500) from generate_series(1, 20000) n;
    insert into quote select n, repeat('x', 500) from generate_series(1, 2000) n`)
  await client.end()
  folder = mkdtempSync(join(tmpdir(), 'touchstone-sizes-'))
  chmodSync(folder, 0o755)
  mariadb = await startMariadb({ folder, left: () => 300_000 } as never)
  await mariadb.ask(['-e', 'create database trading; create table trading.deal (n int primary key, note varchar(200))'])
  const at = `mysql://root@localhost/trading?socketPath=${join(folder, 'run', 'mariadb.sock')}`
  process.env['TOUCHSTONE_TARGET_GROWING_MY'] = at
}, 300_000)
afterAll(async () => {
  await mariadb?.stop()
  rmSync(folder, { recursive: true, force: true })
  await watched?.drop()
  await app?.close()
}, 120_000)

const target = (name: string) => process.env[`TOUCHSTONE_TARGET_${name.toUpperCase().replace('-', '_')}`] ?? null
const settingsOf = (more: object) => databaseSettings.parse({ kind: 'database', target: 'growing', ...more })
const ask = (more: object) =>
  sizesOf(settingsOf(more), { signal: AbortSignal.timeout(20_000), limitMs: 20_000, target })
const seen = async (more: object) => {
  const settings = settingsOf({ timeoutMs: 20_000, ...more })
  const { outcome, value, note } = await observe(settings, { intervalMs: 60_000, now: Date.now(), target })
  return { outcome, value, note }
}

it('reads what a database and its largest tables take, partitions with their table, and what is left', async () => {
  const found = await ask({ quotaMb: 1_000, tables: 2 })
  if (!('bytes' in found)) throw new Error(found.note)
  expect(found.tables.map(({ name }) => name)).toEqual(['public.deal', 'public.quote'])
  expect(found.tables[0]?.bytes).toBeGreaterThan(20_000 * 500)
  expect(found.left).toBe(1e9 - found.bytes)
  const onDisk = await ask({ path: tmpdir() })
  expect('left' in onDisk && onDisk.left !== null && onDisk.left > 0).toBe(true)
})

it('reads the same of MySQL and MariaDB', async () => {
  const found = await ask({ target: 'growing-my', quotaMb: 10 })
  expect(found).toMatchObject({ tables: [{ name: 'trading.deal' }] })
  expect('bytes' in found && found.bytes > 0).toBe(true)
})

it('is judged by what is left, in MB', async () => {
  const { outcome, value } = await seen({ quotaMb: 1_000, warnLeftPercent: 5 })
  expect([outcome, (value ?? 0) > 10]).toEqual(['up', true])
  expect((await seen({ quotaMb: (value ?? 0) * 1.1, warnLeftPercent: 20, downLeftPercent: 5 })).outcome).toBe('slow')
  expect(await seen({ quotaMb: 1, downLeftPercent: 5 })).toMatchObject({ outcome: 'down', note: '0 % left' })
  expect(await seen({ target: 'nobody', quotaMb: 1 })).toMatchObject({ outcome: 'down', note: 'unknown target' })
})

it('says when the database is full, and which of its tables alone would fill it', async () => {
  const settings = settingsOf({ quotaMb: 1_000, tables: 5 })
  const row = await makeProbe(app, await makeComponent(app, '成交库'), { name: '库容量', settings })
  await ensureDays(app.engine.db, '2026-11-01', '2026-11-24')
  const first = Date.parse('2026-11-04T00:00:00.000Z')
  const readings = Array.from({ length: 20 * 24 }, (_, n) => {
    const startedAt = first + n * 3_600_000
    const reading = { at: new Date(startedAt).toISOString(), startedAt, ms: 3, outcome: 'up' as const, note: '' }
    return { probeId: row.id, reading: { ...reading, value: 300 + (10 * n) / 24 } }
  })
  await keepReadings(app.engine.db, readings)
  await rollUpHours(app.engine, undefined as never)
  for (let n = 0; n < 2; n++) await noteSizes(app.engine, undefined as never)
  const [noted] = await app.sql<{ n: number }>(`select count(*)::int as n from database_size`)
  expect(noted?.n).toBe(6)
  // What it was on the days before, and is by now.
  await app.sql(`delete from database_size`)
  await app.sql(
    `insert into database_size select $1, name, day::date, at + by * (20 - age), case name when '' then left_bytes end, '2026-11-24T00:00:00Z'
     from generate_series(0, 19) age, lateral (select '2026-11-24'::date - age as day) d,
       (values ('', 300e6, 10e6, 500e6), ('public.deal', 100e6, 8e6, 0), ('public.quote', 50e6, 0, 0)) t (name, at, by, left_bytes)`,
    [row.id],
  )
  const { items } = (await operator.get(`/api/probes/forecasts?probe=${row.id}`)).body
  expect(items.map(({ table }: { table: string | null }) => table)).toEqual([null, 'public.deal', 'public.quote'])
  const [own, deal, quote] = items
  expect(own).toMatchObject({ unit: 'MB', limit: { at: 1_000, from: 'below' }, forecast: { is: 'in', perDay: 10 } })
  expect(Math.round(own.forecast.days)).toBe(50)
  // It stands at 260 MB, and 500 MB are left beside it.
  expect(deal.limit.at).toBe(760)
  expect(Math.round(deal.forecast.perDay)).toBe(8)
  expect(quote.forecast.is).toBe('steady')
  expect(own.trace.length).toBeGreaterThan(10)
})
