import { z } from 'zod'
import { fault, invalid } from '../../record/problem.ts'
import { me } from '../http/gate.ts'
import { lookUp } from '../read/refs.ts'
import { addLink, linkKinds, removeLink } from './link.ts'
import { answers, listed, params, type Side } from './side.ts'

const linkSchema = z.object({
  id: z.uuid(),
  kind: z.enum(linkKinds),
  direction: z.enum(['out', 'in']),
  record: z.string(),
  target: z.uuid(),
})

/** Typed links to and from a record, as far as both ends may be read. */
export function linkRoutes({ app, engine, record, at, tags, row }: Side): void {
  const all = { schema: { tags, params, response: { 200: listed(linkSchema), ...answers } } }
  app.get(`${at}/links`, all, async (request) => {
    const { id } = await row(request)
    const links = await engine.db
      .selectFrom('link')
      .selectAll()
      .where((eb) => eb.or([eb('fromId', '=', id), eb('toId', '=', id)]))
      .orderBy('id')
      .limit(500)
      .execute()
    const seen = links.map((link): z.output<typeof linkSchema> => {
      const kind = link.kind as (typeof linkKinds)[number]
      return link.fromId === id
        ? { id: link.id, kind, direction: 'out', record: link.toRecord, target: link.toId }
        : { id: link.id, kind, direction: 'in', record: link.fromRecord, target: link.fromId }
    })
    const wanted = new Map<string, Set<string>>()
    for (const { record: name, target } of seen) wanted.set(name, (wanted.get(name) ?? new Set()).add(target))
    const refs = await lookUp(engine, me(request).person, wanted)
    // A link to what one may not read is no link.
    return { items: seen.filter((link) => link.target in refs), refs }
  })
  if (record.appendOnly) return

  const body = z.strictObject({
    kind: z.enum(linkKinds),
    /** `in` when the other record is where the link starts: it blocks this one. */
    direction: z.enum(['out', 'in']).default('out'),
    record: z.string().max(60),
    target: z.uuid().toLowerCase(),
  })
  const adding = { schema: { tags, params, body, response: { 201: linkSchema, ...answers } } }
  app.post(`${at}/links`, adding, async (request, reply) => {
    const { id } = await row(request)
    const { kind, direction, record: name, target } = request.body as z.output<typeof body>
    const entry = engine.registry.all.find((one) => one.record.name === name)
    if (!entry) throw invalid([fault('record', 'no-such-record', '没有这类记录。', 'There is no such kind of record.')])
    const [here, there] = [
      { record, id },
      { record: entry.record, id: target },
    ]
    const link = await engine.inTx(me(request).person, (tx) =>
      direction === 'out' ? addLink(tx, kind, here, there) : addLink(tx, kind, there, here),
    )
    return reply.code(201).send({ id: link, kind, direction, record: name, target })
  })

  const linkParams = params.extend({ link: z.uuid() })
  const removing = { schema: { tags, params: linkParams, response: { 204: z.null(), ...answers } } }
  app.delete(`${at}/links/:link`, removing, async (request, reply) => {
    const { id } = await row(request)
    const { link } = request.params as z.output<typeof linkParams>
    await engine.inTx(me(request).person, (tx) => removeLink(engine, tx, { record, id }, link))
    return reply.code(204).send()
  })
}
