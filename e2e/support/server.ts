import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const password = 'a password for journeys'

/** The product as a newcomer runs it, in a data folder of its own. */
export interface Server {
  readonly url: string
  readonly home: string
  readonly floorPort: number
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | null>
  /** kill -9, as a power cut would. */
  kill(): Promise<void>
  /** Removes the data folder of a stopped server. */
  clear(): Promise<void>
  output(): string
}

const main = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url))

interface Options {
  readonly home?: string
  readonly port?: number
  readonly floorPort?: number
  /** Without the demo firm it waits for its first administrator. */
  readonly demo?: boolean
}

export async function startServer(options: Options = {}): Promise<Server> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'touchstone-journey-')))
  await chmod(home, 0o711)
  const port = options.port ?? (await freePorts(1))
  const floorPort = options.floorPort ?? (await freePorts(6))
  const child = spawn(process.execPath, ['--enable-source-maps', main, 'start'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      TOUCHSTONE_HOME: home,
      TOUCHSTONE_FLOOR_PORT: String(floorPort),
      TOUCHSTONE_DEMO_PASSWORD: password,
      HOST: '127.0.0.1',
      TOUCHSTONE_DEMO: options.demo === false ? '0' : '1',
      DATABASE_URL: '',
    },
  })
  let output = ''
  const hear = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const url = `http://127.0.0.1:${port}`
  await healthy(url, child, () => output)
  return {
    url,
    home,
    floorPort,
    output: () => output,
    stop: () => end(child, 'SIGINT'),
    kill: async () => void (await end(child, 'SIGKILL')),
    clear: () => rm(home, { recursive: true, force: true }),
  }
}

async function end(child: ChildProcess, signal: 'SIGINT' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exit = once(child, 'exit')
  child.kill(signal)
  const [code] = await exit
  return code
}

/** Asks for health until it answers; a server that ended instead says why. */
async function healthy(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 12_000; tries++) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output()}`)
    const answer = await fetch(`${url}/api/health`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The server did not become healthy:\n${output()}`)
}

/** The first of so many neighbouring free ports. */
export async function freePorts(count: number): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const first = 20_000 + Math.floor(Math.random() * 12_000)
    const free = await Promise.all(Array.from({ length: count }, (_, i) => isFree(first + i)))
    if (free.every(Boolean)) return first
  }
  throw new Error('No free ports')
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ host: '127.0.0.1', port }, () => server.close(() => resolve(true)))
  })
