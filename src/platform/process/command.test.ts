import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCommand } from './command.ts'
import { BoundedOutput } from './output.ts'

const now = () => new Date().toISOString()
const node = (script: string, more: { timeoutMs?: number; env?: Record<string, string>; graceMs?: number } = {}) =>
  runCommand({ command: process.execPath, args: ['-e', script], timeoutMs: 10_000, ...more }, now)

describe('a command', () => {
  test('that ends well is ok, with what it said on both channels', async () => {
    const result = await node('console.log("out"); console.error("err")').result
    expect(result).toMatchObject({ outcome: 'ok', exitCode: 0, signal: null })
    expect(result.output.split('\n').sort()).toEqual(['', 'err', 'out'])
  })

  test('that ends badly has failed, with its exit code', async () => {
    expect(await node('process.exit(3)').result).toMatchObject({ outcome: 'failed', exitCode: 3 })
  })

  test('that somebody kills has failed, with the signal', async () => {
    const result = await node('process.kill(process.pid, "SIGKILL")').result
    expect(result).toMatchObject({ outcome: 'failed', exitCode: null, signal: 'SIGKILL' })
  })

  test('that does not exist has failed and says so', async () => {
    const result = await runCommand({ command: '/nowhere/program', args: [], timeoutMs: 1_000 }, now).result
    expect(result).toMatchObject({ outcome: 'failed', exitCode: null })
    expect(result.output).toContain('/nowhere/program')
    expect(result.output).toContain('ENOENT')
  })

  test('that cannot even be put to the system has failed and says so', async () => {
    const result = await node('1 // \0').result
    expect(result).toMatchObject({ outcome: 'failed', exitCode: null })
    expect(result.output).toContain('null bytes')
  })

  test('gets its words as they are, with no shell to read them', async () => {
    const spec = { command: process.execPath, args: ['-e', 'console.log(process.argv[1])', '$HOME; `id` > x'] }
    expect((await runCommand({ ...spec, timeoutMs: 10_000 }, now).result).output).toBe('$HOME; `id` > x\n')
  })

  test('does not see our secrets, and sees what it is given', async () => {
    process.env['DATABASE_URL'] = 'postgres://secret'
    const { output } = await node('console.log(JSON.stringify(process.env))', { env: { FLOOR: '1' } }).result
    expect(output).not.toContain('secret')
    expect(JSON.parse(output)).toMatchObject({ FLOOR: '1' })
  })

  test('can be read while it runs', async () => {
    const command = node('console.log("half"); process.stdin.resume(); setInterval(() => {}, 1000)')
    await expect.poll(() => command.output(), { interval: 10 }).toBe('half\n')
    command.end()
    expect(await command.result).toMatchObject({ outcome: 'ended', output: 'half\n' })
  })

  test('that leaves a program running behind it is not waited for', async () => {
    const script = `const c = require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20000)'],
      { detached: true, stdio: 'inherit' }); c.unref(); console.log(c.pid); process.exit(0)`
    const result = await node(script).result
    const left = Number(result.output)
    try {
      expect(result.outcome).toBe('ok')
      expect(isAlive(left)).toBe(true)
    } finally {
      process.kill(left, 'SIGKILL')
    }
  })
})

test('O4: a command that never returns ends with its whole group, and the next one runs', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'command-'))
  const pids = join(folder, 'pids')
  const deaf = `process.on('SIGTERM', () => {}); require('fs').appendFileSync(${JSON.stringify(pids)}, process.pid + '\\n');
    setInterval(() => {}, 1000)`
  writeFileSync(join(folder, 'grandchild.js'), deaf)
  writeFileSync(
    join(folder, 'child.js'),
    `require('child_process').spawn(process.execPath, [${JSON.stringify(join(folder, 'grandchild.js'))}]); ${deaf}`,
  )
  const hung = runCommand(
    { command: process.execPath, args: [join(folder, 'child.js')], timeoutMs: 1_500, graceMs: 200 },
    now,
  )
  const result = await hung.result
  expect(result.outcome).toBe('timed-out')
  const started = readFileSync(pids, 'utf8').trim().split('\n').map(Number)
  expect(started).toHaveLength(2)
  for (const pid of started) expect(isAlive(pid)).toBe(false)
  expect((await node('console.log("next")').result).output).toBe('next\n')
})

describe('long output', () => {
  test('keeps its beginning and its end and says how much is left out', () => {
    const output = new BoundedOutput(10)
    for (const part of ['abc', 'defgh', 'ijklmnopq', 'rs']) output.add(Buffer.from(part))
    expect(output.toString()).toBe('abcde\n… 9 bytes …\nopqrs')
  })

  test('is whole while it fits, however it comes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary-ascii' })), (parts) => {
        const output = new BoundedOutput(100_000)
        for (const part of parts) output.add(Buffer.from(part))
        expect(output.toString()).toBe(parts.join('').replaceAll('\0', ''))
      }),
    )
  })
})

/** A process that has ended but that nobody has asked about yet still has a number; it is not alive. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
