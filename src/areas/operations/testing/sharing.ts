/** Several copies of the server and several agents that share probes, each a process that may be killed: for a test and a bench. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { asSystem } from '../../../record/actor.ts'
import type { Client, TestApp } from '../../../testing/app.ts'
import { component } from '../component/component.record.ts'
import { probe } from '../probe/probe.record.ts'
import { runAgent } from '../probe-agent/agent/agent.ts'
import { joinServer } from '../probe-agent/agent/identity.ts'
import { tcp } from './watching.ts'

const copySource = fileURLToPath(new URL('watching-copy.testing.ts', import.meta.url))

export interface Copy {
  readonly copy: number
  readonly process: ChildProcess
}

/** A copy that watches, once it does. */
export async function startCopy(url: string): Promise<Copy> {
  const child = spawn(process.execPath, ['--import', 'tsx', copySource, url], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = await once(child.stdout, 'data')
  return { copy: Number(String(said)), process: child }
}

export async function end({ process: child }: Copy, signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
}

/** An agent of this app, joined and at work beside this process, with what it keeps in a folder of its own. */
export async function startAgent(app: TestApp, admin: Client, name: string) {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-agent-'))
  const { id } = (await admin.post('/api/probe-agents', { name })).body.item
  const { token } = (await admin.post(`/api/probe-agents/${id}/invite`)).body
  const address = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`
  const identity = await joinServer(join(folder, 'agent.json'), address, token)
  const agent = await runAgent({ folder, identity, programs: {}, log: pino({ level: 'error' }), version: 'test' })
  return {
    id: id as string,
    async stop() {
      await agent.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Listeners enough for many probes: a closed connection keeps its pair of ports for a minute. */
export async function listeners(count: number): Promise<{ ports: number[]; close(): void }> {
  const servers: Server[] = []
  for (let n = 0; n < count; n++) {
    const server = createServer((socket) => socket.resume().on('error', () => {})).listen(0, '127.0.0.1', 511)
    await once(server, 'listening')
    servers.push(server)
  }
  return {
    ports: servers.map((server) => (server.address() as AddressInfo).port),
    close: () => {
      for (const server of servers) server.close()
    },
  }
}

/** Probes of one component, a share for the server (null) and for each agent. */
export async function makeProbes(
  app: TestApp,
  count: number,
  intervalSeconds: number,
  ports: readonly number[],
  runBy: readonly (string | null)[],
): Promise<void> {
  await app.engine.inTx(asSystem('test'), async (tx) => {
    const node = await tx.create(component, { code: 'FARM', name: '机群', kind: 'service' })
    const puts = Array.from({ length: count }, (_, n) => ({
      values: {
        ...{ name: `端口${n}`, component: node.id, kind: 'tcp', intervalSeconds },
        settings: tcp(ports[n % ports.length] as number),
        agent: runBy[n % runBy.length] ?? null,
      },
    }))
    for (let at = 0; at < count; at += 1_000) await tx.putMany(probe, puts.slice(at, at + 1_000))
  })
}

/** The longest that any probe went without a reading from the first instant to the last, and readings too many; seconds. */
export async function gapsOf(app: TestApp, from: Date, to: Date) {
  const [row] = await app.sql<{ probes: number; read: number; longest: number; doubled: number; failed: number }>(
    `with seen as (
      select r.probe, r.at, r.outcome, p.interval_seconds as every,
        extract(epoch from r.at - coalesce(lag(r.at) over w, $1::timestamptz)) as gap,
        lag(r.at) over w is not null as follows,
        extract(epoch from $2::timestamptz - last_value(r.at) over (partition by r.probe order by r.at rows between unbounded preceding and unbounded following)) as rest
      from probe_result r join probe p on p.id = r.probe where r.at between $1 and $2 window w as (partition by r.probe order by r.at)
    ) select (select count(*)::int from probe) as probes, count(distinct probe)::int as read,
      max(greatest(gap, rest))::float8 as longest,
      count(*) filter (where follows and gap < every * 0.9)::int as doubled,
      count(*) filter (where outcome <> 0)::int as failed from seen`,
    [from, to],
  )
  return row!
}
