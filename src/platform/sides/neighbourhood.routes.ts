import { z } from 'zod'
import { me } from '../http/gate.ts'
import { neighbourhoodOf } from './neighbourhood.ts'
import { answers, params, type Side } from './side.ts'

const relation = { kind: z.enum(['link', 'field']), name: z.string() }
const nodeSchema = z.object({
  id: z.uuid(),
  record: z.string(),
  number: z.string(),
  label: z.string(),
  state: z.string(),
  step: z.int(),
})
const edgeSchema = z.object({ from: z.uuid(), to: z.uuid(), ...relation })
const moreSchema = z.object({ of: z.uuid(), direction: z.enum(['in', 'out']), record: z.string(), ...relation })

const querystring = z.strictObject({ depth: z.enum(['1', '2']).default('1') })
const response = {
  200: z.object({ nodes: z.array(nodeSchema), edges: z.array(edgeSchema), more: z.array(moreSchema) }),
  ...answers,
}

/** What stands around a record, for a picture of it. */
export function neighbourhoodRoute({ app, engine, record, at, tags, row }: Side): void {
  app.get(`${at}/neighbourhood`, { schema: { tags, params, querystring, response } }, async (request) => {
    const { id } = await row(request)
    const { depth } = request.query as z.output<typeof querystring>
    return neighbourhoodOf(engine, me(request).person, { record: record.name, id }, depth === '1' ? 1 : 2)
  })
}
