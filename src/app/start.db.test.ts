import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createAccount } from '../platform/auth/account.ts'
import { asSystem } from '../record/actor.ts'
import { type TestApp, testApp } from '../testing/app.ts'
import { readConfig } from './config.ts'
import { start } from './start.ts'

let app: TestApp
let home: string
beforeEach(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  app = await testApp()
  home = await mkdtemp(join(tmpdir(), 'touchstone-start-'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await app.close()
  await rm(home, { recursive: true, force: true })
})

const config = (more: Record<string, string> = {}) =>
  readConfig({ TOUCHSTONE_HOME: home, DATABASE_URL: app.url, TOUCHSTONE_DEMO: '0', PORT: '0', ...more })

const isFree = (port: number, host: string) =>
  new Promise<boolean>((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })

it('listens beyond this machine only while there is no demo account that could sign in', async () => {
  const demo = await app.person('operator')
  await app.inTx(asSystem('test'), (tx) =>
    createAccount(tx, { person: demo.id, login: 'demo', password: 'printed on a screen', demo: true }),
  )
  await expect(start(config({ HOST: '0.0.0.0' }))).rejects.toThrow(/demo accounts \(demo.*not on 0\.0\.0\.0/)

  await app.sql('update account set disabled_at = now() where demo')
  const running = await start(config({ HOST: '0.0.0.0' }))
  await running.stop()
})

it('serves, and leaves neither port nor lock behind when it stops', async () => {
  const { port } = config()
  const running = await start(config())
  const said = vi.mocked(console.log).mock.calls.flat().join('\n')
  const address = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said)
  expect(await (await fetch(`${address?.[0]}/api/health`)).json()).toEqual({ status: 'ok' })
  await running.stop()
  expect(port).toBe(0)
  expect(await isFree(Number(address?.[1]), '127.0.0.1')).toBe(true)
  await (await start(config())).stop()
})

it('says why it could not listen, and leaves nothing running that would miss the database', async () => {
  const held = () =>
    app.sql(`select from pg_locks join pg_database d on d.oid = database
      where locktype = 'advisory' and datname = current_database()`)
  const before = await held()
  const unhandled = vi.fn()
  process.on('unhandledRejection', unhandled)
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const PORT = String((taken.address() as AddressInfo).port)
  try {
    await expect(start(config({ PORT }))).rejects.toThrow(/EADDRINUSE/)
    await vi.waitFor(async () => expect(await held()).toEqual(before))
    expect(unhandled).not.toHaveBeenCalled()
  } finally {
    process.off('unhandledRejection', unhandled)
    taken.close()
  }
})
