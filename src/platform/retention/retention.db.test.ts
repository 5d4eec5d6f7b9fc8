import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { asSystem } from '../../record/actor.ts'
import type { Setting } from '../../record/setting.ts'
import { type Client, type TestApp, testApp } from '../../testing/app.ts'
import type { Engine } from '../engine.ts'
import { removeExpired } from './remove.ts'
import { keptFor } from './retention.ts'

const now = '2026-11-25T03:00:00.000Z'
const day = 86_400_000
const ago = (days: number): string => new Date(Date.parse(now) - days * day).toISOString()

let app: TestApp
let admin: Client
beforeAll(async () => {
  app = await testApp({ now })
  admin = await app.as(await app.person('admin'))
})
afterAll(() => app?.close())

const failures = async () =>
  (await app.sql("select login from sign_in_failure where ip = '10.0.0.9' order by at")).length
const fail = (days: number, count = 1) =>
  app.sql(`insert into sign_in_failure (at, login, ip) select $1, 'old', '10.0.0.9' from generate_series(1, $2)`, [
    ago(days),
    count,
  ])
const standing = async (code: string) =>
  (await admin.get('/api/house/retention')).body.items.find((one: { code: string }) => one.code === code)

const failed = (): Setting => {
  const found = app.engine.settings.all.find(({ key }) => key === 'keep-sign-in-failure')
  if (!found) throw new Error('No such setting')
  return found
}

describe('what is past its period', () => {
  it('goes, is written down, and what is not stays', async () => {
    await fail(31, 6000) // more than one handful
    await fail(29)
    expect(await standing('sign-in-failure')).toMatchObject({
      days: 30,
      oldest: ago(31),
      removed: null,
      partitions: null,
    })
    await removeExpired(app.engine)
    expect(await failures()).toBe(1)
    expect(await standing('sign-in-failure')).toMatchObject({
      oldest: ago(29),
      removed: { at: now, until: ago(30), rows: 6000 },
    })
    await removeExpired(app.engine)
    expect(await app.sql("select 1 from removal where kind = 'sign-in-failure'")).toHaveLength(1)
  })

  it('follows the period that the firm sets, within its bounds', async () => {
    const key = failed().key
    const set = (value: string) => admin.post('/api/house-settings', { key, value, reason: '等保三级要求半年' })
    expect((await set('0')).status).toBe(422)
    expect((await set('10')).status).toBe(201)
    await vi.waitFor(() => expect(app.engine.settings.get(failed())).toBe(10))
    await removeExpired(app.engine)
    expect(await failures()).toBe(0)
    expect(await standing('sign-in-failure')).toMatchObject({ days: 10, removed: { until: ago(10), rows: 1 } })
  })

  it('is a job that was given up, and not one that still waits', async () => {
    await app.sql('delete from graphile_worker._private_jobs')
    await app.inTx(asSystem('test'), async (tx) => {
      await tx.job('broken', {})
      await tx.job('waiting', {})
    })
    await app.sql('update graphile_worker._private_jobs set updated_at = $1', [ago(100)])
    await app.sql(`update graphile_worker._private_jobs j set attempts = max_attempts
      from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'broken'`)
    await removeExpired(app.engine)
    const left = await app.sql('select task_identifier as task from graphile_worker.jobs')
    expect(left).toEqual([{ task: 'waiting' }])
  })

  it('holds up nothing else where it cannot be removed, and the job comes back', async () => {
    const broken = keptFor(1, { code: 'broken', words: ['坏', 'Broken'], table: 'no_such_table', at: 'at' })
    const engine: Engine = { ...app.engine, retentions: [broken, ...app.engine.retentions] }
    await fail(60)
    await expect(removeExpired(engine)).rejects.toThrow('Not everything')
    expect(await failures()).toBe(0)
  })
})

describe('the journal', () => {
  it('is kept for ever, and the database drops none of it', async () => {
    expect(await standing('journal')).toMatchObject({ days: null, setting: null, by: 'never', partitions: 4 })
    const drop = app.engine.pool.query("select drop_partitions('journal', '2100-01-01')")
    await expect(drop).rejects.toThrow('journal is kept')
    await expect(app.engine.pool.query("comment on table journal is 'dropped by partition'")).rejects.toThrow('owner')
  })

  it('of removals is append only too', async () => {
    for (const statement of ['delete from removal', 'update removal set rows = 0'])
      await expect(app.engine.pool.query(statement)).rejects.toThrow('permission denied')
  })
})

it('is shown to those who answer for the house, and to nobody else', async () => {
  const auditor = await app.as(await app.person('auditor'))
  const { items } = (await auditor.get('/api/house/retention')).body
  expect(items.map(({ code }: { code: string }) => code)).toEqual(app.engine.retentions.map(({ code }) => code))
  for (const one of items) if (one.partitions !== 0) expect(one.bytes, one.code).toBeGreaterThan(0)
  const operator = await app.as(await app.person('operator'))
  expect((await operator.get('/api/house/retention')).status).toBe(403)
})
