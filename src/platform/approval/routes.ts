import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { signatureSchema } from '../../record/schema.ts'
import { without } from '../../record/secret.ts'
import { factorsOf } from '../auth/factors.ts'
import { type About, optionsForPresence } from '../auth/presence.ts'
import { type Given, proveAgain } from '../auth/prove.ts'
import type { Engine } from '../engine.ts'
import { fromOf, me, placeOf } from '../http/gate.ts'
import { refsSchema } from '../http/present.ts'
import { problemSchema } from '../http/problems.ts'
import { optionsSchema } from '../http/session/sign-in.routes.ts'
import { decide, otherContent, withdraw } from './decide.ts'
import { linkOrRefuse } from './link.ts'
import { type Mine, myApprovals, readApproval } from './read.ts'
import { briefOf, briefSchema, courseOf, namesOf, peopleIn, wholeSchema } from './show.ts'
import type { Approval } from './state.ts'
import { voiceOf } from './voice.ts'

const tags = ['Approvals']
const answers = { '4xx': problemSchema }
const params = z.object({ id: z.uuid() })
const whole = { 200: z.object({ item: wholeSchema, refs: refsSchema }), ...answers }
const page = z.object({
  items: z.array(briefSchema.extend({ forPerson: z.uuid().nullable() })),
  next: z.string().nullable(),
  count: z.object({ value: z.int(), atLeast: z.boolean() }),
  refs: refsSchema,
})
const querystring = z.strictObject({
  mine: z.enum(['waiting', 'requested', 'done']),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(2000).optional(),
})
/** `link`: what stands in the address of a mail's link, where one came by it. */
const saying = z.strictObject({
  note: z.string().trim().min(1).max(2000).nullable().default(null),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  signature: signatureSchema.optional(),
  link: z.string().max(200).optional(),
})

/** What waits for a person, what they asked for, and what they say to it. A record's own are under its address. */
export function approvalRoutes(app: FastifyInstance, engine: Engine): void {
  app.get('/api/approvals', { schema: { tags, querystring, response: { 200: page, ...answers } } }, async (request) => {
    const { person } = me(request)
    const { mine, limit, after } = request.query as { mine: Mine; limit: number; after?: string }
    const found = await myApprovals(engine, person, mine, { limit, after })
    return {
      ...found,
      items: found.items.map((one) => ({ ...briefOf(engine, one, request.lang), forPerson: one.forPerson })),
      refs: await namesOf(
        engine,
        person,
        found.items.flatMap((one) => [one.requestedBy, one.forPerson]),
        found.items,
      ),
    }
  })

  app.get('/api/approvals/:id', { schema: { tags, params, response: whole } }, (request) => answer(engine, request))

  for (const vote of ['agree', 'refuse'] as const) {
    const schema = { tags, params, body: saying, response: whole }
    app.post(`/api/approvals/:id/${vote}`, { schema }, async (request) => {
      const who = me(request)
      const { note, digest, signature, link } = request.body as z.output<typeof saying>
      const approval = await readApproval(engine, who.person, idOf(request))
      if (link)
        await linkOrRefuse(engine.db, { approval: approval.id, person: who.person.id }, link, engine.clock.now())
      const proof = signature
        ? await proveAgain(engine, who, signature as Given, fromOf(engine, request), toSay(vote, approval, digest))
        : undefined
      const voice = { vote, note, digest, via: link ? 'mail' : who.person.via }
      await engine.inTx(who.person, (tx) => decide(engine, tx, approval.id, voice, proof), proof)
      return answer(engine, request)
    })
  }

  const digest = saying.shape.digest
  const ready = { 200: z.object({ digest, passkey: optionsSchema.nullable() }), ...answers }
  const summary = 'Before an agreement is signed: a challenge for the passkey that names what is agreed to'
  const signing = { tags, summary, params, body: z.strictObject({ digest }), response: ready }
  app.post('/api/approvals/:id/signing', { schema: signing }, async (request) => {
    const { account, person } = me(request)
    const { digest } = request.body as z.output<typeof signing.body>
    const approval = await readApproval(engine, person, idOf(request))
    await voiceOf(engine, engine.db, approval, person.id)
    if (digest !== approval.digest.toString('hex')) throw otherContent()
    const { passkeys } = await factorsOf(engine, account)
    const about = toSay('agree', approval, digest)
    const asked = passkeys > 0 ? await optionsForPresence(engine, placeOf(engine, request), account, about) : null
    return { digest, passkey: asked && { ...asked } }
  })

  app.post(
    '/api/approvals/:id/withdraw',
    { schema: { tags, params, body: z.strictObject({}), response: whole } },
    async (request) => {
      const { person } = me(request)
      const { id } = await readApproval(engine, person, idOf(request))
      await engine.inTx(person, (tx) => withdraw(engine, tx, id))
      return answer(engine, request)
    },
  )
}

/** What a person's presence is proved to: their voice in this step, on this content. */
const toSay = (verb: 'agree' | 'refuse', { id, step }: Approval, digest: string): About => {
  return { to: 'sign', record: 'approval', id, verb, version: step, digest }
}

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id

async function answer(engine: Engine, request: FastifyRequest) {
  const { person } = me(request)
  const approval = await readApproval(engine, person, idOf(request))
  const course = await courseOf(engine, approval, person, request.lang)
  const { record } = engine.registry.get(approval.record)
  // Who is asked may not be one who sees every field.
  const seen = (values: Readonly<Record<string, unknown>>) => without(record, person, approval.shown, values)
  return {
    item: { ...course, given: seen(approval.given), shown: seen(approval.shown) },
    refs: await namesOf(engine, person, peopleIn(course), [approval], approval),
  }
}
