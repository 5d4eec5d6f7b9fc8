import './tables.ts'
import { type Kysely, sql } from 'kysely'
import { notFound } from '../../../record/problem.ts'
import type { Engine } from '../../engine.ts'
import type { FileStore } from '../../files/store.ts'
import type { Tables } from '../../tables.ts'
import { foldWord } from '../fold-word.ts'
import { openBook } from '../sheet/open.ts'
import type { Book } from '../sheet/sheet.ts'
import type { CellFault, Settings } from './import.ts'
import type { Planned } from './plan.ts'

export type ImportFile = Tables['importFile']

/** Where the bytes of files to import lie: nobody else keeps any there. */
export const bytesOf = (engine: Engine): FileStore => engine.files.part('imports')

/** A person's own import into a list; refuses `not-found`. */
export async function ownImport(db: Kysely<Tables>, record: string, person: string, id: string): Promise<ImportFile> {
  const found = await db
    .selectFrom('importFile')
    .selectAll()
    .where('id', '=', id)
    .where('record', '=', record)
    .where('person', '=', person)
    .executeTakeFirst()
  if (!found) throw notFound()
  return found
}

export async function bookOf(engine: Engine, file: Pick<ImportFile, 'digest' | 'reading'>): Promise<Book> {
  const chunks: Buffer[] = []
  for await (const chunk of await bytesOf(engine).get(file.digest)) chunks.push(chunk as Buffer)
  return openBook(Buffer.concat(chunks), file.reading)
}

/** Keeps what a check found of rows; those that change nothing are only counted. */
export async function keepRows(db: Kysely<Tables>, id: string, rows: readonly Planned[]): Promise<void> {
  const kept = rows.filter(({ verdict }) => verdict !== 'unchanged')
  if (kept.length === 0) return
  const given = kept.map(({ n, verdict, label, changes, faults }) => ({ n, verdict, label, changes, faults }))
  await sql`insert into import_row (import, n, verdict, label, changes, faults)
    select ${id}::uuid, n, verdict, left(label, 200), changes, faults from json_to_recordset(${JSON.stringify(given)}::json)
      as row(n int, verdict text, label text, changes jsonb, faults jsonb)
    on conflict (import, n) do update set verdict = excluded.verdict, changes = excluded.changes, faults = excluded.faults`.execute(
    db,
  )
}

/** Adds faults that only the end of the file shows: a value that comes again, cells joined into one. */
export async function addFaults(
  db: Kysely<Tables>,
  id: string,
  faults: ReadonlyMap<number, readonly CellFault[]>,
): Promise<void> {
  const given = [...faults].map(([n, list]) => ({ n, faults: list }))
  await sql`insert into import_row (import, n, verdict, faults)
    select ${id}::uuid, n, 'fault', faults from json_to_recordset(${JSON.stringify(given)}::json) as row(n int, faults jsonb)
    on conflict (import, n) do update set verdict = 'fault', changes = null, faults = import_row.faults || excluded.faults`.execute(
    db,
  )
}

export async function countVerdicts(
  db: Kysely<Tables>,
  id: string,
): Promise<Record<'create' | 'change' | 'fault', number>> {
  const rows = await db
    .selectFrom('importRow')
    .select(['verdict', ({ fn }) => fn.countAll<number>().as('count')])
    .where('import', '=', id)
    // What an earlier run made of this file is no longer to be done.
    .where(({ or, eb }) => or([eb('recordId', 'is', null), eb('verdict', '=', 'fault')]))
    .groupBy('verdict')
    .execute()
  const of = (verdict: string) => Number(rows.find((row) => row.verdict === verdict)?.count ?? 0)
  return { create: of('create'), change: of('change'), fault: of('fault') }
}

/** What a check said of each row that it did not find unchanged. */
export async function verdictsOf(db: Kysely<Tables>, id: string): Promise<Map<number, string>> {
  const rows = await db.selectFrom('importRow').select(['n', 'verdict']).where('import', '=', id).execute()
  return new Map(rows.map(({ n, verdict }) => [n, verdict]))
}

/** The records that rows of the same file made before, where no column tells records apart: the same file changes nothing. */
export async function earlierRows(db: Kysely<Tables>, file: ImportFile): Promise<Map<number, string>> {
  if (file.settings.match !== null) return new Map()
  const rows = await db
    .selectFrom('importRow')
    .innerJoin('importFile', 'importFile.id', 'importRow.import')
    .select(['importRow.n', 'importRow.recordId'])
    .where('importFile.digest', '=', file.digest)
    .where('importFile.record', '=', file.record)
    .where(sql<number>`(import_file.settings->>'sheet')::int`, '=', file.settings.sheet)
    .where('importRow.recordId', 'is not', null)
    .orderBy('importFile.at')
    .execute()
  return new Map(rows.map(({ n, recordId }) => [n, recordId as string]))
}

/** What headings meant before: to this person, else to whoever imported into the list last. */
export async function rememberedFor(
  db: Kysely<Tables>,
  record: string,
  person: string,
): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom('importMapping')
    .select(['heading', 'field'])
    .where('record', '=', record)
    .orderBy(sql`person = ${person}`)
    .orderBy('at')
    .execute()
  return new Map(rows.map(({ heading, field }) => [heading, field]))
}

/** Remembers what headings mean: a person said so, or let it stand. */
export async function remember(
  db: Kysely<Tables>,
  about: { record: string; person: string; at: string },
  columns: Settings['columns'],
): Promise<void> {
  const meant = new Map(columns.map(({ heading, field }) => [foldWord(heading), field]))
  meant.delete('')
  if (meant.size === 0) return
  const rows = [...meant].map(([heading, field]) => ({ ...about, heading, field }))
  await db
    .insertInto('importMapping')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['record', 'person', 'heading']).doUpdateSet(({ ref }) => ({
        field: ref('excluded.field'),
        at: ref('excluded.at'),
      })),
    )
    .execute()
}
