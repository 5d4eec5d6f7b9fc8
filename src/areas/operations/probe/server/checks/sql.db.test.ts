import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../../testing/database.ts'
import { sqlSettings } from '../../kinds/network.settings.ts'
import { observe } from './observe.ts'

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await freshDatabase()
  client = new pg.Client(database.url)
  await client.connect()
  await client.query('create table probe_sample (n bigint); insert into probe_sample values (7)')
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

async function seen(statement: string, more: object = {}, url = database.url) {
  const settings = sqlSettings.parse({ kind: 'sql', target: 'settlement', statement, timeoutMs: 20_000, ...more })
  const target = (name: string) => (name === 'settlement' ? url : null)
  const { outcome, value, note, lingering } = await observe(settings, { intervalMs: 60_000, now: Date.now(), target })
  return { outcome, value, note, lingering }
}

const rows = async () => (await client.query('select n::int from probe_sample')).rows.map((row) => row.n)

describe('sql', () => {
  it.each([
    ['select 42', {}, 'up', 42, 'answered'],
    ['select n from probe_sample;', {}, 'up', 7, 'answered'],
    ["select 'text'", {}, 'up', null, 'answered'],
    ['select 1 where false', {}, 'up', null, 'answered'],
    ['with w as (select 3.5) select * from w', {}, 'up', 3.5, 'answered'],
    ['select 7', { warnWhen: { op: '>', than: 5 }, downWhen: { op: '>', than: 9 } }, 'slow', 7, '> 5'],
    ['select 10', { warnWhen: { op: '>', than: 5 }, downWhen: { op: '>', than: 9 } }, 'down', 10, '> 9'],
    ['select 5', { warnWhen: { op: '>', than: 5 }, downWhen: { op: '>', than: 9 } }, 'up', 5, 'answered'],
    ['select 0', { downWhen: { op: '=', than: 0 } }, 'down', 0, '= 0'],
    ['select 1', { downWhen: { op: '!=', than: 1 } }, 'up', 1, 'answered'],
    ['select 1 where false', { downWhen: { op: '>', than: 9 } }, 'down', null, 'no row'],
    ['select null', { downWhen: { op: '>', than: 9 } }, 'down', null, 'not a number'],
    ['select * from missing', {}, 'down', null, 'SQLSTATE 42P01'],
    ['selec 1', {}, 'down', null, 'SQLSTATE 42601'],
  ])('%s with %j', async (statement, more, outcome, value, note) => {
    expect(await seen(statement, more)).toEqual({ outcome, value, note, lingering: null })
  })

  it.each([
    ['a second statement', 'select 1; delete from probe_sample'],
    ['a change', 'delete from probe_sample'],
    ['a change inside a query', 'with gone as (delete from probe_sample returning n) select n from gone'],
    ['the end of the transaction', 'select 1; commit; delete from probe_sample'],
    ['a lock', 'select n from probe_sample for update'],
  ])('refuses %s', async (_, statement) => {
    expect(await seen(statement)).toMatchObject({ outcome: 'down', note: expect.stringMatching(/^SQLSTATE /) })
    expect(await rows()).toEqual([7])
  })

  it('cannot be talked out of its read-only transaction', async () => {
    await client.query(`create function sneak() returns int language plpgsql as
      $$ begin perform set_config('transaction_read_only', 'off', true); delete from probe_sample; return 1; end $$`)
    expect(await seen('select sneak()')).toMatchObject({ outcome: 'down' })
    expect(await rows()).toEqual([7])
  })

  it('takes one row of a great many', async () => {
    const many = 'select a.n from generate_series(1, 10000) a(n), generate_series(1, 10000) b(n)'
    expect(await seen(many)).toMatchObject({ outcome: 'up', value: 1 })
  })

  it('gives up in time, and so does the server', async () => {
    const found = await seen('select 1 from pg_sleep(3600)', { timeoutMs: 300 })
    // The server's own limit is the same: whichever is first.
    expect(found.outcome).toBe('down')
    expect(['timeout', 'SQLSTATE 57014']).toContain(found.note)
    await found.lingering
    const running = `select count(*)::int as n from pg_stat_activity
      where application_name = 'touchstone-probe' and state = 'active' and query like '%pg_sleep(3600)%'`
    while ((await client.query(running)).rows[0].n > 0);
  })

  it('is down with the server’s code when there is no such database', async () => {
    const wrong = new URL(database.url)
    wrong.pathname = '/none_of_that_name'
    expect(await seen('select 1', {}, wrong.href)).toMatchObject({ outcome: 'down', note: 'SQLSTATE 3D000' })
  })
})
