/** Agents as they really run: beside the server, over HTTP, with what they keep on disk. */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../testing/app.ts'
import { alarmLines, alarmsOf, makeComponent, makeProbe, tcp } from '../testing/watching.ts'
import { runAgent } from './agent/agent.ts'
import { type Identity, joinServer } from './agent/identity.ts'
import { Spool } from './agent/spool.ts'
import { watchAgents } from './server/presence.ts'

let app: TestApp
let admin: Client
let folder: string
let address: string
let ticking: NodeJS.Timeout
const running: { stop(): Promise<void> }[] = []
const targets: Server[] = []

beforeAll(async () => {
  app = await testApp()
  await app.http.listen({ host: '127.0.0.1', port: 0 })
  address = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`
})
beforeEach(async () => {
  await app.renew()
  const tick = () => app.clock.set(new Date().toISOString())
  tick()
  ticking = setInterval(tick, 20)
  admin = await app.as(await app.person('admin'))
  folder = await mkdtemp(join(tmpdir(), 'agent-'))
})
afterEach(async () => {
  clearInterval(ticking)
  for (const one of running.splice(0)) await one.stop()
  for (const one of targets.splice(0)) one.close()
  await rm(folder, { recursive: true, force: true })
})
afterAll(() => app?.close())

const eventually = <T>(check: () => Promise<T>) => vi.waitFor(check, { timeout: 60_000, interval: 100 })

async function listener(port = 0): Promise<number> {
  const server = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1')
  await once(server, 'listening')
  targets.push(server)
  return (server.address() as AddressInfo).port
}

async function makeAgent(values: object = {}): Promise<{ id: string; token: string }> {
  const made = await admin.post('/api/probe-agents', { name: `机房代理${targets.length}`, ...values })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const { id } = made.body.item
  return { id, token: (await admin.post(`/api/probe-agents/${id}/invite`)).body.token }
}

async function joined(values: object = {}): Promise<{ id: string; identity: Identity }> {
  const { id, token } = await makeAgent(values)
  return { id, identity: await joinServer(join(folder, 'agent.json'), address, token) }
}

async function run(identity: Identity) {
  const agent = await runAgent({ folder, identity, programs: {}, log: pino({ level: 'silent' }), version: 'test' })
  running.push(agent)
  return {
    async stop() {
      running.splice(running.indexOf(agent), 1)
      await agent.stop()
    },
  }
}

const probeOf = async (agent: string, values: object = {}) =>
  makeProbe(app, await makeComponent(app, '会员接口机'), { agent, intervalSeconds: 1, ...values })

const results = (probe: string) =>
  app.sql<{ at: Date; outcome: number }>('select at, outcome from probe_result where probe = $1 order by at', [probe])
const standOf = async (probe: string) =>
  (
    await app.sql<{ verdict: string; note: string }>(
      'select verdict, last_note as note from probe_state where probe = $1',
      [probe],
    )
  )[0]
const presenceOf = async (id: string) => (await admin.get(`/api/probe-agents/${id}`)).body.item.presence

it('joins once by its token, and who had no answer may ask again', async () => {
  const { id, token } = await makeAgent()
  const file = join(folder, 'agent.json')
  const identity = await joinServer(file, address, token)
  expect(identity.joined).toMatchObject({ agent: id })
  await expect(joinServer(join(folder, 'other.json'), address, token)).rejects.toThrow('No probe agent has this')
  const by = { authorization: `Bearer ${token}` }
  const again = await app.anyone.post('/api/agents/join', { credential: identity.credential }, by)
  expect(again.body).toEqual(identity.joined)
  expect((await admin.get(`/api/probe-agents/${id}`)).body.item).toMatchObject({ state: 'joined', invitedUntil: null })
  expect((await admin.post(`/api/probe-agents/${id}/invite`)).body.code).toBe('wrong-state')
  const keys = await app.sql<{ text: string }>("select changes::text as text from journal where record = 'probe-agent'")
  expect(keys.some(({ text }) => text.includes(token) || text.includes(identity.credential))).toBe(false)
})

it('lets a token go after a day, and a credential when it is withdrawn', async () => {
  const { id, token } = await makeAgent()
  await app.sql("update probe_agent set invited_until = now() - interval '1 minute' where id = $1", [id])
  await expect(joinServer(join(folder, 'agent.json'), address, token)).rejects.toThrow('within a day')
  const fresh = (await admin.post(`/api/probe-agents/${id}/invite`)).body.token
  const { credential } = await joinServer(join(folder, 'agent.json'), address, fresh)
  const speak = () => app.anyone.post('/api/agents/exchange', said, { authorization: `Bearer ${credential}` })
  expect((await speak()).status).toBe(200)
  await admin.post(`/api/probe-agents/${id}/expel`)
  expect((await speak()).status).toBe(401)
})

const said = { host: 'h', version: '1', revision: null, waiting: 0, lost: 0, cutOffSince: null, readings: [] }

it('is told every fault of what it says, and only its own probes are taken', async () => {
  const { identity } = await joined()
  const other = await makeProbe(app, await makeComponent(app, '别处'))
  const by = { authorization: `Bearer ${identity.credential}` }
  const wrong = await app.anyone.post('/api/agents/exchange', { ...said, waiting: -1, host: 7 }, by)
  expect(wrong.body.errors.map(({ path }: { path: string }) => path)).toEqual(['host', 'waiting'])
  const now = Date.now()
  const reading = { at: new Date(now).toISOString(), startedAt: now, ms: 1, outcome: 'down', value: null, note: '' }
  await app.anyone.post('/api/agents/exchange', { ...said, readings: [{ probe: other.id, reading }] }, by)
  expect(await results(other.id)).toEqual([])
})

it('runs what names it; the server does not, and hands none to an agent that it could not ask', async () => {
  const { id, identity } = await joined()
  const row = await probeOf(id, { settings: tcp(await listener()) })
  await run(identity)
  await eventually(async () => expect(await standOf(row.id)).toMatchObject({ verdict: 'up' }))
  expect(await presenceOf(id)).toBe('present')
  await expect(probeOf(id, { settings: { kind: 'heartbeat', everySeconds: 60 } as never })).rejects.toMatchObject({
    faults: [{ path: 'agent', code: 'not-by-agent' }],
  })
  const awaited = await makeAgent({ name: '未接入' })
  await expect(probeOf(awaited.id)).rejects.toMatchObject({ faults: [{ path: 'agent', code: 'not-joined' }] })
  const retired = await admin.post(`/api/probe-agents/${id}/retire`)
  expect(retired.body.errors).toMatchObject([{ code: 'in-use' }])
})

it('keeps readings while the server is away and over a restart, and delivers each once', async () => {
  const { id, identity } = await joined()
  const row = await probeOf(id, { settings: tcp(1) })
  let agent = await run(identity)
  await eventually(async () => expect(await alarmsOf(app)).toMatchObject([{ probe: row.id, state: 'firing' }]))
  await agent.stop()
  await app.sql('delete from probe_result')

  /** On the agent's own disk. */
  const noted = async () => (await Spool.open(join(folder, 'readings'))).waiting
  const port = Number(new URL(address).port)
  await app.http.server.close()
  app.http.server.closeAllConnections()
  agent = await run(identity)
  await eventually(async () => expect(await noted()).toBeGreaterThan(3))
  await agent.stop()
  expect(await results(row.id)).toEqual([])
  app.http.server.listen(port, '127.0.0.1')
  await once(app.http.server, 'listening')
  agent = await run(identity)
  await eventually(async () => expect((await results(row.id)).length).toBeGreaterThan(6))
  await agent.stop()
  const at = (await results(row.id)).map((one) => one.at.getTime())
  expect(new Set(at.map((one) => one % 1_000)).size).toBe(1)
  expect(new Set(at).size).toBe(at.length)
})

it('late readings fill the chart and raise nothing from the past', async () => {
  const { id, identity } = await joined()
  const row = await probeOf(id)
  const readings = [5, 4, 3, 2].map((minutes) => {
    const startedAt = Date.now() - minutes * 60_000
    const reading = {
      startedAt,
      at: new Date(startedAt).toISOString(),
      ms: 1,
      outcome: 'down',
      value: null,
      note: 'ECONNREFUSED',
    }
    return { probe: row.id, reading }
  })
  const by = { authorization: `Bearer ${identity.credential}` }
  for (let twice = 0; twice < 2; twice++) await app.anyone.post('/api/agents/exchange', { ...said, readings }, by)
  expect(await results(row.id)).toHaveLength(4)
  expect(await alarmsOf(app)).toEqual([])
  expect((await admin.get(`/api/probe-agents/${id}/standing`)).body.heard).toMatchObject({ taken: 4, late: 4 })
})

it('that is missing is said once, makes its probes unknown, and all is well again when it is back', async () => {
  const { id, identity } = await joined()
  const port = await listener()
  const rows = [await probeOf(id, { settings: tcp(port) }), await probeOf(id, { settings: tcp(port) })]
  const agent = await run(identity)
  await eventually(async () => {
    for (const { id: probe } of rows) expect(await standOf(probe)).toMatchObject({ verdict: 'up' })
  })
  await agent.stop()
  await app.sql("update probe_agent_stand set seen_at = now() - interval '1 minute'")
  await Promise.all([watchAgents(app.engine), watchAgents(app.engine)])
  await watchAgents(app.engine)
  for (const { id: probe } of rows) expect(await standOf(probe)).toMatchObject({ verdict: 'unknown' })
  expect(await presenceOf(id)).toBe('missing')
  expect(await alarmLines(app)).toEqual([expect.stringMatching(/^告警:探测代理「.+」失联,其 2 个探测状况未知$/)])
  await run(identity)
  await eventually(async () => expect(await presenceOf(id)).toBe('present'))
  await eventually(async () => expect(await standOf(rows[0]!.id)).toMatchObject({ verdict: 'up' }))
  expect(await alarmsOf(app)).toMatchObject([{ state: 'resolved' }])
})

it('that has lost its own network says so once and accuses nobody', async () => {
  const reference = await listener()
  const { id, identity } = await joined({ referenceTargets: `127.0.0.1:${reference}` })
  const row = await probeOf(id, { settings: tcp(await listener()) })
  await run(identity)
  await eventually(async () => expect(await standOf(row.id)).toMatchObject({ verdict: 'up' }))
  for (const one of targets.splice(0)) one.close()
  await eventually(async () => expect(await standOf(row.id)).toMatchObject({ note: 'prober cut off' }))
  await eventually(async () => expect(await presenceOf(id)).toBe('cut-off'))
  expect((await results(row.id)).some(({ outcome }) => outcome === 2)).toBe(false)
  const titles = (await alarmsOf(app)).map(({ title }) => title)
  expect(titles.filter((title) => title.includes('自身网络不通'))).toHaveLength(1)
  expect(titles.filter((title) => title.includes('中断'))).toEqual([])
  await listener(reference)
  await eventually(async () => expect(await presenceOf(id)).toBe('present'))
})
