import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createNetServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { type Letter, Undelivered } from './sender.ts'

/** For tests: a letter to nobody in particular, and what other servers take and answer. */
export const letterOf = (some: Partial<Letter> = {}): Letter => ({
  id: '0199b6f0-0000-7000-8000-000000000001',
  to: '',
  lang: 'zh',
  subject: '严重告警:交易前置 延迟过高',
  text: '第一行\n第二行',
  link: 'https://it.firm.example/incidents/INC-1',
  event: null,
  thread: [],
  replyTo: null,
  ...some,
})

/** What a sender was refused with. A delivery fails the test, and so does a bug. */
export async function refusalOf(sent: Promise<unknown>): Promise<{ reason: string; again: boolean }> {
  try {
    await sent
  } catch (error) {
    if (error instanceof Undelivered) return { reason: error.message, again: error.again }
    throw error
  }
  throw new Error('It was delivered')
}

export interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A real HTTP server for one test, and what it received. */
export async function httpServer(answer: (to: ServerResponse, received: Received) => void) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    const one = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(pieces).toString() }
    received.push(one)
    answer(response, one)
  })
  onTestFinished(() => {
    server.closeAllConnections()
  })
  return { url: `http://127.0.0.1:${await listening(server)}`, received }
}

/** A port where somebody listens and answers nothing, ever, but what `says` says; and when whoever came has gone. */
export async function silentServer(says: (socket: Socket) => void = () => {}) {
  const server = createNetServer()
  const left = once(server, 'connection').then(([socket]) => {
    // Who hangs up on a server that speaks resets the connection.
    socket.on('error', () => socket.destroy()).resume()
    says(socket)
    return new Promise<void>((resolve) => socket.on('close', resolve))
  })
  return { port: await listening(server), left }
}

/** Listens on a port of 127.0.0.1 until the test has ended. */
export async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** A port where nobody listens. */
export async function deadPort(): Promise<number> {
  const server = createNetServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
