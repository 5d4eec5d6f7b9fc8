import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { isHere } from '../../../../../testing/outside.ts'
import { probeSettings } from '../../probe.settings.ts'
import { observe } from './observe.ts'
import { sshFinding } from './ssh.ts'

const sshd = '/usr/sbin/sshd'
const here = isHere(sshd, 'commands over SSH', 'openssh-server')
let folder: string
let port: number
let hostKey: string
let server: ChildProcess

const keygen = (...args: string[]) => execFileSync('ssh-keygen', ['-q', ...args], { encoding: 'utf8' })
const file = (name: string) => join(folder, name)

/** A real sshd of its own: a host key, one key that may come in, and one that may only run what is fixed for it. */
beforeAll(async () => {
  if (!here) return
  folder = mkdtempSync(join(tmpdir(), 'sshd-'))
  port = await freePort()
  for (const name of ['host', 'mine', 'fixed', 'stranger']) keygen('-t', 'ed25519', '-N', '', '-f', file(name))
  keygen('-t', 'ed25519', '-N', 'secret', '-f', file('locked'))
  hostKey = keygen('-l', '-f', file('host.pub')).split(' ')[1] as string
  const open = (name: string) => readFileSync(file(`${name}.pub`), 'utf8')
  writeFileSync(file('allowed'), `${open('mine')}restrict,command="echo 41" ${open('fixed')}`)
  writeFileSync(
    file('config'),
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${file('host')}`,
      `AuthorizedKeysFile ${file('allowed')}`,
      `PidFile ${file('pid')}`,
      'PasswordAuthentication no',
      'UsePAM no',
      'StrictModes no',
      'PermitRootLogin prohibit-password',
    ].join('\n'),
  )
  // Where no service of the system has made it yet.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 })
  server = spawn(sshd, ['-D', '-e', '-f', file('config')], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  server.stderr?.on('data', (text) => {
    said += text
  })
  await vi.waitFor(() => expect(said).toContain('Server listening'), { timeout: 20_000 })
}, 60_000)
afterAll(() => {
  server?.kill()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

const freePort = () =>
  new Promise<number>((resolve) => {
    const taken = createServer().listen(0, '127.0.0.1', () => {
      const address = taken.address() as { port: number }
      taken.close(() => resolve(address.port))
    })
  })

const ask = (settings: object, key = 'mine') =>
  observe(
    probeSettings.parse({
      ...{ kind: 'ssh', host: '127.0.0.1', port, user: userInfo().username, hostKey, key, timeoutMs: 10_000 },
      ...settings,
    }),
    { intervalMs: 60_000, now: Date.now(), target: (name) => (name === 'nobody' ? null : file(name)) },
  )

describe.runIf(here)('a command over SSH', () => {
  it('is well where it ends with 0, and down with what it said where not', async () => {
    expect(await ask({ command: 'echo fine; echo more' })).toMatchObject({ outcome: 'up', value: null, note: 'fine' })
    expect(await ask({ command: 'echo gone; exit 3' })).toMatchObject({ outcome: 'down', note: 'exit 3: gone' })
    expect(await ask({ command: 'kill -9 $$' })).toMatchObject({ outcome: 'down', note: 'exit by a signal' })
  })

  it('may say a number that is compared', async () => {
    const downWhen = { op: '>', than: 40 }
    expect(await ask({ command: 'echo 39', downWhen })).toMatchObject({ outcome: 'up', value: 39 })
    expect(await ask({ command: 'whatever', downWhen }, 'fixed')).toMatchObject({ outcome: 'down', value: 41 })
    expect(await ask({ command: 'echo none', downWhen })).toMatchObject({ outcome: 'unknown', note: 'no number said' })
  })

  it('goes to no host with another key than the one pinned, and says which it shows', async () => {
    const other = `SHA256:${'A'.repeat(43)}`
    expect(await ask({ command: 'true', hostKey: other })).toMatchObject({
      outcome: 'down',
      note: `host key is ${hostKey}`,
    })
  })

  it('is refused to a stranger, and unknown where our own key is missing or locked', async () => {
    expect(await ask({ command: 'true' }, 'stranger')).toMatchObject({ outcome: 'down' })
    expect(await ask({ command: 'true' }, 'nobody')).toMatchObject({ outcome: 'unknown', note: 'unknown target' })
    expect(await ask({ command: 'true' }, 'absent')).toMatchObject({ outcome: 'unknown', note: 'private key: ENOENT' })
    expect(await ask({ command: 'true' }, 'locked')).toMatchObject({ outcome: 'unknown' })
  })

  it('ends with its time, and leaves no connection', async () => {
    expect(await ask({ command: 'sleep 60', timeoutMs: 1_500 })).toMatchObject({ outcome: 'down', note: 'timeout' })
    expect(await ask({ command: 'true', port: await freePort() })).toMatchObject({ note: 'ECONNREFUSED' })
  })
})

it('reads a number only where that is all that was said', () => {
  const settings = probeSettings.parse({
    ...{ kind: 'ssh', host: 'h', user: 'u', hostKey: `SHA256:${'A'.repeat(43)}`, key: 'k', command: 'c' },
    warnWhen: { op: '>=', than: 5 },
  })
  if (settings.kind !== 'ssh') throw new Error('another kind')
  expect(sshFinding(settings, 0, ' 5.5\n')).toMatchObject({ outcome: 'slow', value: 5.5, note: '>= 5' })
  expect(sshFinding(settings, 0, '5 of 6')).toMatchObject({ outcome: 'unknown' })
})
