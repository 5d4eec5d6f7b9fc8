import { PassThrough } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AnyRecord, AnyRow } from '../../../record/record.ts'
import { concealed } from '../../../record/secret.ts'
import { type Lang, say } from '../../../record/words.ts'
import type { Engine } from '../../engine.ts'
import { me } from '../../http/gate.ts'
import { askedOf, type FilterInput, sortedSchema } from '../../http/list-query.ts'
import { problemSchema } from '../../http/problems.ts'
import { readItem } from '../../read/item.ts'
import { disposition } from '../../sides/file-name.ts'
import { wallOf, wallText } from '../wall.ts'
import type { Spelling, Telling } from './cells.ts'
import { writeCsv } from './csv.ts'
import { type About, type FileWriter, takenBy } from './file.ts'
import { writeJson } from './json.ts'
import type { Reader } from './paper.ts'
import { fitsPdf, writePdfList } from './pdf-list.ts'
import { writePdfRecord } from './pdf-record.ts'
import { chosenColumns, withRows } from './rows.ts'
import { writeXlsx } from './xlsx.ts'

const formats = ['xlsx', 'csv', 'json', 'pdf'] as const
type Format = (typeof formats)[number]

const writers: Record<Format, FileWriter> = { xlsx: writeXlsx, csv: writeCsv, json: writeJson, pdf: writePdfList }
const types: Record<Format, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
}

const lang = z.enum(['zh', 'en']).optional()

/** A list's address with the form of the file beside its filters; rows may be named by `ids`. */
function exportSchema(record: AnyRecord) {
  return sortedSchema(record, {
    lang,
    format: z.enum(formats).default('xlsx'),
    /** Names of columns with commas between them, in the order wanted. */
    columns: z.string().min(1).max(4000).optional(),
    ids: z.string().min(1).max(10_000).optional(),
    /** Choices and states by their words, or by the codes of the API; import takes both. */
    spelling: z.enum(['words', 'codes']).default('words'),
  })
}

interface ExportInput {
  readonly format: Format
  readonly sort: string
  readonly spelling: Spelling
  readonly lang?: Lang
  readonly columns?: string
  readonly ids?: string
}

/**
 * `GET /api/{plural}/export`: the list that its filters mean, as a file, however long it is; and
 * `GET /api/{plural}/{id}/pdf`: one record on paper.
 */
export function exportRoutes(app: FastifyInstance, engine: Engine, record: AnyRecord): void {
  const { words } = engine.registry.get(record.name)
  const tags = [say(words.name, 'en')]
  const querystring = exportSchema(record)
  const wall = wallOf(engine.zone)
  const file = { 200: z.string(), '4xx': problemSchema, '5xx': problemSchema }
  const summary = 'The list as a file: XLSX, CSV, JSON or PDF'
  const { paper } = engine.behaviourOf(record)

  app.get(
    `/api/${record.plural}/export`,
    { schema: { tags, summary, querystring, produces: Object.values(types), response: file } },
    async (request, reply) => {
      const { person } = me(request)
      const { format, sort, spelling, lang, columns, ids, ...filter } = request.query as ExportInput & FilterInput
      const reading = lang ?? request.lang
      const asked = askedOf(engine, filter)
      const wanted = { ...asked, sort, filters: ids ? { ...asked.filters, id: ids.split(',') } : asked.filters }
      const at = wallText(wall, engine.clock.now()).slice(0, 16)
      const about: About = {
        columns: chosenColumns(engine, record, columns?.split(',')),
        isChosen: columns !== undefined,
        title: say(words.plural, reading),
        telling: { lang: reading, spelling, wall },
        by: takenBy(engine, person),
        at,
      }
      const out = await begun(engine, request, (sent, begin) =>
        withRows(engine, record, person, wanted, async (handfuls) => {
          // What is refused is refused before the first byte: the first rows are there, or all of them where a limit stands.
          const rows = format === 'pdf' ? await fitsPdf(about, handfuls) : await withFirst(handfuls)
          begin()
          await writers[format](sent, about, rows as AsyncIterable<never>)
        }),
      )
      return send(reply, out, types[format], `${about.title} ${at.slice(0, 10)}.${format}`)
    },
  )

  const one = (
    format: 'pdf' | 'xlsx',
    about: string,
    write: (out: PassThrough, row: AnyRow, reader: Reader) => unknown,
  ) =>
    app.get(
      `/api/${record.plural}/:id/${format}`,
      {
        schema: {
          tags,
          summary: about,
          params: z.object({ id: z.string().min(1).max(64) }),
          querystring: z.strictObject({ lang }),
          produces: [types[format]],
          response: file,
        },
      },
      async (request, reply) => {
        const { person } = me(request)
        const row = await readItem(engine.db, record, person, (request.params as { id: string }).id)
        const telling: Telling = {
          lang: (request.query as { lang?: Lang }).lang ?? request.lang,
          spelling: 'words',
          wall,
        }
        const out = await begun(engine, request, async (sent, begin) => {
          begin()
          await write(sent, row, { engine, person, telling })
        })
        return send(reply, out, types[format], `${row.number}.${format}`)
      },
    )
  one('pdf', 'The record on paper', (out, row, reader) =>
    paper
      ? paper.pdf(out, concealed(record, reader.person, row), reader)
      : writePdfRecord(out, engine, record, reader.person, row, reader.telling),
  )
  if (paper)
    one('xlsx', 'The record as a workbook', (out, row, reader) =>
      paper.xlsx(out, concealed(record, reader.person, row), reader),
    )
}

const send = (reply: FastifyReply, out: PassThrough, type: string, name: string) =>
  reply
    .type(type)
    .header('content-disposition', disposition('attachment', name))
    .header('cache-control', 'no-store')
    .send(out)

/** Lets the work begin; what it refuses before it says so is refused to the reader, what fails later breaks the file off. */
async function begun(
  engine: Engine,
  request: FastifyRequest,
  work: (out: PassThrough, begin: () => void) => Promise<unknown>,
): Promise<PassThrough> {
  const out = new PassThrough({ highWaterMark: 256 * 1024 })
  out.on('error', () => {}) // said to the log below; the reader sees the file end early
  let hasBegun = false
  await new Promise<void>((resolve, reject) => {
    const begin = () => {
      hasBegun = true
      resolve()
    }
    work(out, begin).catch((error: Error) => {
      if (hasBegun && !out.destroyed) engine.log.error({ err: error, requestId: request.id }, 'an export broke off')
      out.destroy(hasBegun ? error : undefined)
      reject(error)
    })
  })
  return out
}

/** The same rows, of which the first are read already. */
async function withFirst<T>(all: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = await all.next()
  return (async function* () {
    if (first.done) return
    yield first.value
    yield* all
  })()
}
