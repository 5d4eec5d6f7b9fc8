import { z } from 'zod'
import { personId } from '../../record/actor.ts'
import { notFound } from '../../record/problem.ts'
import type { AnyRow } from '../../record/record.ts'
import { me } from '../http/gate.ts'
import { addComment, type Comment, editComment, type Kept, readComments, withdrawComment } from './comment.ts'
import { demandNotes, seesNotes } from './private.ts'
import { offerReaders } from './readers.ts'
import { answers, listed, params, type Side } from './side.ts'

const commentSchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  by: z.uuid(),
  /** Persons stand in it as `@[name](person:id)`; empty once it was withdrawn. */
  text: z.string(),
  private: z.boolean(),
  mentions: z.array(z.uuid()),
  editedAt: z.iso.datetime().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
})
/** With those it names who cannot read it, and so are told nothing. */
const keptSchema = commentSchema.extend({ unreached: z.array(z.uuid()) })
const versionSchema = z.object({ n: z.int(), at: z.iso.datetime(), text: z.string() })

const text = z.string().trim().min(1).max(20_000)
const commentParams = params.extend({ comment: z.uuid() })

/** What is said about a record, for all who read it or, as a private note, for those who work on it. */
export function commentRoutes(side: Side): void {
  const { app, engine, record, at, tags, row, people } = side
  const all = { schema: { tags, params, response: { 200: listed(commentSchema), ...answers } } }
  app.get(`${at}/comments`, all, async (request) => {
    const read = await row(request)
    const items = await readComments(engine.db, read.id, seesNotes(record, me(request).person, read))
    return {
      items,
      refs: await people(
        request,
        items.flatMap(({ by, mentions }) => [by, ...mentions]),
      ),
    }
  })
  if (record.appendOnly) return

  const body = z.strictObject({ text, private: z.boolean().default(false) })
  const adding = { schema: { tags, params, body, response: { 201: keptSchema, ...answers } } }
  app.post(`${at}/comments`, adding, async (request, reply) => {
    const { id } = await row(request)
    const { text: said, private: isPrivate } = request.body as z.output<typeof body>
    const kept = await engine.inTx(me(request).person, (tx) =>
      addComment(engine, tx, record, id, { text: said, isPrivate }),
    )
    return reply.code(201).send(answerOf(kept))
  })

  const change = z.strictObject({ text })
  const editing = { schema: { tags, params: commentParams, body: change, response: { 200: keptSchema, ...answers } } }
  app.patch(`${at}/comments/:comment`, editing, async (request) => {
    const { id } = await row(request)
    const { comment } = request.params as z.output<typeof commentParams>
    const { text: said } = request.body as z.output<typeof change>
    return answerOf(await engine.inTx(me(request).person, (tx) => editComment(engine, tx, record, id, comment, said)))
  })

  const withdrawing = { schema: { tags, params: commentParams, response: { 204: z.null(), ...answers } } }
  app.delete(`${at}/comments/:comment`, withdrawing, async (request, reply) => {
    const { id } = await row(request)
    const { comment } = request.params as z.output<typeof commentParams>
    await engine.inTx(me(request).person, (tx) => withdrawComment(tx, record, id, comment))
    return reply.code(204).send()
  })

  versionsRoute(side)
  readersRoute(side)
}

const answerOf = ({ comment, unreached }: Kept) => ({ ...comment, unreached })

/** Every wording a comment had; of one that was withdrawn only for its author and for those who see notes. */
function versionsRoute({ app, engine, record, at, tags, row }: Side): void {
  const response = { 200: z.object({ items: z.array(versionSchema) }), ...answers }
  app.get(
    `${at}/comments/:comment/versions`,
    { schema: { tags, params: commentParams, response } },
    async (request) => {
      const read = await row(request)
      const { person } = me(request)
      const { comment: id } = request.params as z.output<typeof commentParams>
      const found = await engine.db
        .selectFrom('comment')
        .selectAll()
        .where('id', '=', id)
        .where('recordId', '=', read.id)
        .executeTakeFirst()
      if (!found || !mayLookInto(found, read)) throw notFound()
      const items = await engine.db
        .selectFrom('commentVersion')
        .select(['n', 'at', 'text'])
        .where('comment', '=', id)
        .orderBy('n')
        .execute()
      return { items }

      function mayLookInto(comment: Comment, of: AnyRow): boolean {
        if (seesNotes(record, person, of)) return true
        return !comment.private && (comment.withdrawnAt === null || comment.by === personId(person))
      }
    },
  )
}

/** Whom a comment may name: people who can read it. */
function readersRoute({ app, engine, record, at, tags, row }: Side): void {
  const querystring = z.strictObject({
    q: z.string().trim().max(100).default(''),
    private: z.enum(['true', 'false']).default('false'),
  })
  const reader = z.object({ id: z.uuid(), name: z.string() })
  const response = { 200: z.object({ items: z.array(reader) }), ...answers }
  app.get(`${at}/readers`, { schema: { tags, params, querystring, response } }, async (request) => {
    const read = await row(request)
    const { person } = me(request)
    const { q, private: given } = request.query as z.output<typeof querystring>
    const isPrivate = given === 'true'
    if (isPrivate) demandNotes(record, person, read)
    const found = await offerReaders(engine, person, q, { record, row: read, isPrivate })
    return { items: found.map(({ id, name }) => ({ id, name })) }
  })
}
