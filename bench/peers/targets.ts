import { fork } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import type { Target } from './contender.ts'

/**
 * So many targets in a process of their own. Many share a port of many addresses, because a closed connection keeps its pair of
 * addresses and ports for a minute; each of the `mortal` has a port to itself, which `kill` closes.
 */
export async function startTargets(count: number, mortal: number) {
  const child = fork(import.meta.filename, [String(mortal)])
  const [ports] = (await once(child, 'message')) as [number[]]
  const [shared, own] = [ports.slice(mortal), ports.slice(0, mortal)]
  const place = (n: number) => ({
    host: `127.0.1.${1 + (n % 200)}`,
    port: (own[n] ?? shared[n % shared.length]) as number,
  })
  const targets = Array.from({ length: count }, (_, n): Target => ({ name: `target-${n}`, ...place(n) }))
  return {
    targets,
    /** From when on nobody listens there; milliseconds since 1970. */
    async kill({ port }: Target): Promise<number> {
      child.send(port)
      await once(child, 'message')
      return Date.now()
    },
    async stop() {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

async function listen(): Promise<Server> {
  const server = createServer((socket) => socket.resume().on('error', () => {})).listen(0, '0.0.0.0', 511)
  await once(server, 'listening')
  return server
}

if (process.argv[1] === import.meta.filename) {
  const servers = await Promise.all(Array.from({ length: Number(process.argv[2]) + 50 }, listen))
  const portOf = (server: Server) => (server.address() as AddressInfo).port
  const byPort = new Map(servers.map((server) => [portOf(server), server]))
  process.send?.([...byPort.keys()])
  process.once('disconnect', () => process.exit(0))
  process.on('message', (port: number) => byPort.get(port)?.close(() => process.send?.(port)))
}
