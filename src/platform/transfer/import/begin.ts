import './tables.ts'
import type { Kysely } from 'kysely'
import type { PersonActor } from '../../../record/actor.ts'
import { fault, invalid, Refusal } from '../../../record/problem.ts'
import type { AnyRecord } from '../../../record/record.ts'
import { narrow } from '../../../record/rule.ts'
import type { Engine } from '../../engine.ts'
import { cleanName } from '../../sides/file-name.ts'
import type { Tables } from '../../tables.ts'
import { columnsOfList } from '../columns.ts'
import { badFile } from '../sheet/limits.ts'
import { openBook, type Reading, readingOf } from '../sheet/open.ts'
import type { Book, SheetRow } from '../sheet/sheet.ts'
import type { Settings } from './import.ts'
import { headerRowOf, mostAbove } from './layout.ts'
import { isKnownHeading, matchesOf, proposeColumns } from './mapping.ts'
import { bookOf, bytesOf, type ImportFile, rememberedFor } from './store.ts'

/** May this person ever create or change a record of this kind? Refuses `not-allowed`. */
export function demandImport(record: AnyRecord, person: PersonActor): void {
  const { create, update } = record.access
  if (narrow(create, person) !== false || (!record.appendOnly && narrow(update, person) !== false)) return
  throw new Refusal('not-allowed', ['您的角色不能导入这类记录。', 'Your roles do not allow importing these records.'])
}

/**
 * Takes a file in: what it is, how it is encoded, where its heading stands and what its columns mean, as far as can be told.
 * Refuses `invalid` and `too-large` for what is no table or an absurd one.
 */
export async function beginImport(
  engine: Engine,
  record: AnyRecord,
  person: PersonActor,
  file: { readonly name: string; readonly digest: string; readonly size: number },
): Promise<ImportFile> {
  const bytes = await wholeOf(engine, file.digest)
  const reading = readingOf(bytes)
  const book = await openBook(bytes, reading)
  const settings = await understand(engine, record, person, book, { sheet: 0 })
  const made = {
    id: engine.newId(),
    record: record.name,
    person: person.id,
    at: engine.clock.now(),
    name: cleanName(file.name),
    digest: file.digest,
    size: file.size,
    reading: JSON.stringify(reading) as never,
    sheets: [...book.sheets],
    settings: JSON.stringify(settings) as never,
    state: 'open' as const,
  }
  return engine.db.insertInto('importFile').values(made).returningAll().executeTakeFirstOrThrow()
}

/** What a person says of how a file is to be understood; what they leave out stays, or is told anew where it must be. */
export interface Wish {
  readonly sheet?: number | undefined
  readonly headerRow?: number | undefined
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  /** By column: the field it fills. */
  readonly fields?: Readonly<Record<string, string | null>> | undefined
  readonly match?: string | null | undefined
  /** Rows that are meant although another says the same. */
  readonly keep?: readonly number[] | undefined
}

/** Understands a file as a person wishes it; it must be checked again. Refuses `conflict` while work is in hand or once it is done. */
export async function wishImport(
  engine: Engine,
  record: AnyRecord,
  person: PersonActor,
  file: ImportFile,
  wish: Wish,
): Promise<ImportFile> {
  await demandIdle(engine.db, file)
  const reading = readingFor(file.reading, wish)
  const isReadAnew =
    wish.sheet !== undefined ||
    wish.headerRow !== undefined ||
    wish.encoding !== undefined ||
    wish.delimiter !== undefined
  let settings = file.settings
  let sheets = file.sheets
  if (isReadAnew) {
    const book = await bookOf(engine, { digest: file.digest, reading })
    const sheet = wish.sheet ?? settings.sheet
    if (sheet >= book.sheets.length)
      throw invalid([fault('sheet', 'not-a-choice', '没有这个工作表。', 'There is no such sheet.')])
    settings = await understand(engine, record, person, book, { sheet, headerRow: wish.headerRow })
    sheets = [...book.sheets]
  }
  settings = mapped(engine, record, settings, wish)
  return engine.db
    .updateTable('importFile')
    .set({
      sheets,
      reading: JSON.stringify(reading) as never,
      settings: JSON.stringify(settings) as never,
      state: 'open',
      result: null,
    })
    .where('id', '=', file.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Refuses `conflict` when the import is done already, or its work is under way. */
export async function demandIdle(db: Kysely<Tables>, file: ImportFile): Promise<void> {
  if (file.state === 'applied') {
    throw new Refusal('conflict', [
      '这个文件已经导入。要再导入,请重新上传。',
      'This file is imported already. Upload it again to do it again.',
    ])
  }
  if (file.work === null) return
  const busy = await db
    .selectFrom('work')
    .select('id')
    .where('id', '=', file.work)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (busy) throw new Refusal('conflict', ['正在办理,请等它结束。', 'Work is under way; wait until it ends.'])
}

async function understand(
  engine: Engine,
  record: AnyRecord,
  person: PersonActor,
  book: Book,
  at: { readonly sheet: number; readonly headerRow?: number | undefined },
): Promise<Settings> {
  const columns = columnsOfList(engine, record)
  const remembered = await rememberedFor(engine.db, record.name, person.id)
  const rows = await firstRows(book, at.sheet, (at.headerRow ?? 0) + mostAbove * 2)
  const headerRow = at.headerRow ?? headerRowOf(rows, isKnownHeading(columns, remembered))
  if (headerRow === null) throw badFile('empty-sheet', ['工作表是空的。', 'The sheet is empty.'])
  const proposed = proposeColumns(
    columns,
    remembered,
    rows.find(({ n }) => n === headerRow),
    rows.filter(({ n }) => n > headerRow),
  )
  return { sheet: at.sheet, headerRow, columns: proposed, match: matchesOf(columns, proposed)[0] ?? null }
}

function mapped(engine: Engine, record: AnyRecord, settings: Settings, { fields = {}, match, keep }: Wish): Settings {
  const all = columnsOfList(engine, record)
  const fillable = all.filter(({ name, importable }) => importable || name === 'number').map(({ name }) => name)
  const columns = settings.columns.map((one) => {
    const field = fields[one.column]
    return field === undefined || field === one.field ? one : { ...one, field, because: 'person' as const }
  })
  const filled = columns.flatMap(({ field }) => field ?? [])
  const unknown = filled.find((name) => !fillable.includes(name))
  if (unknown)
    throw invalid([
      fault('fields', 'unknown-field', `没有可填写的字段 ${unknown}。`, `There is no field ${unknown} to fill.`),
    ])
  const twice = filled.find((name, i) => filled.indexOf(name) !== i)
  if (twice) throw invalid([fault('fields', 'twice', `有两列都填写 ${twice}。`, `Two columns fill ${twice}.`)])
  const ways = matchesOf(all, columns)
  if (match != null && !ways.includes(match)) {
    throw invalid([fault('match', 'not-a-choice', '不能按这一项对应已有记录。', 'Rows cannot be known by this.')])
  }
  const kept = settings.match !== null && ways.includes(settings.match) ? settings.match : (ways[0] ?? null)
  return { ...settings, columns, match: match === undefined ? kept : match, ...(keep && { keep }) }
}

function readingFor(reading: Reading, { encoding, delimiter }: Wish): Reading {
  if (reading.format === 'xlsx') return reading
  return { ...reading, ...(encoding && { encoding }), ...(delimiter && { delimiter }) } as Reading
}

async function firstRows(book: Book, sheet: number, upTo: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const chunk of book.rows(sheet)) {
    rows.push(...chunk)
    if (rows.length > upTo) break
  }
  return rows.slice(0, upTo + 1)
}

async function wholeOf(engine: Engine, digest: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await bytesOf(engine).get(digest)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
