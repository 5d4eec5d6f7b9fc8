import type { ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** What a stream says first, and again when something may have been missed. */
export const hello = 'event: hello\ndata: {}\n\n'

interface EventStream {
  readonly out: ServerResponse
  /** Ends it from this side. */
  end(): void
  /** Done once when it ends, from whichever side. */
  onEnd(...stops: (() => void)[]): void
}

/** Turns an answer into server-sent events; it stands in `open` for as long as it lasts. */
export function openStream(request: FastifyRequest, reply: FastifyReply, open: Set<() => void>): EventStream {
  reply.hijack()
  const out = reply.raw
  out.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  out.write(`retry: 1000\n${hello}`)
  const stops: (() => void)[] = []
  const end = () => {
    if (!open.delete(end)) return
    for (const stop of stops) stop()
    out.end()
  }
  open.add(end)
  request.raw.on('close', end)
  return { out, end, onEnd: (...more) => void stops.push(...more) }
}
