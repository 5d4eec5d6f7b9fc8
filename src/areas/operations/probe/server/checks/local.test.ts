/** Checks that look at this machine: process, disk, file; and heartbeats, which only look at the clock. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskSettings, heartbeatSettings } from '../../kinds/machine.settings.ts'
import { probeSettings } from '../../probe.settings.ts'
import { diskFinding } from './disk.ts'
import { heartbeatFinding } from './heartbeat.ts'
import { observe } from './observe.ts'
import { processCheck } from './process.ts'

const now = Date.parse('2026-11-25T01:00:00Z')
const GIB = 2 ** 30
let folder: string
let children: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'probe-'))
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  children = []
  await rm(folder, { recursive: true })
})

async function seen(settings: object) {
  const { outcome, value, note } = await observe(probeSettings.parse(settings), { intervalMs: 10_000, now })
  return { outcome, value, note }
}

describe('process', () => {
  const pidFile = () => join(folder, 'pid')
  const look = (commandLine: string) => seen({ kind: 'process', pidFile: pidFile(), commandLine })

  async function start(command: string, ...args: string[]): Promise<ChildProcess> {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    children.push(child)
    await once(child, 'spawn')
    return child
  }

  it.runIf(process.platform === 'linux')(
    'is up while it runs, and down when another program has its number',
    async () => {
      const child = await start(process.execPath, '-e', 'setInterval(() => {}, 1e6)', 'quote-feed')
      await writeFile(pidFile(), `${child.pid}\n`)
      expect(await look('quote-feed')).toEqual({ outcome: 'up', value: null, note: `pid ${child.pid}` })
      expect(await look('order-gateway')).toMatchObject({
        outcome: 'down',
        note: `pid ${child.pid} is another program`,
      })
      child.kill('SIGKILL')
      await once(child, 'close')
      expect(await look('quote-feed')).toMatchObject({ outcome: 'down', note: `no process ${child.pid}` })
    },
  )

  it.runIf(process.platform === 'linux')('is down as a zombie', async () => {
    // The shell becomes a program that never asks after its ended child.
    const parent = await start('sh', '-c', 'sleep 0.3 & echo $!; exec sleep 60')
    const [line] = await once(parent.stdout!, 'data')
    const pid = Number(String(line))
    while (!(await readFile(`/proc/${pid}/stat`, 'utf8')).includes(') Z ')) await new Promise(setImmediate)
    await writeFile(pidFile(), String(pid))
    expect(await look('sleep')).toMatchObject({ outcome: 'down', note: `pid ${pid} zombie` })
  })

  it('where there is no /proc, is judged by its number alone and says so', async () => {
    const child = await start(process.execPath, '-e', 'setInterval(() => {}, 1e6)')
    await writeFile(pidFile(), String(child.pid))
    const settings = { kind: 'process', pidFile: pidFile(), commandLine: 'other', timeoutMs: 2_000 } as const
    const { signal } = new AbortController()
    const found = () => processCheck(settings, { signal }, 'darwin')
    expect(await found()).toMatchObject({ outcome: 'up', note: `pid ${child.pid}, pid only` })
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(await found()).toMatchObject({ outcome: 'down', note: `no process ${child.pid}` })
  })

  it.each(['', 'abc', '-1', '0'])('is down when the pid file says "%s"', async (text) => {
    await writeFile(pidFile(), text)
    expect(await look('x')).toMatchObject({ outcome: 'down', note: 'no pid in file' })
  })

  it('is down without a pid file', async () => {
    expect(await look('x')).toMatchObject({ outcome: 'down', note: 'ENOENT' })
  })
})

describe('disk', () => {
  it('measures the file system that holds a path', async () => {
    const found = await seen({ kind: 'disk', path: folder, downFreeBytes: 1 })
    expect(found).toEqual({ outcome: 'up', value: expect.any(Number), note: `${found.value} % free` })
    expect(found.value).toBeGreaterThan(0)
    expect(found.value).toBeLessThanOrEqual(100)
    expect(await seen({ kind: 'disk', path: folder, downFreeBytes: 2 ** 52 })).toMatchObject({ outcome: 'down' })
    expect(await seen({ kind: 'disk', path: join(folder, 'none'), downFreeBytes: 1 })).toMatchObject({ note: 'ENOENT' })
  })

  it.each([
    [{ warnFreePercent: 20, downFreePercent: 10 }, 30, 'up'],
    [{ warnFreePercent: 20, downFreePercent: 10 }, 20, 'up'],
    [{ warnFreePercent: 20, downFreePercent: 10 }, 19, 'slow'],
    [{ warnFreePercent: 20, downFreePercent: 10 }, 9, 'down'],
    [{ warnFreeBytes: 50 * GIB, downFreeBytes: 5 * GIB }, 30, 'slow'],
    [{ downFreePercent: 1, downFreeBytes: 50 * GIB }, 30, 'down'],
  ])('%j with 100 GiB, %i of them free: %s', (thresholds, free, outcome) => {
    const settings = diskSettings.parse({ kind: 'disk', path: '/', ...thresholds })
    expect(diskFinding(settings, { free: free * GIB, total: 100 * GIB }).outcome).toBe(outcome)
  })

  it('wants a threshold', () => {
    expect(probeSettings.safeParse({ kind: 'disk', path: '/' }).success).toBe(false)
  })
})

describe('file', () => {
  async function write(name: string, ageSeconds: number, content = 'data'): Promise<string> {
    const path = join(folder, name)
    await writeFile(path, content)
    await utimes(path, new Date(now), new Date(now - ageSeconds * 1_000))
    return path
  }
  const rule = { kind: 'file', maxAgeSeconds: 600, warnAgeSeconds: 300, minBytes: 3 }

  it.each([
    [0, 'data', 'up', '0 s old'],
    [300, 'data', 'up', '300 s old'],
    [301, 'data', 'slow', '301 s old'],
    [601, 'data', 'down', '601 s old'],
    [10, 'ab', 'down', '2 bytes'],
    [-3_600, 'data', 'slow', 'dated ahead'],
  ])('%i s old with "%s" is %s', async (age, content, outcome, note) => {
    const path = await write('backup.dump', age, content)
    expect(await seen({ ...rule, path })).toEqual({ outcome, value: age, note })
  })

  it('takes the newest file directly inside a folder', async () => {
    await write('a', 5_000)
    await write('b', 20)
    await write('c', 900)
    await mkdir(join(folder, 'newer-folder'))
    expect(await seen({ ...rule, path: folder })).toMatchObject({ outcome: 'up', value: 20 })
  })

  it('is down when the folder is empty or missing', async () => {
    expect(await seen({ ...rule, path: folder })).toMatchObject({ outcome: 'down', note: 'empty folder' })
    expect(await seen({ ...rule, path: join(folder, 'none') })).toMatchObject({ outcome: 'down', note: 'ENOENT' })
  })
})

describe('heartbeat', () => {
  const settings = heartbeatSettings.parse({ kind: 'heartbeat', maxSilenceSeconds: 60, warnSilenceSeconds: 30 })

  it.each([
    [30, 'up'],
    [31, 'slow'],
    [60, 'slow'],
    [61, 'down'],
    [-5, 'up'],
  ])('after %i s of silence is %s', (seconds, outcome) => {
    expect(heartbeatFinding(settings, now - seconds * 1_000, now)).toMatchObject({
      outcome,
      value: Math.max(0, seconds),
    })
  })

  it('that never came is down', async () => {
    expect(await seen(settings)).toEqual({ outcome: 'down', value: null, note: 'never pushed' })
    const observed = await observe(settings, { intervalMs: 10_000, now, lastPush: now - 1_000 })
    expect(observed).toMatchObject({ outcome: 'up', value: 1, lingering: null })
  })
})
