import type { Readable } from 'node:stream'
import type { PersonActor } from '../../../record/actor.ts'
import type { AnyRecord } from '../../../record/record.ts'
import type { Engine } from '../../engine.ts'
import type { Progress } from '../../work/work.ts'
import { limits } from '../sheet/limits.ts'
import { apply, type Which } from './apply.ts'
import { beginImport, demandImport, wishImport } from './begin.ts'
import { check, importing } from './check.ts'
import type { Summary } from './import.ts'
import { columnsWish, type NamedMapping, readingWish } from './named.ts'
import { bytesOf, type ImportFile, ownImport } from './store.ts'

export interface WholeImport {
  readonly name: string
  readonly bytes: Readable
  /** Rows to be written; nothing is, when it is left out. */
  readonly which?: Which
  /** How the file is to be understood, where that cannot be told. */
  readonly mapping?: NamedMapping
  /** Hears what the check found, before anything is written. */
  checked?(summary: Summary, id: string): void
  /** Hears how far it is. */
  readonly progress?: Progress
}

/**
 * An import from its file to its end, for whoever has no screen: taken in, checked and, where `which` says so, written. Refuses
 * as each of these does.
 */
export async function importFile(
  engine: Engine,
  record: AnyRecord,
  person: PersonActor,
  { name, bytes, which, mapping, checked, progress = silent }: WholeImport,
): Promise<Summary> {
  demandImport(record, person)
  const stored = await bytesOf(engine).put(bytes, limits.fileBytes)
  const begun = await beginImport(engine, record, person, { ...stored, name })
  const file = mapping ? await understood(engine, record, person, begun, mapping) : begun
  const found = await check(engine, importing(person), file, progress)
  checked?.(found, file.id)
  if (which === undefined) return found
  return apply(engine, importing(person), await ownImport(engine.db, record.name, person.id, file.id), which, progress)
}

/** Where the heading stands and how it is encoded comes first: it says which columns there are. */
async function understood(
  engine: Engine,
  record: AnyRecord,
  person: PersonActor,
  begun: ImportFile,
  mapping: NamedMapping,
): Promise<ImportFile> {
  const read = await wishImport(engine, record, person, begun, readingWish(mapping))
  return wishImport(engine, record, person, read, columnsWish(read.settings, mapping))
}

const silent: Progress = {
  tell: async () => {},
  check: async () => {},
}
