import { existsSync } from 'node:fs'
import fastifyCompress from '@fastify/compress'
import fastifyCookie from '@fastify/cookie'
import fastifyMultipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import fastifySwagger from '@fastify/swagger'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { jsonSchemaTransform, serializerCompiler } from 'fastify-type-provider-zod'
import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '../../record/problem.ts'
import { langOf } from '../../record/words.ts'
import { approvalRoutes } from '../approval/routes.ts'
import type { AreaServer } from '../area.ts'
import type { Engine } from '../engine.ts'
import { healthOf } from '../health/health.ts'
import { newId } from '../new-id.ts'
import { requestsPerMinute } from '../settings/house.ts'
import { sideRoutes } from '../sides/routes.ts'
import { transferRoutes } from '../transfer/routes.ts'
import { areaRoutes } from './area-routes.ts'
import { bulkRoute } from './bulk-route.ts'
import { readInput } from './faults.ts'
import { feedStreams } from './feed-stream.ts'
import { installGate } from './gate.ts'
import { preferenceRoutes } from './preference-routes.ts'
import { installProblems, problemSchema, sendProblem, wrongContentType } from './problems.ts'
import { recordRoutes } from './record-routes.ts'
import { searchRoute } from './search-route.ts'
import { sessionRoutes } from './session/routes.ts'
import { streamRoute } from './stream-route.ts'
import { workRoutes } from './work-routes.ts'

export interface HttpOptions {
  readonly areas: readonly AreaServer[]
  /** The built web app; without it only the API answers. */
  readonly webRoot?: string
  /** How many requests a session, a token or a stranger's address may make, on this copy; as the settings say, without it. */
  readonly requestsPerMinute?: number
  /** Further routes of the composition root (first-run set-up). */
  readonly more?: (app: FastifyInstance) => void
}

const bodyLimit = 1024 * 1024

/** Builds the HTTP server over an engine: every record's routes, the areas' own, sign-in, events, and the web app. */
export async function makeHttp(engine: Engine, options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: engine.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    bodyLimit,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    // An address that cannot be decoded comes to no route, and so not to the error handler.
    frameworkErrors: (_error, request, reply) => {
      const text = ['地址无法解读。', 'The address cannot be read.'] as const
      sendProblem(reply, new Refusal('not-found', text), langOf(request.headers['accept-language']))
    },
  })
  app.removeContentTypeParser('text/plain')
  // Every fault of an input at once, in the product's own words.
  app.setValidatorCompiler<z.ZodType>(({ schema }) => (data) => ({ value: readInput(schema, data) }))
  app.setSerializerCompiler(serializerCompiler)
  installProblems(app)
  await app.register(fastifyCookie)
  // Whoever takes files says how large they may be while it keeps them.
  await app.register(fastifyMultipart, { limits: { fileSize: Number.POSITIVE_INFINITY, files: 20, parts: 40 } })
  await app.register(fastifyCompress, { threshold: 2048, encodings: ['br', 'gzip'] })
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Touchstone', version: '0.1.0', description: 'An IT management system whose rules run.' },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'touchstone' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { token: [] }],
    },
    transform: jsonSchemaTransform,
  })
  installGate(app, engine, () => options.requestsPerMinute ?? engine.settings.get(requestsPerMinute))
  allowNoBody(app)
  headers(app)

  await app.register(async (routes) => {
    sessionRoutes(routes, engine)
    for (const { record } of engine.registry.all) {
      recordRoutes(routes, engine, record)
      bulkRoute(routes, engine, record)
      sideRoutes(routes, engine, record)
      transferRoutes(routes, engine, record)
    }
    for (const area of options.areas) areaRoutes(routes, engine, area)
    approvalRoutes(routes, engine)
    workRoutes(routes, engine)
    searchRoute(routes, engine)
    preferenceRoutes(routes, engine)
    const endStreams = streamRoute(routes, engine)
    const endFeeds = feedStreams(routes, engine, options.areas)
    app.addHook('preClose', async () => {
      endStreams()
      endFeeds()
    })
    houseRoutes(routes, engine)
    options.more?.(routes)
  })
  await web(app, options.webRoot)
  return app
}

const partSchema = z.object({ code: z.string(), level: z.enum(['ok', 'warning', 'bad']) })

/** Whoever asks needs no sign-in: they hear which part it is and not what is in it, and however many ask it is looked at once. */
function partsOf(engine: Engine): () => Promise<z.input<typeof partSchema>[]> {
  let at = Number.NEGATIVE_INFINITY
  let looked: Promise<z.input<typeof partSchema>[]> = Promise.resolve([])
  return () => {
    if (performance.now() - at < 5_000) return looked
    at = performance.now()
    looked = healthOf(engine, engine.home).then((all) => all.map(({ code, level }) => ({ code, level })))
    return looked
  }
}

function houseRoutes(app: FastifyInstance, engine: Engine): void {
  const response = { 200: z.object({ status: z.literal('ok') }) }
  app.get('/api/health', { schema: { tags: ['House'], response }, config: { open: true } }, async () => {
    await sql`select 1`.execute(engine.db).catch(() => {
      throw new Refusal('unavailable', ['数据库暂不可用。', 'The database is not available.'])
    })
    return { status: 'ok' as const }
  })
  const parts = partsOf(engine)
  app.get(
    '/api/health/parts',
    {
      schema: {
        tags: ['House'],
        summary:
          'How each part of the house stands, worst first, for whoever watches it from outside; at most five seconds old.',
        response: { 200: z.object({ parts: z.array(partSchema) }), '4xx': problemSchema },
      },
      config: { open: true },
    },
    async () => ({ parts: await parts() }),
  )
  app.get('/api/openapi.json', { schema: { hide: true }, config: { open: true } }, async (_request, reply) =>
    reply.type('application/json').serializer(JSON.stringify).send(app.swagger()),
  )
}

/** A verb may come without a body; a form of files only where files are taken. */
function allowNoBody(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (request.isMultipart() !== (request.routeOptions.config.multipart ?? false)) throw wrongContentType()
    if (['POST', 'PATCH', 'PUT'].includes(request.method)) request.body ??= {}
  })
}

function headers(app: FastifyInstance): void {
  const policy = [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'", // Ant Design writes its styles at run time
    "img-src 'self' data: blob:",
    "frame-src 'self' blob:", // a PDF in its preview: made by us of bytes that are one
    "worker-src 'self' blob:", // the graph layout runs in a worker
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    // What people brought with them says more strictly what it may do.
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', policy)
  })
}

/** The web app: its files for a year (their names carry their content), and its page for every other address. */
async function web(app: FastifyInstance, root: string | undefined): Promise<void> {
  if (root && existsSync(root)) {
    await app.register(fastifyStatic, {
      root,
      wildcard: false,
      index: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    // A file that is not there is not a page: a tab left open across a new build must see that. An asset's page has no ending.
    const isFile = /^\/(api\/|assets\/[^?]*\.\w+($|\?))/.test(request.url)
    const page = request.method === 'GET' && !isFile && root && existsSync(root)
    if (page) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    const text = ['没有这个地址。', 'There is nothing at this address.'] as const
    return sendProblem(reply, new Refusal('not-found', text), request.lang)
  })
}
