import { type Kysely, sql } from 'kysely'
import type { Actor, PersonActor } from '../../record/actor.ts'
import { type AnyRecord, type AnyRow, tableOf } from '../../record/record.ts'
import { holds } from '../../record/rule.ts'
import type { Engine } from '../engine.ts'
import { condition } from '../read/filter.ts'
import { searchFor } from '../read/search.ts'
import type { Tables } from '../tables.ts'
import { seesNotes } from './private.ts'

/** Of a record, what is to be read: the record itself, or what is private to those who work on it. */
export interface Reading {
  readonly record: AnyRecord
  readonly row: AnyRow
  readonly isPrivate?: boolean
}

/** May they read it, as they are now? */
export const reads = (who: PersonActor, { record, row, isPrivate = false }: Reading): boolean =>
  holds(record.access.read, who, row) && (!isPrivate || seesNotes(record, who, row))

/**
 * Of these people, those who are here and may read it now: whoever tells people of a record (notices, mail) asks this first.
 * One query, however many they are.
 */
export async function readersAmong(
  engine: Engine,
  db: Kysely<Tables>,
  ids: readonly string[],
  reading: Reading,
): Promise<PersonActor[]> {
  if (ids.length === 0) return []
  const actors = await engine.directory.actors(db, ids, 'told')
  return actors.filter((who) => reads(who, reading))
}

const mostLookedAt = 100
const mostOffered = 10

/** People to name in a comment: found by what was typed, known to the asker, and able to read it. */
export async function offerReaders(engine: Engine, asker: Actor, q: string, reading: Reading): Promise<PersonActor[]> {
  const { record } = engine.directory
  const found = q === '' ? sql`true` : searchFor(record, q)
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(tableOf(record))}
    where ${condition(record, record.access.read, asker)} and ${found} order by id limit ${mostLookedAt}`.execute(
    engine.db,
  )
  const ids = rows.map(({ id }) => id)
  const readers = new Map((await readersAmong(engine, engine.db, ids, reading)).map((who) => [who.id, who]))
  return ids.flatMap((id) => readers.get(id) ?? []).slice(0, mostOffered)
}
