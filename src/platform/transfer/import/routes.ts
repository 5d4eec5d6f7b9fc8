import { PassThrough } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { fault, invalid } from '../../../record/problem.ts'
import type { AnyRecord } from '../../../record/record.ts'
import { type Lang, say } from '../../../record/words.ts'
import type { Engine } from '../../engine.ts'
import { me } from '../../http/gate.ts'
import { problemSchema } from '../../http/problems.ts'
import { readCursor, writeCursor } from '../../read/cursor.ts'
import { disposition } from '../../sides/file-name.ts'
import { startWork } from '../../work/work.ts'
import { limits } from '../sheet/limits.ts'
import { applyWork } from './apply.ts'
import { beginImport, demandIdle, demandImport, type Wish, wishImport } from './begin.ts'
import { checkWork, importing } from './check.ts'
import { writeFailed } from './failed.ts'
import { settleNames } from './names.ts'
import { answerOf, importSchema, namesSchema, rowSchema, whichSchema, wishSchema } from './shapes.ts'
import { bytesOf, type ImportFile, ownImport } from './store.ts'

const answers = { '4xx': problemSchema }
const params = z.object({ import: z.uuid() })

/** A file into a list: taken in and understood, tried without writing, then written; each is a person's own. */
export function importRoutes(app: FastifyInstance, engine: Engine, record: AnyRecord): void {
  const at = `/api/${record.plural}/import`
  const tags = [say(engine.registry.get(record.name).words.name, 'en')]
  const own = (request: FastifyRequest): Promise<ImportFile> =>
    ownImport(engine.db, record.name, me(request).person.id, (request.params as { import: string }).import)
  const answer = (file: ImportFile) => answerOf(engine, record, file)

  const taking = {
    tags,
    summary: 'Takes a file in (XLSX or CSV, up to 50 MB) and says how it is understood',
    consumes: ['multipart/form-data'],
    response: { 201: importSchema, ...answers },
  }
  app.post(at, { schema: taking, config: { multipart: true } }, async (request, reply) => {
    const { person } = me(request)
    demandImport(record, person)
    const part = await request.file()
    if (!part) throw invalid([fault('file', 'required', '没有文件。', 'There is no file.')])
    const stored = await bytesOf(engine).put(part.file, limits.fileBytes)
    const file = await beginImport(engine, record, person, { ...stored, name: part.filename ?? '' })
    return reply.code(201).send(answer(file))
  })

  const one = { tags, params, response: { 200: importSchema, ...answers } }
  app.get(`${at}/:import`, { schema: one }, async (request) => answer(await own(request)))

  app.patch(`${at}/:import`, { schema: { ...one, body: wishSchema } }, async (request) =>
    answer(await wishImport(engine, record, me(request).person, await own(request), request.body as Wish)),
  )

  app.post(
    `${at}/:import/names`,
    {
      schema: {
        ...one,
        summary: 'Settles names that nobody knows: made at once, all or none; or one that is known; or nothing',
        body: namesSchema,
      },
    },
    async (request) => {
      const { person } = me(request)
      demandImport(record, person)
      const { names } = request.body as z.output<typeof namesSchema>
      return answer(await settleNames(engine, importing(person), await own(request), names))
    },
  )

  const working = { tags, params, response: { 202: z.object({ work: z.uuid() }), ...answers } }
  const begin = async (request: FastifyRequest, kind: string, more: object = {}) => {
    const { person } = me(request)
    const file = await own(request)
    demandImport(record, person)
    return engine.inTx(person, async (tx) => {
      // Locked, so that of two requests at once one begins the work.
      const [held] = await tx.db.selectFrom('importFile').selectAll().where('id', '=', file.id).forUpdate().execute()
      await demandIdle(tx.db, held ?? file)
      const work = await startWork(tx, kind, { id: file.id, record: record.name, ...more })
      await tx.db.updateTable('importFile').set({ work }).where('id', '=', file.id).execute()
      return { work }
    })
  }
  app.post(
    `${at}/:import/check`,
    { schema: { ...working, summary: 'Tries all rows and writes nothing', body: z.strictObject({}) } },
    async (request, reply) => reply.code(202).send(await begin(request, checkWork.kind)),
  )
  app.post(
    `${at}/:import/apply`,
    { schema: { ...working, summary: 'Writes all rows or none, the good ones, or those named', body: whichSchema } },
    async (request, reply) => {
      const { rows: which } = request.body as z.output<typeof whichSchema>
      return reply.code(202).send(await begin(request, applyWork.kind, { which }))
    },
  )
  rowsRoute(app, engine, at, tags, own)

  app.get(
    `${at}/:import/failed`,
    {
      schema: {
        tags,
        params,
        summary: 'The rows that were not imported, with the reason beside each (XLSX)',
        querystring: z.strictObject({ lang: z.enum(['zh', 'en']).optional() }),
        produces: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
        response: { 200: z.string(), ...answers },
      },
    },
    async (request, reply) => {
      const file = await own(request)
      const lang = (request.query as { lang?: Lang }).lang ?? request.lang
      const out = new PassThrough()
      writeFailed(out, engine, file, lang).catch((error: Error) => out.destroy(error))
      const name = `${file.name.replace(/\.[^.]*$/, '')} ${lang === 'zh' ? '未导入' : 'not imported'}.xlsx`
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', disposition('attachment', name))
        .header('cache-control', 'no-store')
        .send(out)
    },
  )
}

/** What a check found, row by row. */
function rowsRoute(
  app: FastifyInstance,
  engine: Engine,
  at: string,
  tags: string[],
  own: (request: FastifyRequest) => Promise<ImportFile>,
): void {
  const querystring = z.strictObject({
    verdict: z.enum(['create', 'change', 'fault']).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: z.string().max(2000).optional(),
  })
  const response = { 200: z.object({ items: z.array(rowSchema), next: z.string().nullable() }), ...answers }
  app.get(`${at}/:import/rows`, { schema: { tags, params, querystring, response } }, async (request) => {
    const { id } = await own(request)
    const { verdict, limit, after } = request.query as z.output<typeof querystring>
    const isNumber = (value: unknown): value is number => typeof value === 'number'
    const found = await engine.db
      .selectFrom('importRow')
      .selectAll()
      .where('import', '=', id)
      .$if(verdict !== undefined, (some) => some.where('verdict', '=', verdict ?? 'fault'))
      .$if(after !== undefined, (some) => some.where('n', '>', readCursor(after ?? '', 'n', isNumber).value))
      .orderBy('n')
      .limit(limit + 1)
      .execute()
    const items = found.slice(0, limit)
    const last = items.at(-1)
    return {
      items: items.map(({ n, verdict, label, faults, changes }) => ({
        n,
        verdict,
        label,
        changes: changes as Record<string, [string, string]> | null,
        faults: faults.map(({ text, ...rest }) => ({ ...rest, message: say(text, request.lang) })),
      })),
      next: last && found.length > limit ? writeCursor({ sort: 'n', value: last.n, id }) : null,
    }
  })
}
