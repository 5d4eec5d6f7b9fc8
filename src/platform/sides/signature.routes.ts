import { z } from 'zod'
import { without } from '../../record/secret.ts'
import { me } from '../http/gate.ts'
import { answers, listed, params, type Side } from './side.ts'

const signatureSchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  person: z.uuid(),
  verb: z.string(),
  method: z.string(),
  digest: z.string(),
  shown: z.unknown(),
})

/** Who signed what, exactly as it stood before them. */
export function signatureRoute({ app, engine, record, at, tags, row, people }: Side): void {
  const response = { 200: listed(signatureSchema), ...answers }
  app.get(`${at}/signatures`, { schema: { tags, params, response } }, async (request) => {
    const read = await row(request)
    const { person } = me(request)
    const found = await engine.db
      .selectFrom('signature')
      .selectAll()
      .where('recordId', '=', read.id)
      .orderBy('at')
      .limit(200)
      .execute()
    return {
      items: found.map((one) => ({
        ...one,
        shown: without(record, person, read, one.shown as Record<string, unknown>),
        digest: one.digest.toString('hex'),
      })),
      refs: await people(
        request,
        found.map((one) => one.person),
      ),
    }
  })
}
