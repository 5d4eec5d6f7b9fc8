import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { fault, invalid } from '../../record/problem.ts'
import type { Engine } from '../engine.ts'
import { me } from './gate.ts'
import { problemSchema } from './problems.ts'

declare module '../tables.ts' {
  interface Tables {
    preference: { person: string; key: string; value: unknown }
  }
}

/** A person's likings are small; what is large belongs into a record. */
const mostChars = 10_000
const mostKeys = 500

/** What a person likes, by name (`list.incident`: their view and columns). It follows them from screen to screen. */
export function preferenceRoutes(app: FastifyInstance, engine: Engine): void {
  const tags = ['Preferences']
  const all = z.object({ values: z.record(z.string(), z.unknown()) })
  const answers = { 200: all, '4xx': problemSchema }

  app.get('/api/preferences', { schema: { tags, response: answers } }, async (request) => ({
    values: await valuesOf(engine, me(request).person.id),
  }))

  const params = z.object({ key: z.string().regex(/^[a-z][a-z0-9.-]{0,79}$/) })
  const body = z.strictObject({ value: z.unknown() })
  const summary = 'Keeps one preference; null forgets it. Answers all of them'
  app.put('/api/preferences/:key', { schema: { tags, summary, params, body, response: answers } }, async (request) => {
    const { person } = me(request)
    const { key } = request.params as z.output<typeof params>
    const { value = null } = request.body as z.output<typeof body>
    if (value === null) {
      await engine.db.deleteFrom('preference').where('person', '=', person.id).where('key', '=', key).execute()
      return { values: await valuesOf(engine, person.id) }
    }
    const text = JSON.stringify(value)
    const known = await valuesOf(engine, person.id)
    if (text.length > mostChars || (!(key in known) && Object.keys(known).length >= mostKeys)) throw tooMuch()
    await sql`insert into preference (person, key, value) values (${person.id}, ${key}, ${text}::jsonb)
      on conflict (person, key) do update set value = excluded.value`.execute(engine.db)
    return { values: { ...known, [key]: value } }
  })
}

async function valuesOf(engine: Engine, person: string): Promise<Record<string, unknown>> {
  const rows = await engine.db.selectFrom('preference').select(['key', 'value']).where('person', '=', person).execute()
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}

const tooMuch = () =>
  invalid([fault('value', 'too-big', '个人偏好过大,未保存。', 'This is too much for a preference; it was not kept.')])
