import { sql } from 'kysely'
import type { PersonActor } from '../../record/actor.ts'
import { type AnyRecord, type AnyRow, fieldsOfRecord, tableOf } from '../../record/record.ts'
import { labelOf } from '../db/columns.ts'
import type { Engine } from '../engine.ts'
import { condition } from './filter.ts'

/** What a person needs to see of a linked record: its kind, number and name. */
export interface Ref {
  readonly record: string
  readonly number: string
  readonly label: string
}

export type Refs = Record<string, Ref>

/** The names behind every link of these rows, as far as this person may read them: one query per kind of record. */
export function refsOf(engine: Engine, record: AnyRecord, person: PersonActor, rows: readonly AnyRow[]): Promise<Refs> {
  const wanted = new Map<string, Set<string>>()
  const want = (name: string, value: unknown) => {
    const ids = wanted.get(name) ?? wanted.set(name, new Set()).get(name)
    for (const id of [value].flat()) if (typeof id === 'string') ids?.add(id)
  }
  for (const row of rows) {
    want(engine.directory.record.name, [row.createdBy, row.updatedBy])
    for (const [name, field] of fieldsOfRecord(record)) if (field.to) want(field.to, row[name])
  }
  return lookUp(engine, person, wanted)
}

/** The same for ids that are known by kind, all in one round trip. */
export async function lookUp(
  engine: Engine,
  person: PersonActor,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Refs> {
  const looks = [...wanted]
    .filter(([, ids]) => ids.size > 0)
    .map(([name, ids]) => oneKind(engine.registry.get(name).record, person, [...ids]))
  if (looks.length === 0) return {}
  const { rows } = await sql<Ref & { id: string }>`${sql.join(looks, sql` union all `)}`.execute(
    engine.db.withoutPlugins(),
  )
  return Object.fromEntries(rows.map(({ id, record, number, label }) => [id, { record, number, label }]))
}

const oneKind = (record: AnyRecord, person: PersonActor, ids: readonly string[]) =>
  sql`select ${record.name}::text as record, id, number, ${labelOf(record)} as label
    from ${sql.table(tableOf(record))} where id = any(${ids}::uuid[]) and ${condition(record, record.access.read, person)}`
