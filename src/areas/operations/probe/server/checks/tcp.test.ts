import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { tcpSettings } from '../../kinds/network.settings.ts'
import { defer } from '../testing/defer.ts'
import { observe } from './observe.ts'

const cleanUp: (() => void)[] = []
afterEach(() => {
  for (const undo of cleanUp.splice(0)) undo()
})

const watch = (port: number, more = {}) =>
  observe(tcpSettings.parse({ kind: 'tcp', host: '127.0.0.1', port, ...more }), { intervalMs: 10_000, now: Date.now() })

async function listen(onSocket: (socket: Socket) => void): Promise<{ server: Server; port: number }> {
  const server = createServer(onSocket).listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanUp.push(() => server.close())
  return { server, port: (server.address() as AddressInfo).port }
}

describe('tcp', () => {
  it('is up when the port accepts, and closes the connection by itself', async () => {
    const closed = defer<boolean>()
    const { port } = await listen((socket) => socket.resume().once('close', (hadError) => closed.resolve(hadError)))
    expect(await watch(port)).toMatchObject({ outcome: 'up', note: 'connected', lingering: null })
    expect(await closed.promise, 'closed by a reset').toBe(false)
  })

  it('is down with the system error code when nothing listens', async () => {
    const { server, port } = await listen(() => {})
    server.close()
    await once(server, 'close')
    expect(await watch(port)).toMatchObject({ outcome: 'down', note: 'ECONNREFUSED' })
  })

  it('is down when the host has no address', async () => {
    const tooLong = 'a'.repeat(64) // no DNS label: refused without asking anybody
    const settings = tcpSettings.parse({ kind: 'tcp', host: tooLong, port: 80 })
    const found = await observe(settings, { intervalMs: 10_000, now: 0 })
    expect(found).toMatchObject({ outcome: 'down', note: expect.stringMatching(/^(ENOTFOUND|EAI_)/) })
  })

  it.skipIf(process.platform !== 'linux')(
    'gives up in time on a host that does not answer, and lets go of the socket',
    async () => {
      const port = await deafPort()
      const seen = await watch(port, { timeoutMs: 200 })
      expect(seen).toMatchObject({ outcome: 'down', note: 'timeout' })
      expect(seen.ms).toBeGreaterThanOrEqual(199)
      expect(seen.ms).toBeLessThan(1_900)
      await expect(seen.lingering).resolves.toBeDefined()
    },
  )
})

/** A port whose process is stopped and whose queue is full: the system drops further requests, as a dead host does. */
async function deafPort(): Promise<number> {
  const script = `require('net').createServer().listen({port:0,host:'127.0.0.1',backlog:1},function(){console.log(this.address().port)})`
  const child: ChildProcess = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  cleanUp.push(() => child.kill('SIGKILL'))
  const [line] = await once(child.stdout!, 'data')
  const port = Number(String(line))
  child.kill('SIGSTOP')
  for (let queued = true; queued; ) {
    const socket = connect(port, '127.0.0.1')
    cleanUp.push(() => socket.destroy())
    queued = await Promise.race([once(socket, 'connect').then(() => true), sleep(150).then(() => false)])
  }
  return port
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
