import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

export interface Asked {
  query: URLSearchParams
  body: unknown
}

export interface Answer {
  status: number
  body: unknown
}

/** Keyed by method and path, such as `POST /orders`. A route that returns nothing keeps the response and streams. */
export type Routes = Record<string, (asked: Asked, response: ServerResponse) => Answer | undefined | Promise<Answer>>

/** Stands in front of a route: passes on, answers in its place, or has the connection cut with `nothing`. */
export type Gate = (
  route: string,
  answer: () => ReturnType<Routes[string]>,
) => Promise<Awaited<ReturnType<Routes[string]>> | 'nothing'>

const bodyLimit = 64 * 1024

const open: Gate = async (_route, answer) => answer()

/** Listens on 127.0.0.1; rejects when the port is taken. Routes may be added later. */
export function serve(port: number, routes: Routes, gate: Gate = open): Promise<Server> {
  const server = createServer((request, response) => {
    answer(routes, gate, request, response).catch((bug) => {
      console.error(bug)
      if (response.headersSent) response.destroy()
      else send(response, { status: 500, body: { code: 'internal' } })
    })
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(server))
  })
}

/**
 * Asks a neighbour: POST with a body, else GET. Undefined when no JSON answer came within `timeout` ms:
 * whatever the cause, to the one who asks the neighbour is not there.
 */
export async function ask(port: number, path: string, body?: unknown, timeout = 1000): Promise<Answer | undefined> {
  const post = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const signal = AbortSignal.timeout(timeout)
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { ...(body === undefined ? {} : post), signal })
    return { status: response.status, body: await response.json() }
  } catch {
    return undefined
  }
}

/** The events of a neighbour's stream as they come; ends when the connection is lost or refused. */
export async function* events(port: number, path: string): AsyncGenerator<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined)
  if (!response?.body) return
  const chunks = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const chunk = await chunks.read().catch(() => undefined)
    if (!chunk || chunk.done) return
    const whole = (text + chunk.value).split('\n\n')
    text = whole.pop()!
    for (const event of whole) yield JSON.parse(event.replace(/^data: /, ''))
  }
}

async function answer(routes: Routes, gate: Gate, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const name = `${request.method} ${url.pathname}`
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined
  if (!route) return send(response, { status: 404, body: { code: 'not-found' } })
  const body = await readJson(request)
  if (body === unreadable) return send(response, { status: 400, body: { code: 'bad-json' } })
  const reply = await gate(name, () => route({ query: url.searchParams, body }, response))
  if (reply === 'nothing') response.destroy()
  else if (reply) send(response, reply)
}

const unreadable = Symbol('unreadable')

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size <= bodyLimit) chunks.push(chunk)
  }
  if (size === 0) return undefined
  if (size > bodyLimit) return unreadable
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return unreadable
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}
