import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import type { PersonActor } from '../../record/actor.ts'
import { type AnyRecord, notesRule, tableOf } from '../../record/record.ts'
import { all, type Rule } from '../../record/rule.ts'
import type { Engine } from '../engine.ts'
import type { RecordEvent } from '../events/hub.ts'
import type { Personal } from '../events/personal.ts'
import { filterFor } from '../read/filter.ts'
import { isPrivate } from '../sides/private.ts'
import { hello, openStream } from './event-stream.ts'
import { me } from './gate.ts'
import { problemSchema } from './problems.ts'

const gatherMs = 50
const aliveMs = 15_000

/** Server-sent events: which records changed, for rows this person may read. Screens fetch again what they show. */
export function streamRoute(app: FastifyInstance, engine: Engine): () => void {
  const open = new Set<() => void>()

  const summary = 'Server-sent events: `data` is `{ record, id, version, verb }` for each change of a row one may read'
  const schema = {
    tags: ['House'],
    summary,
    produces: ['text/event-stream'],
    response: { 200: z.string(), '4xx': problemSchema },
  }
  app.get('/api/stream', { schema }, async (request, reply) => {
    let { person } = me(request)
    const { out, end, onEnd } = openStream(request, reply, open)
    let gathered: RecordEvent[] = []
    let timer: NodeJS.Timeout | undefined
    const flush = async () => {
      timer = undefined
      const batch = gathered
      gathered = []
      if (batch.some(({ record, id }) => record === engine.directory.record.name && id === person.id)) {
        // Who listens was changed: other roles see other rows, and whoever left hears no more.
        const now = await engine.directory.actor(engine.db, person.id, person.via)
        if (!now) return end()
        person = now
      }
      for (const event of await readable(engine, person, batch)) out.write(`data: ${JSON.stringify(event)}\n\n`)
    }
    onEnd(
      engine.events.on('record', (event) => {
        gathered.push(event)
        timer ??= setTimeout(() => void flush().catch((error) => engine.log.error({ err: error }, 'events')), gatherMs)
      }),
      engine.events.on<Personal>('personal', ({ person: whose, record, id }) => {
        if (whose === person.id) out.write(`data: ${JSON.stringify({ record, id, version: 0, verb: 'tell' })}\n\n`)
      }),
      engine.events.onGap(() => out.write(hello)),
      () => clearTimeout(timer),
    )
    const alive = setInterval(() => out.write(': alive\n\n'), aliveMs)
    onEnd(() => clearInterval(alive))
  })

  return () => {
    for (const end of [...open]) end()
  }
}

/** Of a batch, what the person may read, and of what was done in private only what they may see of that. */
async function readable(engine: Engine, person: PersonActor, batch: readonly RecordEvent[]): Promise<RecordEvent[]> {
  const open = batch.filter(({ verb }) => !isPrivate(verb))
  const hidden = batch.filter(({ verb }) => isPrivate(verb))
  return [
    ...(await allowed(engine, person, open, ({ access }) => access.read)),
    ...(await allowed(engine, person, hidden, (record) => all(record.access.read, notesRule(record)))),
  ]
}

/** No query where the rule needs no look at the row. */
async function allowed(
  engine: Engine,
  person: PersonActor,
  batch: readonly RecordEvent[],
  ruleOf: (record: AnyRecord) => Rule,
): Promise<RecordEvent[]> {
  const byRecord = grouped(batch)
  const told: RecordEvent[] = []
  for (const [name, events] of byRecord) {
    const { record } = engine.registry.get(name)
    const filter = filterFor(record, ruleOf(record), person)
    if (filter === false) continue
    if (filter === null) {
      told.push(...events)
      continue
    }
    const ids = [...new Set(events.map((event) => event.id))].filter((id) => id !== '')
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(tableOf(record))}
      where id = any(${ids}::uuid[]) and ${filter}`.execute(engine.db)
    const seen = new Set(rows.map((row) => row.id))
    told.push(...events.filter(({ id }) => id === '' || seen.has(id)))
  }
  return told
}

function grouped(batch: readonly RecordEvent[]): Map<string, RecordEvent[]> {
  const groups = new Map<string, RecordEvent[]>()
  for (const event of batch) groups.set(event.record, [...(groups.get(event.record) ?? []), event])
  return groups
}
