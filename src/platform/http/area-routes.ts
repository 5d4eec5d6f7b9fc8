import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../record/problem.ts'
import { holds } from '../../record/rule.ts'
import { say } from '../../record/words.ts'
import type { AreaServer } from '../area.ts'
import type { Engine } from '../engine.ts'
import { readItem } from '../read/item.ts'
import { disposition } from '../sides/file-name.ts'
import { bearerOf, me, placeOf } from './gate.ts'
import { problemSchema } from './problems.ts'
import { idParam } from './record-routes.ts'

const notAllowed = () => new Refusal('not-allowed', ['您的角色不能查看或办理。', 'Your roles do not allow this.'])

/**
 * The reads and writes of an area's own, each behind its rule. A query's input is read from its path and its search
 * parameters together.
 */
export function areaRoutes(app: FastifyInstance, engine: Engine, area: AreaServer): void {
  for (const { path, allow, summary, input, output, run } of area.queries ?? []) {
    const schema = {
      tags: [area.code],
      summary,
      ...asked(path, input),
      response: { 200: output, '4xx': problemSchema },
    }
    app.get(path, { schema }, async (request) => {
      const { person } = me(request)
      if (!holds(allow, person, {})) throw notAllowed()
      const given = { ...(request.query as object), ...(request.params as object) }
      return run({ db: engine.db, person, now: engine.clock.now(), engine }, given as never)
    })
  }
  for (const { name, of, summary, output, run } of area.besides ?? []) {
    for (const { record, words } of engine.registry.all.filter((entry) => of(entry.record))) {
      const schema = {
        tags: [say(words.name, 'en')],
        summary,
        params: idParam,
        response: { 200: output, '4xx': problemSchema },
      }
      app.get(`/api/${record.plural}/:id/${name}`, { schema }, async (request) => {
        const { person } = me(request)
        const row = await readItem(engine.db, record, person, (request.params as { id: string }).id)
        return run({ db: engine.db, person, now: engine.clock.now(), engine }, record, row)
      })
    }
  }
  for (const { path, allow, summary, input, output, run, about, bodyLimit } of area.commands ?? []) {
    const schema = { tags: [area.code], summary, body: input, response: { 200: output, '4xx': problemSchema } }
    const config = about === undefined ? {} : { about }
    app.post(path, { schema, config, ...(bodyLimit && { bodyLimit }) }, async (request) => {
      const { person } = me(request)
      if (!holds(allow, person, {})) throw notAllowed()
      return engine.inTx(person, (tx) => run(tx, request.body as never))
    })
  }
  for (const { path, allow, summary, type, input, run } of area.downloads ?? []) {
    const schema = {
      tags: [area.code],
      summary,
      ...asked(path, input),
      produces: [type],
      response: { 200: z.string(), '4xx': problemSchema },
    }
    app.get(path, { schema }, async (request, reply) => {
      const { person } = me(request)
      if (!holds(allow, person, {})) throw notAllowed()
      const given = { ...(request.query as object), ...(request.params as object) }
      const reading = { db: engine.db, person, now: engine.clock.now(), engine }
      const at = { ...reading, lang: request.lang, origin: placeOf(engine, request).origin }
      const { name, bytes } = await run(at, given as never)
      return reply
        .header('content-type', type)
        .header('content-disposition', disposition('attachment', name))
        .header('cache-control', 'no-store')
        .send(bytes)
    })
  }
  for (const { path, type, summary, text } of area.texts ?? []) {
    const schema = { tags: [area.code], summary, produces: [type], response: { 200: z.string() } }
    app.get(path, { schema, config: { open: true } }, async (request, reply) =>
      reply
        .type(`${type}; charset=utf-8`)
        .header('cache-control', 'no-cache')
        .serializer(String)
        .send(await text(placeOf(engine, request).origin)),
    )
  }
  for (const { path, type, summary, read } of area.feeds ?? []) {
    const params = z.object({ token: z.string().max(200) })
    const schema = {
      tags: [area.code],
      summary,
      params,
      produces: [type],
      response: { 200: z.string(), '4xx': problemSchema },
    }
    app.get(`${path}/:token`, { schema, config: { open: true } }, async (request, reply) => {
      const text = await read(engine, (request.params as z.output<typeof params>).token)
      return reply
        .type(`${type}; charset=utf-8`)
        .header('cache-control', 'private, no-cache')
        .serializer(String)
        .send(text)
    })
  }
  intakeRoutes(app, engine, area)
}

/** Whoever sends is known by a token alone, and what is sent is taken as bytes. */
function intakeRoutes(app: FastifyInstance, engine: Engine, { code, intakes = [] }: AreaServer): void {
  app.register(async (routes) => {
    routes.removeAllContentTypeParsers()
    routes.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    for (const { path, summary, bodyLimit, output, take } of intakes) {
      const schema = { tags: [code], summary, response: { 200: output, '4xx': problemSchema } }
      const options = { config: { open: true }, ...(bodyLimit && { bodyLimit }) }
      const bytes = ({ body }: FastifyRequest) => (Buffer.isBuffer(body) ? body : Buffer.alloc(0))
      routes.post(path, { schema, ...options }, (request) => take(engine, bearerOf(request) ?? null, bytes(request)))
      const params = z.object({ token: z.string() })
      routes.post(`${path}/:token`, { schema: { ...schema, params }, ...options }, (request) =>
        take(engine, (request.params as z.output<typeof params>).token, bytes(request)),
      )
    }
  })
}

/** The input's fields by where they stand: those that the path names, and the others. */
function asked(path: string, input: z.ZodObject): { params?: z.ZodObject; querystring?: z.ZodObject } {
  const named = Object.keys(input.shape).filter((name) => path.split('/').includes(`:${name}`))
  if (named.length === 0) return { querystring: input }
  const mask = Object.fromEntries(named.map((name) => [name, true])) as Record<never, never>
  return { params: input.pick(mask), querystring: input.omit(mask) }
}
