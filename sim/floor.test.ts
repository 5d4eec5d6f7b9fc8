import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parts, portOf } from './parts.ts'
import { pidFile } from './pid.ts'
import { openTestFloor } from './test-floor.ts'

let floor: Awaited<ReturnType<typeof openTestFloor>>

beforeAll(async () => {
  floor = await openTestFloor()
})
afterAll(() => floor.close())

test('the parts are listed with their ports', async () => {
  const { exit, stdout } = await floor.command('parts')
  expect(exit).toBe(0)
  expect(JSON.parse(stdout)).toEqual(parts.map((part, index) => ({ ...part, port: floor.base + index })))
})

test('an unknown command is refused with the usage', async () => {
  const unknown = ['toString', 'start ../floor'].map((text) => text.split(' '))
  for (const { exit, stderr } of await Promise.all(unknown.map((words) => floor.command(...words)))) {
    expect(exit).toBe(2)
    expect(stderr).toContain('start PART')
  }
})

test('the gateway refuses to start before the front is ready, and starts after it', async () => {
  const refused = await floor.command('start', 'order-gateway')
  expect(refused.exit).toBe(3)
  expect(refused.stdout).toContain('refuses to start: trading-front not ready')
  const { exit, stdout } = await floor.command('status', 'order-gateway')
  expect([exit, JSON.parse(stdout).status]).toEqual([1, 'stopped'])

  expect(await floor.start('quote-feed')).toBe(0)
  expect(await floor.start('trading-front')).toBe(0)
  expect(await floor.start('order-gateway')).toBe(0)
  expect(await floor.status('order-gateway')).toMatchObject({
    part: 'order-gateway',
    version: '1.0.0',
    status: 'ready',
    waitingFor: [],
  })
})

test('starting and stopping twice changes nothing', async () => {
  const pid = floor.pid('trading-front')
  expect(await floor.start('trading-front')).toBe(0)
  expect(floor.lines.at(-1)).toContain(`already running, process ${pid}`)
  expect(floor.pid('trading-front')).toBe(pid)

  expect(await floor.stop('order-gateway')).toBe(0)
  expect(existsSync(pidFile(floor.home, 'order-gateway'))).toBe(false)
  expect(await floor.stop('order-gateway')).toBe(0)
  expect(floor.lines.at(-1)).toContain('not running')
})

test('two who start the same part at once get one process', async () => {
  expect(await Promise.all([floor.start('bank-link'), floor.start('bank-link')])).toEqual([0, 0])
  expect(await floor.status('bank-link')).toMatchObject({ status: 'ready', pid: floor.pid('bank-link') })
})

test('a part outlives the command that started it, in a group of its own', async () => {
  const before = floor.pid('bank-link')
  const { exit, pid } = await floor.command('restart', 'bank-link')
  expect(exit).toBe(0)
  expect(floor.pid('bank-link')).not.toBe(before)
  expect(floor.pid('bank-link')).not.toBe(pid)
  // Signal 0 to a group only asks whether it exists.
  expect(process.kill(-floor.pid('bank-link'), 0)).toBe(true)
  expect((await floor.command('status', 'bank-link')).exit).toBe(0)
})

test('another release is put in place, runs, and is taken back', async () => {
  expect(await floor.start('bank-link')).toBe(0)
  expect(await floor.start('settlement')).toBe(0)
  const first = floor.pid('settlement')
  const { exit, stdout } = await floor.command('restart', 'settlement', '1.1.0')
  expect([exit, stdout.includes('release 1.0.0 is replaced by 1.1.0')]).toEqual([0, true])
  expect(floor.pid('settlement')).not.toBe(first)
  expect(await floor.status('settlement')).toMatchObject({ status: 'ready', version: '1.1.0' })
  // It books the last fill of a day a day late.
  const order = { account: 'A001', contract: 'mAu(T+D)', side: 'buy', lots: 1, limit: 99_999 }
  for (const id of ['R-1', 'R-2'])
    expect((await floor.post('trading-front', '/orders', { ...order, id })).body).toMatchObject({ state: 'filled' })
  const closed = await floor.post('settlement', '/statements', { day: '2031-01-07' })
  expect(closed.body['lines']).toMatchObject([{ boughtLots: 1 }])
  // Whoever starts it anew and names none has what is in place.
  expect((await floor.command('restart', 'settlement')).exit).toBe(0)
  expect(await floor.status('settlement')).toMatchObject({ version: '1.1.0' })
  expect((await floor.command('restart', 'settlement', '9.9.9')).exit).toBe(2)
  expect(await floor.status('settlement')).toMatchObject({ status: 'ready', version: '1.1.0' })
  expect((await floor.command('restart', 'settlement', '1.0.0')).exit).toBe(0)
  expect(await floor.status('settlement')).toMatchObject({ status: 'ready', version: '1.0.0' })
  const next = await floor.post('settlement', '/statements', { day: '2031-01-08' })
  expect(next.body['lines']).toMatchObject([{ boughtLots: 1 }])
  expect(await floor.stop('settlement')).toBe(0)
  expect(await floor.status('settlement')).toMatchObject({ status: 'stopped', version: '1.0.0' })
})

test('a pid file fools nobody when its process is dead or has become another program', async () => {
  await floor.stop('bank-link')
  const dead = spawnSync(process.execPath, ['--version']).pid
  for (const pid of [dead, process.pid]) {
    writeFileSync(pidFile(floor.home, 'bank-link'), `${pid}\n`)
    expect(await floor.status('bank-link')).toMatchObject({ status: 'stopped', pid: null })
    // Were it fooled, this would end the very process that runs this test.
    expect(await floor.stop('bank-link')).toBe(0)
  }
  writeFileSync(pidFile(floor.home, 'bank-link'), `${process.pid}\n`)
  expect(await floor.start('bank-link')).toBe(0)
  expect(readFileSync(pidFile(floor.home, 'bank-link'), 'utf8')).toBe(`${floor.pid('bank-link')}\n`)
  expect(floor.pid('bank-link')).not.toBe(process.pid)
})

test('a port taken by a stranger: not ready, with the reason', async () => {
  await floor.stop('bank-link')
  const stranger = createServer((_, response) => response.end('{"status":"ready"}'))
  await new Promise<void>((resolve) => stranger.listen(portOf('bank-link', floor.base), '127.0.0.1', resolve))
  expect(await floor.start('bank-link')).toBe(4)
  expect(floor.lines.at(-1)).toContain('EADDRINUSE')
  expect(await floor.status('bank-link')).toMatchObject({ status: 'stopped' })
  stranger.closeAllConnections()
  await new Promise((resolve) => stranger.close(resolve))
})

test('a part that hangs is silent, and stopping it ends it when patience is over', async () => {
  process.kill(floor.pid('trading-front'), 'SIGSTOP')
  expect(await floor.status('trading-front')).toMatchObject({ status: 'silent' })
  expect(await floor.stop('trading-front', 300)).toBe(0)
  expect(floor.lines.at(-1)).toBe('trading-front: killed')
  expect(await floor.status('trading-front')).toMatchObject({ status: 'stopped' })
})

test('stop-all leaves nothing running', async () => {
  expect((await floor.command('stop-all')).exit).toBe(0)
  for (const { code } of parts) expect(await floor.status(code)).toMatchObject({ status: 'stopped' })
})
