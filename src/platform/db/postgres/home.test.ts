import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultHome } from './home.ts'
import { lockHome } from './lock.ts'
import { living } from './process.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-home-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  ['named outright', { TOUCHSTONE_HOME: '/srv/ts', XDG_DATA_HOME: '/x' }, 0, '/srv/ts'],
  ['root', { XDG_DATA_HOME: '/x' }, 0, '/var/lib/touchstone'],
  ['a user', {}, 1000, '/home/li/.local/share/touchstone'],
  ['a user with XDG', { XDG_DATA_HOME: '/x' }, 1000, '/x/touchstone'],
  ['a relative XDG path is ignored', { XDG_DATA_HOME: 'x' }, 1000, '/home/li/.local/share/touchstone'],
])('the data folder: %s', (_, env, uid, expected) => {
  expect(defaultHome(env, { uid, homedir: '/home/li' })).toBe(expected)
})

test('one process may lock its folder again, and gives it back with the last release', () => {
  const path = join(folder, 'server.lock')
  const server = lockHome(folder)
  const postgres = lockHome(folder)
  postgres.release()
  postgres.release()
  expect(existsSync(path)).toBe(true)
  server.release()
  expect(existsSync(path)).toBe(false)
})

test('the lock of a living process holds; once it has ended it does not, nor when its id has gone to another', async () => {
  const path = join(folder, 'server.lock')
  const holder = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'inherit'] })
  await once(holder, 'spawn')
  const pid = holder.pid ?? 0
  const started = living(pid)?.started
  writeFileSync(path, JSON.stringify({ pid, started }))
  expect(() => lockHome(folder)).toThrow(`process ${pid}.`)
  if (process.platform !== 'win32') {
    writeFileSync(path, JSON.stringify({ pid, started: 'long ago' }))
    lockHome(folder).release()
  }
  writeFileSync(path, JSON.stringify({ pid, started }))
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  lockHome(folder).release()
})

test('a lock cut short by a power failure names nobody', () => {
  writeFileSync(join(folder, 'server.lock'), '{"pid":')
  lockHome(folder).release()
})
