import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { fault, invalid } from '../../record/problem.ts'
import { type AnyRecord, type Transition, transitionOf } from '../../record/record.ts'
import { updateSchema, verbSchema } from '../../record/schema.ts'
import { say } from '../../record/words.ts'
import type { Engine } from '../engine.ts'
import { startBulk } from '../work/bulk.ts'
import { readInput } from './faults.ts'
import { me } from './gate.ts'
import { askedOf, type FilterInput, filterSchema } from './list-query.ts'
import { problemSchema } from './problems.ts'

/** Named rows fit into one request; more are chosen by a filter. */
const mostNamed = 10_000

/**
 * `POST /api/{plural}/bulk`: a verb, or `update`, for many rows at once. Answers 202 with the work that does it; each row is
 * guarded, journalled and refused as if it stood alone. What is signed is signed one by one.
 */
export function bulkRoute(app: FastifyInstance, engine: Engine, record: AnyRecord): void {
  const verbs = bulkVerbs(record)
  if (verbs.length === 0) return
  const body = z.strictObject({
    verb: z.enum(verbs as [string, ...string[]]),
    values: z.record(z.string(), z.unknown()).default({}),
    ids: z.array(z.uuid().toLowerCase()).min(1).max(mostNamed).optional(),
    filter: filterSchema(record).optional(),
  })
  const name = engine.registry.get(record.name).words.name
  const schema = {
    body,
    tags: [say(name, 'en')],
    summary:
      'A verb or a change for many rows: those named, or those a list’s filter means. `/api/work/{id}` follows it',
    response: { 202: z.object({ work: z.uuid(), total: z.int() }), '4xx': problemSchema },
  }
  app.post(`/api/${record.plural}/bulk`, { schema }, async (request, reply) => {
    const { person } = me(request)
    const { verb, values, ids, filter } = request.body as z.output<typeof body>
    if ((ids === undefined) === (filter === undefined)) throw eitherOr()
    const given = readInput(valuesSchema(record, verb), values)
    if (verb === 'update' && Object.keys(given).length === 0) throw nothing()
    const chosen = ids ? { ids } : { asked: askedOf(engine, filter as FilterInput) }
    const begun = await engine.inTx(person, (tx) => startBulk(tx, record, { verb, values: given }, chosen))
    return reply.code(202).send(begun)
  })
}

/** The verbs of persons that need no signature, and `update`. */
export function bulkVerbs(record: AnyRecord): string[] {
  const verbs = Object.entries(record.transitions as Record<string, Transition>)
    .filter(([, { allow, sign }]) => allow.is !== 'nobody' && !sign)
    .map(([verb]) => verb)
  return record.appendOnly || record.access.update.is === 'nobody' ? verbs : [...verbs, 'update']
}

const valuesSchema = (record: AnyRecord, verb: string) =>
  (transitionOf(record, verb) ? verbSchema(record, verb) : updateSchema(record)).omit({ version: true })

const eitherOr = () =>
  invalid([fault('ids', 'either-or', '请指明记录(ids)或筛选条件(filter),二者取一。', 'Give either ids or a filter.')])

const nothing = () => invalid([fault('values', 'required', '请填写要修改的内容。', 'Say what is to be changed.')])
