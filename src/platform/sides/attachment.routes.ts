import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { fault, invalid } from '../../record/problem.ts'
import { me } from '../http/gate.ts'
import {
  type Attachment,
  attach,
  bytesOf,
  demandClean,
  detach,
  findAttachment,
  mayDetach,
  type Received,
  readAttachments,
  receive,
} from './attachment.ts'
import { disposition } from './file-name.ts'
import { mayShow } from './media.ts'
import { demandNotes, seesNotes } from './private.ts'
import { answers, listed, params, type Side } from './side.ts'

const attachmentSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  digest: z.string(),
  private: z.boolean(),
  at: z.iso.datetime(),
  by: z.uuid().nullable(),
  verdict: z.enum(['unchecked', 'checking', 'clean', 'infected']),
  finding: z.string().nullable(),
  /** May be shown in place with `?inline=1`. */
  shown: z.boolean(),
  can: z.object({ remove: z.boolean() }),
})

const fileParams = params.extend({ attachment: z.uuid() })
const flag = z.enum(['1']).optional()

/** Files on a record: brought as a form of one or several, had as downloads, taken off again. */
export function attachmentRoutes(side: Side): void {
  const { app, engine, record, at, tags, row, people } = side
  const all = { schema: { tags, params, response: { 200: listed(attachmentSchema), ...answers } } }
  app.get(`${at}/attachments`, all, async (request) => {
    const read = await row(request)
    const { person } = me(request)
    const items = await readAttachments(engine.db, read.id, seesNotes(record, person, read))
    return {
      items: items.map((one) => answerOf(one, mayDetach(record, person, read, one))),
      refs: await people(
        request,
        items.map(({ by }) => by),
      ),
    }
  })
  downloadRoute(side)
  if (record.appendOnly) return

  const querystring = z.strictObject({ private: flag })
  const response = { 201: z.object({ items: z.array(attachmentSchema) }), ...answers }
  const schema = { tags, params, querystring, consumes: ['multipart/form-data'], response }
  app.post(`${at}/attachments`, { schema, config: { multipart: true } }, async (request, reply) => {
    const read = await row(request)
    const { person } = me(request)
    const isPrivate = (request.query as z.output<typeof querystring>).private === '1'
    if (isPrivate) demandNotes(record, person, read)
    const files: Received[] = []
    for await (const { file, filename } of request.files()) files.push(await receive(engine, file, filename ?? ''))
    if (files.length === 0) throw invalid([fault('file', 'required', '没有文件。', 'There is no file.')])
    const made = await engine.inTx(person, (tx) => attach(engine, tx, record, read.id, files, isPrivate))
    return reply.code(201).send({ items: made.map((one) => answerOf(one, true)) })
  })

  const removing = { schema: { tags, params: fileParams, response: { 204: z.null(), ...answers } } }
  app.delete(`${at}/attachments/:attachment`, removing, async (request, reply) => {
    const { id } = await row(request)
    const { attachment } = request.params as z.output<typeof fileParams>
    await engine.inTx(me(request).person, (tx) => detach(tx, record, id, attachment))
    return reply.code(204).send()
  })
}

const answerOf = (attachment: Attachment, remove: boolean) => ({
  ...attachment,
  shown: mayShow(attachment.mediaType),
  can: { remove },
})

function downloadRoute({ app, engine, record, at, tags, row }: Side): void {
  const querystring = z.strictObject({ inline: flag })
  const schema = {
    tags,
    params: fileParams,
    querystring,
    produces: ['application/octet-stream'],
    response: { 200: z.string(), ...answers },
  }
  app.get(`${at}/attachments/:attachment`, { schema }, async (request, reply) => {
    const read = await row(request)
    const { attachment: id } = request.params as z.output<typeof fileParams>
    const found = await findAttachment(engine.db, read.id, id, seesNotes(record, me(request).person, read))
    demandClean(found)
    const inline = (request.query as z.output<typeof querystring>).inline === '1' && mayShow(found.mediaType)
    safely(reply, found, inline)
    if (request.headers['if-none-match'] === reply.getHeader('etag')) return reply.code(304).send()
    return reply.send(await bytesOf(engine).get(found.digest))
  })
}

/**
 * A file is somebody else's content under our own address: a download, but for a few types that run nothing; its type is never
 * guessed by the browser; and whatever of it is opened all the same runs in a sandbox of no origin that may load nothing.
 */
function safely(reply: FastifyReply, { name, mediaType, size, digest }: Attachment, inline: boolean): void {
  reply
    .type(inline ? mediaType : 'application/octet-stream')
    .header('content-length', size)
    .header('content-disposition', disposition(inline ? 'inline' : 'attachment', name))
    .header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
    .header('cross-origin-resource-policy', 'same-origin')
    // Asked for again each time, since who may read the record may change; the bytes behind a digest never do.
    .header('cache-control', 'private, no-cache')
    .header('etag', `"${digest}"`)
}
