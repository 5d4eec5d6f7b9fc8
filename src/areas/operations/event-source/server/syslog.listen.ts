import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, isIPv6, type Socket } from 'node:net'
import { framesOf } from '../frames.rules.ts'

/** A message as it came, and from which address. */
export interface Arrived {
  readonly from: string
  readonly bytes: Buffer
}

export interface Listening {
  stop(): Promise<void>
}

const mostConnections = 200

/** Takes syslog at one port over UDP and TCP. Rejects where it cannot; a sender whose stream cannot be read is cut off. */
export async function listenForSyslog(
  at: { readonly host: string; readonly port: number },
  take: (message: Arrived) => void,
): Promise<Listening> {
  const udp = createSocket(isIPv6(at.host) ? 'udp6' : 'udp4')
  const sockets = new Set<Socket>()
  const tcp = createServer((socket) => {
    sockets.add(socket)
    const frames = framesOf()
    const from = plain(socket.remoteAddress ?? '')
    const all = (messages: readonly Buffer[]) => {
      for (const bytes of messages) take({ from, bytes })
    }
    socket.on('data', (chunk) => {
      try {
        all(frames.push(chunk))
      } catch {
        socket.destroy()
      }
    })
    socket.on('end', () => all(frames.end()))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  })
  tcp.maxConnections = mostConnections
  udp.on('message', (bytes, { address }) => take({ from: plain(address), bytes }))
  const stop = async () => {
    for (const socket of sockets) socket.destroy()
    const closed = tcp.listening ? once(tcp, 'close') : null
    tcp.close()
    await closed
    await new Promise<void>((resolve) => udp.close(() => resolve()))
  }
  try {
    tcp.listen(at)
    await once(tcp, 'listening')
    udp.bind(at.port, at.host)
    await once(udp, 'listening')
    udp.on('error', () => {})
  } catch (error) {
    await stop()
    throw error
  }
  return { stop }
}

/** An IPv4 address that came over a socket of both kinds. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')
