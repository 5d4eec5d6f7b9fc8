import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { canDo } from '../../record/lifecycle.ts'
import { noSuchVerb, Refusal } from '../../record/problem.ts'
import type { AnyRecord, AnyRow } from '../../record/record.ts'
import { createSchema, updateSchema, verbSchema } from '../../record/schema.ts'
import { say } from '../../record/words.ts'
import { briefOf, briefSchema } from '../approval/show.ts'
import { type Approval, pendingOf } from '../approval/state.ts'
import { toSign } from '../auth/presence.ts'
import { type Given, proveAgain } from '../auth/prove.ts'
import type { SignedIn } from '../auth/session.ts'
import type { Engine } from '../engine.ts'
import { readItem } from '../read/item.ts'
import { listPage } from '../read/list.ts'
import { refsOf } from '../read/refs.ts'
import type { Proof, Tx } from '../tx.ts'
import { once } from '../write/once.ts'
import { fromOf, me } from './gate.ts'
import { pageQueryOf, pageQuerySchema } from './list-query.ts'
import { itemSchema, type PresentedRow, pageSchema, present, presentItem } from './present.ts'
import { problemSchema } from './problems.ts'

export const idParam = z.object({ id: z.string().min(1).max(64) })

/** The routes every record has from its declaration: list, item, create, change, a route per verb, and its actions. */
export function recordRoutes(app: FastifyInstance, engine: Engine, record: AnyRecord): void {
  const base = `/api/${record.plural}`
  const name = engine.registry.get(record.name).words.name
  const item = itemSchema(record)
  const tags = [say(name, 'en')]
  const answers = { '4xx': problemSchema }

  app.get(
    base,
    {
      schema: { tags, querystring: pageQuerySchema(record), response: { 200: pageSchema(record), ...answers } },
      // What a page holds is selected by name and made by `present`: checking fifty rows again took a fifth of the time.
      serializerCompiler: () => JSON.stringify,
    },
    async (request) => {
      const who = me(request)
      const page = await listPage(engine.db, record, who.person, pageQueryOf(engine, request.query))
      return {
        ...page,
        items: page.items.map((row) => present(engine, record, row, who, request.lang)),
        refs: await refsOf(engine, record, who.person, page.items),
      }
    },
  )

  app.get(
    `${base}/:id`,
    { schema: { tags, params: idParam, response: { 200: item, ...answers } } },
    async (request) => {
      const who = me(request)
      const row = await readItem(engine.db, record, who.person, (request.params as { id: string }).id)
      return presentItem(engine, record, row, who, request.lang)
    },
  )

  app.post(
    base,
    { schema: { tags, body: createSchema(record), response: { 201: item, ...answers } } },
    async (request, reply) => {
      const who = me(request)
      const id = await engine.inTx(who.person, (tx) =>
        once(tx, record, request.headers['idempotency-key'], request.body, async () => {
          return (await tx.create(record, request.body as object)).id
        }),
      )
      return reply
        .code(201)
        .header('location', `${base}/${id}`)
        .send(await answer(engine, record, id, request))
    },
  )

  if (!record.appendOnly) {
    const schema = { tags, params: idParam, body: updateSchema(record), response: { 200: item, ...answers } }
    app.patch(`${base}/:id`, { schema }, async (request) => {
      const { version, ...values } = request.body as { version: number }
      return change(engine, record, request, noProof, (tx, id) => tx.update(record, id, values, version))
    })
  }

  for (const verb of Object.keys(record.transitions)) {
    const response = { 200: item, 202: item.extend({ approval: briefSchema }), ...answers }
    const schema = { tags, params: idParam, body: verbSchema(record, verb), response }
    app.post(`${base}/:id/${verb}`, { schema }, async (request, reply) => {
      const { version, signature, ...values } = request.body as VerbBody
      const who = me(request)
      const prove = async (row: AnyRow) => {
        // What is refused anyway needs no proof, and spends no one-time code.
        const may = canDo(record, row, { actor: who.person, now: engine.clock.now() })[verb] === true
        return signature && may
          ? proveAgain(engine, who, signature, fromOf(engine, request), toSign(record, row, verb))
          : undefined
      }
      const done = await change(engine, record, request, prove, (tx, id) =>
        tx.act(record, id, verb as never, values, version),
      )
      const waits = await waitingFor(engine, done.item, verb)
      return waits ? reply.code(202).send({ ...done, approval: briefOf(engine, waits, request.lang) }) : done
    })
  }

  for (const [action, { allow, input, output, summary, run }] of Object.entries(engine.behaviourOf(record).actions)) {
    const schema = { tags, summary, params: idParam, body: input, response: { 200: output, ...answers } }
    app.post(`${base}/:id/${action}`, { schema }, async (request) => {
      const who = me(request)
      const { id } = await readItem(engine.db, record, who.person, (request.params as { id: string }).id)
      return engine.inTx(who.person, async (tx) => {
        const row = await tx.lock(record, id)
        tx.demand(allow, row)
        return run(tx, row as never, request.body as Record<string, unknown>, engine)
      })
    })
  }

  // Any other verb is named as such, so that a client can tell it from a record that is not there.
  app.post(`${base}/:id/:verb`, { schema: { hide: true } }, async (request) => {
    throw noSuchVerb((request.params as { verb: string }).verb)
  })
}

/** The approval for which a verb waits that was just asked for, told by what `can` says of it now. */
async function waitingFor(engine: Engine, { id, can }: PresentedRow, verb: string): Promise<Approval | undefined> {
  const may = can[verb]
  if (may === undefined || may === true || may.code !== 'waiting-approval') return undefined
  return (await pendingOf(engine.db, id)).find((one) => one.verb === verb)
}

const noProof = async (): Promise<undefined> => undefined

type VerbBody = { version?: number; signature?: Given }

/** One write to one record, named by id or number; answered as it stands afterwards. */
async function change(
  engine: Engine,
  record: AnyRecord,
  request: FastifyRequest,
  prove: (row: AnyRow) => Promise<Proof | undefined>,
  work: (tx: Tx, id: string) => Promise<AnyRow>,
) {
  const who = me(request)
  const row = await readItem(engine.db, record, who.person, (request.params as { id: string }).id)
  const { id } = row
  const proof = await prove(row)
  const key = request.headers['idempotency-key']
  let written: AnyRow | undefined
  await engine.inTx(
    who.person,
    (tx) =>
      once(tx, record, key, [request.url, request.body], async () => {
        written = await work(tx, id)
        return id
      }),
    proof,
  )
  return answer(engine, record, id, request, written)
}

async function answer(engine: Engine, record: AnyRecord, id: string, request: FastifyRequest, written?: AnyRow) {
  const who: SignedIn = me(request)
  const row = await readItem(engine.db, record, who.person, id).catch((error) => {
    // Whoever hands a record on may see it no more; they are still told what they did.
    if (written && error instanceof Refusal && error.code === 'not-found') return written
    throw error
  })
  return presentItem(engine, record, row, who, request.lang)
}
