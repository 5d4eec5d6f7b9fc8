import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { noSuchVerb, notFound } from '../../../record/problem.ts'
import { transitionOf } from '../../../record/record.ts'
import { factorsOf } from '../../auth/factors.ts'
import { optionsForPresence, toSign } from '../../auth/presence.ts'
import type { Engine } from '../../engine.ts'
import { readItem } from '../../read/item.ts'
import { stale } from '../../write/checks.ts'
import { me, placeOf } from '../gate.ts'
import { problemSchema } from '../problems.ts'
import { optionsSchema } from './sign-in.routes.ts'

/**
 * Before a signature: the digest of what stands before the person, and a challenge for their passkey that names just that.
 * Refuses `stale` when the record is no longer what they see.
 */
export function signingRoute(app: FastifyInstance, engine: Engine): void {
  const body = z.strictObject({
    record: z.string().max(60),
    id: z.uuid(),
    verb: z.string().max(60),
    version: z.int().min(1),
  })
  const ready = z.object({ digest: z.string(), passkey: optionsSchema.nullable() })
  const schema = { tags: ['Session'], body, response: { 200: ready, '4xx': problemSchema } }
  app.post('/api/session/signing', { schema }, async (request) => {
    const { record: name, id, verb, version } = request.body as z.output<typeof body>
    const { account, person } = me(request)
    const entry = engine.registry.all.find(({ record }) => record.name === name)
    if (!entry) throw notFound()
    const row = await readItem(engine.db, entry.record, person, id)
    if (!transitionOf(entry.record, verb)?.sign) throw noSuchVerb(verb)
    if (row.version !== version) throw stale(row, version)
    const about = toSign(entry.record, row, verb)
    const { passkeys } = await factorsOf(engine, account)
    const place = placeOf(engine, request)
    return {
      digest: about.digest,
      passkey: passkeys > 0 ? { ...(await optionsForPresence(engine, place, account, about)) } : null,
    }
  })
}
