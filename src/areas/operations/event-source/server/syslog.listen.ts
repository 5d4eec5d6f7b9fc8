import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, isIPv6, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { framesOf } from '../frames.rules.ts'

/** A message as it came, and from which address. */
export interface Arrived {
  readonly from: string
  readonly bytes: Buffer
}

export interface Listening {
  stop(): Promise<void>
}

interface Place {
  readonly host: string
  readonly port: number
}

type Take = (message: Arrived) => void

const mostConnections = 200
const handshakeMs = 10_000

/** Takes syslog at one port over UDP and TCP. Rejects where it cannot; a sender whose stream cannot be read is cut off. */
export async function listenForSyslog(at: Place, take: Take): Promise<Listening> {
  const udp = createSocket(isIPv6(at.host) ? 'udp6' : 'udp4')
  udp.on('message', (bytes, { address }) => take({ from: plain(address), bytes }))
  const tcp = streams(take)
  const server = createServer(tcp.hear)
  const stop = async () => {
    await tcp.close(server)
    await new Promise<void>((resolve) => udp.close(() => resolve()))
  }
  try {
    await opened(server, at)
    udp.bind(at.port, at.host)
    await once(udp, 'listening')
    udp.on('error', () => {})
  } catch (error) {
    await stop()
    throw error
  }
  return { stop }
}

/** Takes syslog over TLS (RFC 5425), by a certificate and its key, both in `pem`. Rejects where it cannot. */
export async function listenForSyslogTls(at: Place, pem: Buffer, take: Take): Promise<Listening> {
  const tls = streams(take)
  const options = { key: pem, cert: pem, minVersion: 'TLSv1.2', handshakeTimeout: handshakeMs } as const
  const server = createTlsServer(options, tls.hear)
  server.on('tlsClientError', (_error, socket) => socket.destroy())
  const stop = () => tls.close(server)
  try {
    await opened(server, at)
  } catch (error) {
    await stop()
    throw error
  }
  return { stop }
}

async function opened(server: Server, at: Place): Promise<void> {
  server.maxConnections = mostConnections
  server.listen(at)
  await once(server, 'listening')
}

/** The connections of one server, each a stream of messages. */
function streams(take: Take) {
  const sockets = new Set<Socket>()
  return {
    hear(socket: Socket): void {
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
    },
    async close(server: Server): Promise<void> {
      for (const socket of sockets) socket.destroy()
      const closed = server.listening ? once(server, 'close') : null
      server.close()
      await closed
    },
  }
}

/** An IPv4 address that came over a socket of both kinds. */
export const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')
