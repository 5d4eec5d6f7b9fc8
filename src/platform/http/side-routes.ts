import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { fault, invalid, notFound } from '../../record/problem.ts'
import type { AnyRecord, AnyRow } from '../../record/record.ts'
import type { Engine } from '../engine.ts'
import { readCursor, writeCursor } from '../read/cursor.ts'
import { readItem } from '../read/item.ts'
import { lookUp } from '../read/refs.ts'
import type { JournalTable } from '../tables.ts'
import { me } from './gate.ts'
import { refsSchema } from './present.ts'
import { problemSchema } from './problems.ts'

const kinds = ['relates-to', 'caused-by', 'duplicates', 'blocks'] as const
const answers = { '4xx': problemSchema }
const params = z.object({ id: z.string().min(1).max(64) })
const listed = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), refs: refsSchema })

/**
 * What hangs on every record, under its own reader's filter: journal, comments, links, signatures. To a record that is
 * append only nothing is added, since its row could not say where its journal ends; others may link to it.
 */
export function sideRoutes(app: FastifyInstance, engine: Engine, record: AnyRecord): void {
  const at = `/api/${record.plural}/:id`
  const tags = [engine.registry.get(record.name).words.name[1]]
  const row = (request: FastifyRequest): Promise<AnyRow> =>
    readItem(engine.db, record, me(request).person, (request.params as { id: string }).id)
  const people = (request: FastifyRequest, ids: readonly (string | null)[]) => {
    const found = new Set(ids.filter((id) => id !== null))
    return lookUp(engine, me(request).person, new Map([[engine.directory.record.name, found]]))
  }
  journalRoute(app, engine, record, { at, tags, row })
  commentRoutes(app, engine, record, { at, tags, row, people })
  linkRoutes(app, engine, record, { at, tags, row, people })
  signatureRoute(app, engine, { at, tags, row, people })
}

type IsNumber = (value: unknown) => value is number

interface Here {
  readonly at: string
  readonly tags: string[]
  row(request: FastifyRequest): Promise<AnyRow>
  people(request: FastifyRequest, ids: readonly (string | null)[]): ReturnType<typeof lookUp>
}

const entrySchema = z.object({
  id: z.string(),
  n: z.int(),
  at: z.iso.datetime(),
  actor: z.uuid().nullable(),
  actorName: z.string(),
  via: z.string(),
  verb: z.string(),
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
  digest: z.string(),
})

function journalRoute(
  app: FastifyInstance,
  engine: Engine,
  record: AnyRecord,
  { at, tags, row }: Omit<Here, 'people'>,
): void {
  const querystring = z.strictObject({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: z.string().max(2000).optional(),
  })
  const page = listed(entrySchema).extend({ next: z.string().nullable() })
  app.get(
    `${at}/journal`,
    { schema: { tags, params, querystring, response: { 200: page, ...answers } } },
    async (request) => {
      const { id } = await row(request)
      const { limit, after } = request.query as z.output<typeof querystring>
      let query = engine.db
        .selectFrom('journal')
        .selectAll()
        .where('recordId', '=', id)
        .orderBy('n', 'desc')
        .limit(limit + 1)
      if (after) query = query.where('n', '<', readCursor(after, 'journal', Number.isSafeInteger as IsNumber).value)
      const found = await query.execute()
      const entries = found.slice(0, limit)
      const last = entries.at(-1)
      return {
        items: entries.map(({ prev: _prev, ...entry }) => ({
          ...entry,
          id: String(entry.id),
          digest: entry.digest.toString('hex'),
        })),
        next: last && found.length > limit ? writeCursor({ sort: 'journal', value: last.n, id }) : null,
        refs: await lookUp(engine, me(request).person, namedIn(engine, record, entries)),
      }
    },
  )
}

type Named = Pick<JournalTable, 'actor' | 'changes'>

/** Everybody and everything that entries name: who acted, and what a link led to before and after. */
function namedIn(engine: Engine, record: AnyRecord, entries: readonly Named[]): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>()
  const name = (kind: string, ids: unknown) => {
    for (const id of [ids].flat(2)) {
      if (typeof id === 'string') named.set(kind, (named.get(kind) ?? new Set()).add(id))
    }
  }
  for (const { actor, changes } of entries) {
    name(engine.directory.record.name, actor)
    for (const [field, values] of Object.entries(changes)) {
      const target = Object.hasOwn(record.fields, field) ? record.fields[field].to : undefined
      if (target) name(target, values)
    }
  }
  return named
}

const commentSchema = z.object({ id: z.uuid(), at: z.iso.datetime(), by: z.uuid(), text: z.string() })

function commentRoutes(app: FastifyInstance, engine: Engine, record: AnyRecord, { at, tags, row, people }: Here): void {
  app.get(
    `${at}/comments`,
    { schema: { tags, params, response: { 200: listed(commentSchema), ...answers } } },
    async (request) => {
      const { id } = await row(request)
      const items = await engine.db
        .selectFrom('comment')
        .select(['id', 'at', 'by', 'text'])
        .where('recordId', '=', id)
        .orderBy('id', 'desc')
        .limit(500)
        .execute()
      return {
        items: items.reverse(),
        refs: await people(
          request,
          items.map((one) => one.by),
        ),
      }
    },
  )
  if (record.appendOnly) return

  const body = z.strictObject({ text: z.string().trim().min(1).max(20_000) })
  app.post(
    `${at}/comments`,
    { schema: { tags, params, body, response: { 201: commentSchema, ...answers } } },
    async (request, reply) => {
      const { id } = await row(request)
      const { person } = me(request)
      const { text } = request.body as z.output<typeof body>
      const comment = await engine.inTx(person, async (tx) => {
        const made = { id: tx.newId(), record: record.name, recordId: id, at: tx.now, by: person.id, text }
        await tx.db.insertInto('comment').values(made).execute()
        await tx.journal(record, id, 'comment', { comment: [null, text] })
        return made
      })
      return reply.code(201).send(comment)
    },
  )
}

const linkSchema = z.object({
  id: z.uuid(),
  kind: z.enum(kinds),
  direction: z.enum(['out', 'in']),
  record: z.string(),
  target: z.uuid(),
})

function linkRoutes(app: FastifyInstance, engine: Engine, record: AnyRecord, { at, tags, row }: Here): void {
  app.get(
    `${at}/links`,
    { schema: { tags, params, response: { 200: listed(linkSchema), ...answers } } },
    async (request) => {
      const { id } = await row(request)
      const links = await engine.db
        .selectFrom('link')
        .selectAll()
        .where((eb) => eb.or([eb('fromId', '=', id), eb('toId', '=', id)]))
        .orderBy('id')
        .limit(500)
        .execute()
      const seen = links.map((link) => {
        const out = link.fromId === id
        const kind = link.kind as (typeof kinds)[number]
        return {
          id: link.id,
          kind,
          ...(out
            ? { direction: 'out' as const, record: link.toRecord, target: link.toId }
            : { direction: 'in' as const, record: link.fromRecord, target: link.fromId }),
        }
      })
      const wanted = new Map<string, Set<string>>()
      for (const { record: name, target } of seen) wanted.set(name, (wanted.get(name) ?? new Set()).add(target))
      const refs = await lookUp(engine, me(request).person, wanted)
      // A link to what one may not read is no link.
      return { items: seen.filter((link) => link.target in refs), refs }
    },
  )
  if (record.appendOnly) return

  const body = z.strictObject({ kind: z.enum(kinds), record: z.string().max(60), target: z.uuid() })
  app.post(
    `${at}/links`,
    { schema: { tags, params, body, response: { 201: linkSchema, ...answers } } },
    async (request, reply) => {
      const { id } = await row(request)
      const { kind, record: name, target } = request.body as z.output<typeof body>
      const { person } = me(request)
      const refs = engine.registry.all.some((entry) => entry.record.name === name)
        ? await lookUp(engine, person, new Map([[name, new Set([target])]]))
        : {}
      const to = refs[target]
      if (!to || target === id)
        throw invalid([fault('target', 'no-such-record', '所选的记录不存在。', 'The chosen record does not exist.')])
      const link = await engine.inTx(person, async (tx) => {
        const made = {
          id: tx.newId(),
          kind,
          fromRecord: record.name,
          fromId: id,
          toRecord: name,
          toId: target,
          at: tx.now,
          by: person.id,
        }
        const done = await tx.db
          .insertInto('link')
          .values(made)
          .onConflict((c) => c.doNothing())
          .executeTakeFirst()
        if (done.numInsertedOrUpdatedRows === 0n) return undefined
        await tx.journal(record, id, 'link', { [kind]: [null, to.number] })
        return made
      })
      if (!link) throw invalid([fault('target', 'duplicate', '已有这个关联。', 'This link is there already.')])
      return reply.code(201).send({ id: link.id, kind, direction: 'out' as const, record: name, target })
    },
  )

  const linkParams = params.extend({ link: z.uuid() })
  app.delete(
    `${at}/links/:link`,
    { schema: { tags, params: linkParams, response: { 204: z.null(), ...answers } } },
    async (request, reply) => {
      const { id } = await row(request)
      const { link } = request.params as z.output<typeof linkParams>
      await engine.inTx(me(request).person, async (tx) => {
        const gone = await tx.db
          .deleteFrom('link')
          .where('id', '=', link)
          .where('fromId', '=', id)
          .returningAll()
          .executeTakeFirst()
        if (!gone) throw notFound()
        await tx.journal(record, id, 'unlink', { [gone.kind]: [gone.toId, null] })
      })
      return reply.code(204).send()
    },
  )
}

const signatureOut = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  person: z.uuid(),
  verb: z.string(),
  method: z.string(),
  digest: z.string(),
  shown: z.unknown(),
})

function signatureRoute(app: FastifyInstance, engine: Engine, { at, tags, row, people }: Here): void {
  app.get(
    `${at}/signatures`,
    { schema: { tags, params, response: { 200: listed(signatureOut), ...answers } } },
    async (request) => {
      const { id } = await row(request)
      const found = await engine.db
        .selectFrom('signature')
        .selectAll()
        .where('recordId', '=', id)
        .orderBy('at')
        .limit(200)
        .execute()
      return {
        items: found.map((one) => ({ ...one, digest: one.digest.toString('hex') })),
        refs: await people(
          request,
          found.map((one) => one.person),
        ),
      }
    },
  )
}
