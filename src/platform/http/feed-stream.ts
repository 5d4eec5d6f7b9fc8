import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { notFound, Refusal } from '../../record/problem.ts'
import type { AreaServer } from '../area.ts'
import type { Engine } from '../engine.ts'
import { hello, openStream } from './event-stream.ts'
import { problemSchema } from './problems.ts'

/** A burst of changes is told once. */
const gatherMs = 300
/** Whoever hears nothing for longer than this is cut off, and its token may have been revoked. */
const aliveMs = 5_000
/** Followers that one address may have on this copy. */
const most = 20

const params = z.object({ token: z.string().max(200) })

/** Server-sent events for feeds that may be followed: `change` says to read it again, `alive` that nothing was missed. */
export function feedStreams(app: FastifyInstance, engine: Engine, areas: readonly AreaServer[]): () => void {
  const open = new Set<() => void>()
  const following = new Map<string, number>()
  for (const { code, feeds = [] } of areas) {
    for (const { path, live } of feeds) {
      if (!live) continue
      const schema = {
        tags: [code],
        summary: 'Server-sent events: `change` when what this address gives has changed, `alive` every five seconds',
        params,
        produces: ['text/event-stream'],
        response: { 200: z.string(), '4xx': problemSchema },
      }
      app.get(`${path}/:token/live`, { schema, config: { open: true } }, async (request, reply) => {
        const { token } = request.params as z.output<typeof params>
        if (!(await live.holds(engine, token))) throw notFound()
        const count = following.get(token) ?? 0
        if (count >= most) throw new Refusal('too-many-requests', tooMany)
        following.set(token, count + 1)

        const { out, end, onEnd } = openStream(request, reply, open)
        let timer: NodeJS.Timeout | undefined
        const tell = async (event: 'change' | 'alive') => {
          timer = undefined
          if (await live.holds(engine, token)) out.write(`event: ${event}\ndata: {}\n\n`)
          else end()
        }
        // Silence is what tells the other side: a stream that cannot be vouched for says nothing.
        const say = (event: 'change' | 'alive') => void tell(event).catch((err) => engine.log.error({ err }, 'feed'))
        const alive = setInterval(() => say('alive'), aliveMs)
        onEnd(
          engine.events.on('record', ({ record }) => {
            if (live.watches.includes(record)) timer ??= setTimeout(() => say('change'), gatherMs)
          }),
          engine.events.onGap(() => out.write(hello)),
          () => clearInterval(alive),
          () => clearTimeout(timer),
          () => leave(following, token),
        )
      })
    }
  }
  return () => {
    for (const end of [...open]) end()
  }
}

function leave(following: Map<string, number>, token: string): void {
  const left = (following.get(token) ?? 1) - 1
  if (left > 0) following.set(token, left)
  else following.delete(token)
}

const tooMany = [
  '这个地址已在太多屏幕上打开。请为每块大屏各建一个地址。',
  'This address is open on too many screens. Make one for each.',
] as const
