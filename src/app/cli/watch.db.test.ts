/** What dies is told of from outside, by a channel that does not go through the house. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { probeService } from '../../areas/operations/probe/server/watch.ts'
import { withClient } from '../../platform/db/postgres/postmaster.ts'
import { httpServer } from '../../platform/outgoing/outgoing.testing.ts'
import { type TestApp, testApp } from '../../testing/app.ts'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
let app: TestApp
let server: string
let service: { stop(): Promise<void> }
let folder: string

beforeAll(async () => {
  app = await testApp({ now: new Date().toISOString() })
  await app.http.listen({ host: '127.0.0.1', port: 0 })
  server = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`
  service = await probeService(app.engine)
  folder = await mkdtemp(join(tmpdir(), 'watch-'))
})
afterAll(async () => {
  await service?.stop()
  await app?.close()
  await rm(folder, { recursive: true, force: true })
})

const watch = (...args: string[]) =>
  spawn(process.execPath, ['--import', 'tsx', main, 'watch', server, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })

/** In another database of the same server. */
function besides<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const other = new URL(app.url)
  other.pathname = '/postgres'
  return withClient(String(other), work)
}

async function lookOnce(): Promise<{ code: number; said: string }> {
  const child = watch('--once')
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
  })
  const [code] = await once(child, 'exit')
  return { code, said }
}

it('tells once of a dead evaluator and once that it is back, by its own channel; a dead server and database are told too', async () => {
  const robot = await httpServer((to) => to.end('{"errcode":0}'))
  const by = join(folder, 'by.json')
  await writeFile(by, JSON.stringify({ settings: { is: 'wecom', url: robot.url } }))
  await vi.waitFor(async () => expect(await lookOnce()).toMatchObject({ code: 0 }), { timeout: 30_000 })

  const watching = watch('--every', '1', '--after', '2', '--by', by)
  try {
    await service.stop()
    await vi.waitFor(() => expect(robot.received).toHaveLength(1), { timeout: 40_000, interval: 200 })
    expect(robot.received[0]?.body).toContain('试金石异常:监视(探测与告警判定)')
    expect(await lookOnce()).toMatchObject({ code: 2, said: expect.stringContaining('the watching') })
    service = await probeService(app.engine)
    await vi.waitFor(() => expect(robot.received).toHaveLength(2), { timeout: 40_000, interval: 200 })
    expect(robot.received[1]?.body).toContain('试金石运行正常')

    // A database that nobody can reach: its connections are cut, and no new one is let in.
    const name = new URL(app.url).pathname.slice(1)
    const letIn = (whether: boolean) => `alter database ${name} allow_connections ${whether}`
    const [own] = await app.sql<{ pid: number }>('select pg_backend_pid() as pid')
    const cut = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> $2'
    await besides((owner) => owner.query(letIn(false)))
    await besides((owner) => owner.query(cut, [name, own?.pid]))
    await vi.waitFor(() => expect(robot.received).toHaveLength(3), { timeout: 40_000, interval: 200 })
    expect(robot.received[2]?.body).toContain('试金石异常:数据库')
    await besides((owner) => owner.query(letIn(true)))
    await vi.waitFor(() => expect(robot.received).toHaveLength(4), { timeout: 40_000, interval: 200 })

    app.http.server.close()
    app.http.server.closeAllConnections()
    expect(await lookOnce()).toMatchObject({ code: 2, said: expect.stringContaining('does not answer') })
  } finally {
    watching.kill('SIGKILL')
  }
}, 240_000)
