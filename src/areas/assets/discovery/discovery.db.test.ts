import { execFile } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Client, TestApp } from '../../../testing/app.ts'
import { testApp, testPassword } from '../../../testing/app.ts'
import { makeWorld, type World } from '../../../testing/world.ts'
import { asset } from '../asset/asset.record.ts'
import { lookAgain, report, reportOf } from './discovery.testing.ts'
import { takeReports } from './server/take.task.ts'
import { findVanished } from './server/vanished.task.ts'

let app: TestApp
let world: World
let engineer: Client

beforeAll(async () => {
  app = await testApp()
  world = await makeWorld(app)
  engineer = world.clients.engineer
})
afterAll(() => app?.close())
beforeEach(async () => {
  await app.sql('truncate discovery_report, asset_load, installation, discovery_difference, discovery cascade')
  // Machines of the tests before are nobody's any more.
  await app.sql('update asset set serial = null, hostname = null')
})

const send = (...reports: object[]) => report(app, world.people.engineer, ...reports)
const waiting = async () => (await engineer.get('/api/discovery-differences?state=open&limit=200')).body.items
const machines = async () => (await engineer.get('/api/discoveries?limit=200')).body.items
const one = async (path: string) => (await engineer.get(path)).body.item
let n = 0
async function register(values: object): Promise<string> {
  const { body } = await engineer.post('/api/assets', { ...(await world.input(asset)), tag: `DSC-${++n}`, ...values })
  return body.item.id
}
const installed = async (id: string) =>
  (
    await app.sql<{ name: string; release: string; state: string }>(
      `select s.name, i.release, i.state from installation i join software s on s.id = i.software
       where i.asset = $1 order by 1, 2`,
      [id],
    )
  ).map(({ name, release, state }) => `${name} ${release} ${state}`)

describe('what agents report', () => {
  it('is kept once however often it is sent, and several come at once', async () => {
    const other = reportOf({ identity: { hostname: 'db02', serial: 'CN0002' } })
    const first = await send(reportOf(), other)
    expect(first.status).toBe(200)
    expect(first.body.reports.map(({ known }: { known: boolean }) => known)).toEqual([false, false])
    const again = await send(other, reportOf())
    expect(again.body.reports).toEqual([...first.body.reports].reverse().map(({ id }) => ({ id, known: true })))
    expect((await machines()).map(({ name }: { name: string }) => name).sort()).toEqual(['db01.firm.example', 'db02'])
    expect(await waiting()).toHaveLength(2)
  })

  it('is refused whole where one of them is wrong, with every fault', async () => {
    const { status, body } = await send(reportOf(), { at: 'yesterday', identity: {}, software: [{ name: '' }] })
    expect(status).toBe(422)
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['reports.1.at', 'reports.1.identity', 'reports.1.software.0.name']),
    )
    expect(await app.sql('select 1 from discovery_report')).toEqual([])
  })

  it('comes from those whose work it is, by a token whose scope reaches no further', async () => {
    const token = await narrowToken(['discovery:write'])
    const ask = (method: 'GET' | 'POST', url: string, payload?: object) =>
      app.http.inject({ method, url, headers: { authorization: `Bearer ${token}` }, ...(payload && { payload }) })
    expect((await ask('POST', '/api/discovery', { reports: [reportOf()] })).statusCode).toBe(200)
    expect((await ask('GET', '/api/assets')).statusCode).toBe(403)
    const { business, auditor } = world.clients
    for (const client of [business, auditor])
      expect((await client.post('/api/discovery', { reports: [reportOf()] })).status).toBe(403)
    expect((await app.anyone.post('/api/discovery', { reports: [reportOf()] })).status).toBe(401)
  })

  it('does not go back to what an older report says', async () => {
    await send(reportOf({ at: '2026-11-24T01:10:00Z', identity: { hostname: 'new-name', serial: 'CN0001' } }))
    await send(reportOf({ at: '2026-11-24T01:05:00Z', identity: { hostname: 'old-name', serial: 'CN0001' } }))
    expect((await machines()).map(({ hostname }: { hostname: string }) => hostname)).toEqual(['new-name'])
    const outcomes = await app.sql<{ outcome: string }>('select outcome from discovery_report order by at')
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['older', 'taken'])
  })

  it('makes two machines of two boards without a serial number, and one of a machine that was renamed', async () => {
    const board = (hostname: string, mac: string) =>
      reportOf({ identity: { hostname, serial: 'To be filled by O.E.M.', macs: [mac] } })
    await send(board('pc-1', '3c:ec:ef:00:00:01'), board('pc-2', '3c:ec:ef:00:00:02'))
    await send({ ...board('pc-9', '3c:ec:ef:00:00:02'), at: '2026-11-24T01:20:00Z' })
    expect((await machines()).map(({ name }: { name: string }) => name).sort()).toEqual(['pc-1', 'pc-9'])
  })

  it('goes on with the others where one cannot be taken', async () => {
    await send(reportOf())
    const bad = app.engine.newId()
    await app.sql(
      `insert into discovery_report (id, digest, received_at, at, body) values ($1, '\\x00', now() - interval '1 day', now(), '{}')`,
      [bad],
    )
    await send(reportOf({ identity: { hostname: 'db03', serial: 'CN0003' } }))
    const [row] = await app.sql<{ outcome: string; note: string }>(
      'select outcome, note from discovery_report where id = $1',
      [bad],
    )
    expect(row).toMatchObject({ outcome: 'failed', note: expect.any(String) })
    expect(await machines()).toHaveLength(2)
  })
})

describe('a machine that nobody registered', () => {
  it('is registered by accepting it: tag, model, what is installed, and where it came from', async () => {
    await send(reportOf())
    const [difference] = await waiting()
    expect(difference).toMatchObject({
      kind: 'new',
      machine: 'db01.firm.example',
      found: 'Dell PowerEdge R750 · CN0001',
    })
    const refused = await engineer.post(`/api/discovery-differences/${difference.id}/accept`, {})
    expect([refused.status, refused.body.errors[0].path]).toEqual([422, 'category'])

    const category = await world.link('asset-category')
    const accepted = await engineer.post(`/api/discovery-differences/${difference.id}/accept`, { category })
    expect(accepted.status, JSON.stringify(accepted.body)).toBe(200)
    const [machine] = await machines()
    expect(machine.state).toBe('matched')
    const made = await one(`/api/assets/${machine.asset}`)
    expect(made).toMatchObject({
      name: 'db01.firm.example',
      serial: 'CN0001',
      hostname: 'db01.firm.example',
      address: '10.1.2.3',
      createdBy: world.people.engineer.id,
    })
    expect((await one(`/api/asset-models/${made.model}`)).name).toBe('Dell PowerEdge R750')
    const journal = (await engineer.get(`/api/assets/${made.id}/journal`)).body.items
    expect(journal[0]).toMatchObject({ verb: 'adopt', changes: { difference: [null, difference.number] } })
    await lookAgain(app, machine.id)
    expect(await installed(made.id)).toEqual(['Debian 12 present', 'PostgreSQL 16.4 present', 'nginx 1.24.0 present'])
    expect(await waiting()).toEqual([])
  })

  it('is said to be one that is registered, and then compared with it', async () => {
    await send(reportOf())
    const id = await register({ hostname: 'elsewhere', serial: null })
    const [difference] = await waiting()
    expect((await engineer.post(`/api/discovery-differences/${difference.id}/accept`, { asset: id })).status).toBe(200)
    const [machine] = await machines()
    await lookAgain(app, machine.id)
    expect((await waiting()).map(({ field, asset: of }: { field: string; asset: string }) => [field, of])).toEqual(
      expect.arrayContaining([
        ['serial', id],
        ['hostname', id],
      ]),
    )
  })

  it('is one asset only: a second machine is not matched to it', async () => {
    const id = await register({ serial: 'CN0001' })
    await send(reportOf(), reportOf({ identity: { hostname: 'db02', serial: 'CN0002' } }))
    const [other] = await waiting()
    const answer = await engineer.post(`/api/discovery-differences/${other.id}/accept`, { asset: id })
    expect([answer.status, answer.body.errors[0].code]).toEqual([422, 'taken'])
    expect((await one(`/api/discovery-differences/${other.id}`)).state).toBe('open')
  })

  it('is not raised again once it is ignored', async () => {
    await send(reportOf())
    const [machine] = await machines()
    expect((await engineer.post(`/api/discoveries/${machine.id}/ignore`, { reason: '访客电脑' })).status).toBe(200)
    await lookAgain(app, machine.id)
    await send(reportOf({ at: '2026-11-24T01:20:00Z' }))
    expect(await waiting()).toEqual([])
  })
})

describe('a machine that is registered', () => {
  it('is known by itself, changes nothing in the register, and says field by field what differs', async () => {
    const id = await register({ serial: 'cn0001', hostname: 'old-name', address: '10.1.2.3' })
    const before = await one(`/api/assets/${id}`)
    await send(reportOf())
    expect(await one(`/api/assets/${id}`)).toEqual(before)
    const found = await waiting()
    expect(found.map(({ kind, field }: { kind: string; field: string }) => `${kind} ${field}`).sort()).toEqual([
      'changed hostname',
      'changed model',
    ])
    const hostname = found.find(({ field }: { field: string }) => field === 'hostname')
    expect(hostname).toMatchObject({ registered: 'old-name', found: 'db01.firm.example', asset: id })
    const accepted = await engineer.post(`/api/discovery-differences/${hostname.id}/accept`, {})
    expect(accepted.status, JSON.stringify(accepted.body)).toBe(200)
    expect((await one(`/api/assets/${id}`)).hostname).toBe('db01.firm.example')
    await send(reportOf({ at: '2026-11-24T01:20:00Z' }))
    expect((await waiting()).map(({ field }: { field: string }) => field)).toEqual(['model'])
  })

  it('is not asked about again where somebody dismissed it, until something else is found', async () => {
    await register({ serial: 'CN0001', hostname: 'old-name', model: null, address: '10.1.2.3' })
    await send(reportOf({ hardware: undefined }))
    const [difference] = await waiting()
    const bare = await engineer.post(`/api/discovery-differences/${difference.id}/dismiss`, {})
    expect(bare.status).toBe(422)
    await engineer.post(`/api/discovery-differences/${difference.id}/dismiss`, { reason: '台账用别名' })
    await send(reportOf({ at: '2026-11-24T01:20:00Z', hardware: undefined }))
    expect(await waiting()).toEqual([])
    const identity = { ...reportOf().identity, hostname: 'db99' }
    await send(reportOf({ at: '2026-11-24T01:25:00Z', hardware: undefined, identity }))
    expect((await waiting()).map(({ found }: { found: string }) => found)).toEqual(['db99'])
  })

  it('is settled by itself once the register says the same, and not accepted over what somebody wrote meanwhile', async () => {
    const id = await register({ serial: 'CN0001', hostname: 'old-name', model: null, address: '10.1.2.3' })
    await send(reportOf({ hardware: undefined }))
    const [difference] = await waiting()
    const { version } = await one(`/api/assets/${id}`)
    await engineer.patch(`/api/assets/${id}`, { version, hostname: 'third-name' })
    const stale = await engineer.post(`/api/discovery-differences/${difference.id}/accept`, {})
    expect([stale.status, stale.body.errors[0].code]).toEqual([422, 'stale'])
    await engineer.patch(`/api/assets/${id}`, { version: version + 1, hostname: 'db01' })
    await send(reportOf({ at: '2026-11-24T01:20:00Z', hardware: undefined }))
    expect((await one(`/api/discovery-differences/${difference.id}`)).state).toBe('settled')
  })

  it('keeps what is installed and how busy it was: what is new, what went, what came back', async () => {
    const id = await register({ serial: 'CN0001' })
    const load = [{ at: '2026-11-24T01:00:00Z', cpu: 12.5, memory: 40, disk: 71 }]
    await send(reportOf({ load, software: [{ name: 'nginx', version: '1.24.0' }] }))
    await send(reportOf({ at: '2026-11-24T01:20:00Z', load, software: [{ name: 'nginx', version: '1.26.2' }] }))
    expect(await installed(id)).toEqual(['Debian 12 present', 'nginx 1.24.0 gone', 'nginx 1.26.2 present'])
    await send(reportOf({ at: '2026-11-24T01:25:00Z', software: [{ name: 'nginx', version: '1.24.0' }] }))
    expect(await installed(id)).toEqual(['Debian 12 present', 'nginx 1.24.0 present', 'nginx 1.26.2 gone'])
    await send(reportOf({ at: '2026-11-24T01:27:00Z', software: undefined }))
    expect(await installed(id)).toContain('nginx 1.24.0 present')
    expect(await app.sql('select asset, cpu from asset_load')).toEqual([{ asset: id, cpu: 12.5 }])
  })

  it('waits for a decision when it is not heard of for days, and comes back by itself', async () => {
    const id = await register({ serial: 'CN0001', hostname: 'db01', model: null, address: '10.1.2.3' })
    await send(reportOf({ hardware: undefined }))
    const now = app.clock.now()
    app.clock.set('2026-12-20T01:00:00.000Z')
    try {
      await findVanished(app.engine, {} as never)
      await findVanished(app.engine, {} as never)
      const [difference, ...more] = await waiting()
      expect([difference, more]).toMatchObject([{ kind: 'vanished', found: '2026-11-24' }, []])
      const bare = await engineer.post(`/api/discovery-differences/${difference.id}/accept`, {})
      expect([bare.status, bare.body.errors[0].path]).toEqual([422, 'outcome'])
      const done = await engineer.post(`/api/discovery-differences/${difference.id}/accept`, { outcome: 'in-stock' })
      expect(done.status, JSON.stringify(done.body)).toBe(200)
      expect((await one(`/api/assets/${id}`)).state).toBe('in-stock')
      await send(reportOf({ at: '2026-12-20T00:30:00Z', hardware: undefined }))
      expect((await machines()).map(({ state }: { state: string }) => state)).toEqual(['matched'])
    } finally {
      app.clock.set(now)
    }
  })
})

describe('a CycloneDX file', () => {
  const document = (version: string) => ({
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    components: [{ type: 'library', name: 'lodash', version, purl: `pkg:npm/lodash@${version}` }],
  })

  it('replaces what the last one said and leaves what agents found', async () => {
    const id = await register({ serial: 'CN0001' })
    await send(reportOf({ os: null, software: [{ name: 'nginx', version: '1.24.0' }] }))
    const first = await engineer.post('/api/installations/cyclonedx', { asset: id, document: document('4.17.20') })
    expect(first.body).toEqual({ added: 1, gone: 0, unchanged: 0 })
    const second = await engineer.post('/api/installations/cyclonedx', { asset: id, document: document('4.17.21') })
    expect(second.body).toEqual({ added: 1, gone: 1, unchanged: 0 })
    expect(await installed(id)).toEqual(['lodash 4.17.20 gone', 'lodash 4.17.21 present', 'nginx 1.24.0 present'])
  })

  it('is refused where it is none, where there is no such asset, and to whom it is no work of', async () => {
    const id = await register({})
    const bad = await engineer.post('/api/installations/cyclonedx', { asset: id, document: { bomFormat: 'SPDX' } })
    expect([bad.status, bad.body.errors[0].path]).toEqual([422, 'document.bomFormat'])
    const nowhere = { asset: app.engine.newId(), document: document('1') }
    expect((await engineer.post('/api/installations/cyclonedx', nowhere)).status).toBe(404)
    expect((await world.clients.business.post('/api/installations/cyclonedx', nowhere)).status).toBe(403)
  })
})

describe('the shell agent', () => {
  it('is fetched from the product, runs as it stands, and its report arrives', async () => {
    await app.http.listen({ host: '127.0.0.1', port: 0 })
    const address = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`
    const script = await (await fetch(`${address}/agents/touchstone-agent.sh`)).text()
    expect(script).toContain(`server=\${TOUCHSTONE_SERVER:-'${address}'}`)
    expect(script).not.toContain('@SERVER@')
    expect(await (await fetch(`${address}/agents/touchstone-agent.ps1`)).text()).toContain(address)

    const token = await narrowToken(['discovery:write'])
    const run = (env: Record<string, string>) =>
      promisify(execFile)('sh', ['-c', script, 'agent'], { env: { PATH: process.env['PATH'], ...env } as never })
    const { stdout } = await run({ TOUCHSTONE_TOKEN: token })
    expect(stdout).toContain(address)
    await takeReports(app.engine, {} as never)
    const [machine] = await machines()
    expect(machine).toMatchObject({ source: 'agent', state: 'unknown', facts: { cores: expect.any(Number) } })
    const [kept] = await app.sql<{ packages: number }>(
      `select jsonb_array_length(body->'software') as packages from discovery_report`,
    )
    expect(kept?.packages).toBeGreaterThan(50)

    await expect(run({})).rejects.toMatchObject({ code: 2 })
    await expect(run({ TOUCHSTONE_TOKEN: 'wrong' })).rejects.toMatchObject({ code: 1 })
  }, 60_000)
})

/** A token of the engineer's that does this and no more. */
async function narrowToken(scope: string[]): Promise<string> {
  const [account] = await app.sql<{ login: string }>('select login from account where person = $1', [
    world.people.engineer.id,
  ])
  const payload = { login: account?.login, password: testPassword }
  const signedIn = await app.http.inject({ method: 'POST', url: '/api/session', payload })
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
  const made = await app.http.inject({
    method: 'POST',
    url: '/api/tokens',
    headers: { cookie },
    payload: { name: 'agent', days: 30, scope },
  })
  return made.json().token
}
