import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draft } from '../platform/db/draft.ts'
import { type TestApp, testApp } from '../testing/app.ts'
import { makeWorld, roleCodes, type World } from '../testing/world.ts'
import { registry } from './records.ts'
import { setUpRoutes } from './set-up.ts'

interface Operation {
  readonly parameters?: readonly { name: string; in: string; required?: boolean }[]
  readonly responses: Record<string, unknown>
  readonly requestBody?: unknown
}
interface Document {
  readonly openapi: string
  readonly info: { title: string; version: string }
  readonly paths: Record<string, Record<string, Operation>>
}

let app: TestApp
let world: World
let document: Document
const routes: string[] = []
/** Writes down what is registered, whatever the description says of it. */
const listRoutes = (message: unknown) =>
  (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${url}`)
  })
/** The description itself, and what answers whatever else is asked. */
const undescribed = (route: string) => route === 'GET /api/openapi.json' || route.endsWith('/:id/:verb')

beforeAll(async () => {
  subscribe('fastify.initialization', listRoutes)
  app = await testApp({ more: setUpRoutes })
  unsubscribe('fastify.initialization', listRoutes)
  world = await makeWorld(app)
  document = (await app.anyone.get('/api/openapi.json')).body
})
afterAll(() => app?.close())

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )

it('declares what the database has: nothing is left to draft', async () => {
  expect(await draft(app.engine.db, registry)).toEqual([])
})

describe('the description of the API', () => {
  it('is an OpenAPI 3.1 document that names every route with its answers', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    const described = operations().map(({ path, method }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`)
    expect(routes.length).toBeGreaterThan(100)
    expect(described.sort()).toEqual(routes.filter((route) => !undescribed(route)).sort())
    for (const { path, method, operation } of operations()) {
      const what = `${method} ${path}`
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const named = (operation.parameters ?? []).filter((one) => one.in === 'path')
      expect(named.map(({ name }) => name).sort(), what).toEqual(inPath.sort())
      expect(
        named.every(({ required }) => required),
        what,
      ).toBe(true)
      expect(
        Object.keys(operation.responses).some((status) => status.startsWith('2')),
        what,
      ).toBe(true)
    }
  })

  it('leads to nothing that is not in it', () => {
    const text = JSON.stringify(document)
    for (const [, ref] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = (ref as string)
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document)
      expect(found, ref).toBeDefined()
    }
  })
})

describe('every route there is', () => {
  const open = [
    ...[
      'GET /api/health',
      'GET /api/health/parts',
      'GET /api/setup',
      'POST /api/setup',
      'POST /api/session',
      'DELETE /api/session',
    ],
    ...['GET /api/session/ways', 'POST /api/session/second', 'POST /api/session/firm', 'POST /api/session/firm/back'],
    ...['POST /api/session/passkey', 'POST /api/session/passkey/options'],
    ...['GET /agents/touchstone-agent.sh', 'GET /agents/touchstone-agent.ps1'],
    ...['GET /integrations/zabbix/media_touchstone.yaml', 'GET /api/feeds/duty/{token}'],
    ...['GET /api/wall/{token}', 'GET /api/wall/{token}/live', 'POST /api/agents/join/{token}'],
  ]

  // One of each, before anything is done to any.
  beforeAll(async () => {
    for (const { record } of registry.all) await world.link(record.name)
  })

  /** Its address with something in it: the record's own row where it has one. */
  async function addressOf(path: string, other: string): Promise<string> {
    const plural = path.split('/')[2]
    const entry = registry.all.find(({ record }) => record.plural === plural)
    const id = entry ? await world.link(entry.record.name) : other
    return path.replace('{id}', id).replace(/\{\w+\}/g, other)
  }

  it('asks for a sign-in, but for the few that are open', async () => {
    const unasked: string[] = []
    for (const { path, method } of operations()) {
      const name = `${method} ${path}`
      if (open.includes(name)) continue
      const url = await addressOf(path, app.engine.newId())
      const answer = await app.http.inject({
        method: method as 'GET',
        url,
        ...(method === 'GET' ? {} : { payload: {} }),
      })
      if (answer.statusCode !== 401 || answer.json().code !== 'not-signed-in')
        unasked.push(`${name} ${answer.statusCode}`)
    }
    expect(unasked).toEqual([])
  })

  it.each(roleCodes)(
    'answers %s with something that is no bug, whatever it is sent',
    async (role) => {
      const token = await app.token(world.people[role])
      // What a body may say is the same for all: one of them finds out.
      const bodies = role === roleCodes[0] ? [{}, { nonsense: [] }] : [{}]
      for (const { path, method } of operations()) {
        if (path.startsWith('/api/session') || path === '/api/stream') continue
        const url = await addressOf(path, app.engine.newId())
        for (const payload of method === 'GET' ? [undefined] : bodies) {
          const answer = await app.http.inject({
            method: method as 'GET',
            url,
            headers: { authorization: `Bearer ${token}` },
            ...(payload && { payload }),
          })
          expect(answer.statusCode, `${role} ${method} ${path} ${answer.body}`).toBeLessThan(500)
        }
      }
    },
    120_000,
  )
})
