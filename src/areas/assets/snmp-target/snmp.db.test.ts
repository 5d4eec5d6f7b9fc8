import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../testing/app.ts'
import { makeWorld, type World } from '../../../testing/world.ts'
import { takeReports } from '../discovery/server/take.task.ts'
import { askDue, askTarget } from './server/snmp-target.behaviour.ts'

let app: TestApp
let world: World
let device: ChildProcess
let port: number

beforeAll(async () => {
  app = await testApp()
  world = await makeWorld(app)
  device = fork(fileURLToPath(new URL('./switch.testing.ts', import.meta.url)), [], { execArgv: ['--import', 'tsx'] })
  ;[{ port }] = (await once(device, 'message')) as [{ port: number }]
}, 120_000)
afterAll(async () => {
  device?.disconnect()
  await app?.close()
})
beforeEach(() => app.sql('truncate snmp_asked, snmp_target, discovery_report, discovery_difference, discovery cascade'))

async function target(values: object, keys: object) {
  const { engineer } = world.clients
  const { body } = await engineer.post('/api/snmp-targets', {
    name: '三楼接入交换机',
    host: '127.0.0.1',
    port,
    ...values,
  })
  const { id } = body.item
  const set = await engineer.post(`/api/snmp-targets/${id}/set-keys`, keys)
  expect(set.body).toEqual({ secretSet: true })
  return id as string
}

async function ask(id: string) {
  await askTarget(app.engine, { id } as never)
  await takeReports(app.engine, {} as never)
  return {
    target: (await world.clients.engineer.get(`/api/snmp-targets/${id}`)).body.item,
    machines: (await world.clients.engineer.get('/api/discoveries?limit=20')).body.items,
  }
}

const found = {
  source: 'snmp',
  kind: 'network',
  name: 'sw-floor-3',
  serial: '21980107123456',
  maker: 'Huawei',
  model: 'S5735-L48T4X-A1',
  macs: ['3c:ec:ef:01:02:03', '3c:ec:ef:01:02:04'],
  facts: { interfaces: 2, description: 'Huawei Versatile Routing Platform S5735-L48T4X' },
}

describe('a network device', () => {
  it('says by a community (v2c) what it is: the serial number of its chassis, its model, its interfaces', async () => {
    const { target: row, machines } = await ask(await target({}, { community: 'for-tests' }))
    expect(row.trouble).toBeNull()
    expect(machines).toMatchObject([found])
  })

  it('says it to a user (v3) with authentication and privacy', async () => {
    const secure = { protocol: 'v3', user: 'touchstone', auth: 'sha256', priv: 'aes' }
    const keys = { authKey: 'pass phrase one', privKey: 'pass phrase two' }
    const { target: row, machines } = await ask(await target(secure, keys))
    expect(row.trouble).toBeNull()
    expect(machines).toMatchObject([found])
    const { target: refused } = await ask(await target(secure, { ...keys, authKey: 'another phrase' }))
    expect(refused.trouble).toEqual(expect.any(String))
  }, 60_000)

  it('is in trouble where it does not answer, and out of it when it does', async () => {
    const id = await target({}, { community: 'not-this-one' })
    expect((await ask(id)).target.trouble).toMatch(/Timed?out|timed out/i)
    await world.clients.engineer.post(`/api/snmp-targets/${id}/set-keys`, { community: 'for-tests' })
    expect((await ask(id)).target.trouble).toBeNull()
  }, 60_000)

  it('is asked on demand and when its turn has come, and not while it is stopped', async () => {
    const id = await target({ every: 'hour' }, { community: 'for-tests' })
    const jobs = async () =>
      (
        await app.sql<{ payload: { id: string } }>(
          `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
           where t.identifier = 'ask-snmp'`,
        )
      ).map(({ payload }) => payload.id)
    expect((await world.clients.engineer.post(`/api/snmp-targets/${id}/ask`, {})).body).toEqual({ queued: true })
    expect(await jobs()).toEqual([id])
    await app.sql('delete from graphile_worker._private_jobs')
    await ask(id)
    await askDue(app.engine, {} as never)
    expect(await jobs()).not.toContain(id)
    const now = app.clock.now()
    app.clock.set(new Date(Date.parse(now) + 3_700_000).toISOString())
    await askDue(app.engine, {} as never)
    expect(await jobs()).toContain(id)
    app.clock.set(now)
    await world.clients.engineer.post(`/api/snmp-targets/${id}/stop`, {})
    await app.sql('delete from graphile_worker._private_jobs')
    await app.sql('delete from snmp_asked')
    await askDue(app.engine, {} as never)
    expect(await jobs()).not.toContain(id)
  })

  it('keeps its keys to itself, and for one device alone', async () => {
    const id = await target({}, { community: 'for-tests' })
    const { manager, business, operator } = world.clients
    const shown = JSON.stringify((await manager.get(`/api/snmp-targets/${id}`)).body)
    const journal = JSON.stringify((await manager.get(`/api/snmp-targets/${id}/journal`)).body)
    expect(shown + journal).not.toContain('for-tests')
    const { version } = (await manager.get(`/api/snmp-targets/${id}`)).body.item
    await manager.patch(`/api/snmp-targets/${id}`, { version, host: '192.0.2.9' })
    expect((await manager.get(`/api/snmp-targets/${id}`)).body.item.secretSet).toBe(false)
    expect((await operator.post(`/api/snmp-targets/${id}/set-keys`, { community: 'x' })).status).toBe(403)
    expect((await business.post(`/api/snmp-targets/${id}/set-keys`, { community: 'x' })).status).toBe(404)
  })

  it('needs a user for v3, and authentication for privacy', async () => {
    const { status, body } = await world.clients.engineer.post('/api/snmp-targets', {
      name: 'x',
      host: '127.0.0.1',
      protocol: 'v3',
      priv: 'aes',
    })
    expect([status, body.errors.map(({ path }: { path: string }) => path)]).toEqual([422, ['user', 'auth']])
  })
})
