import { type Kysely, sql } from 'kysely'
import { snake } from '../../../../platform/db/columns.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { type AnyRecord, tableOf } from '../../../../record/record.ts'
import type { Control, Source } from '../control.rules.ts'

type Db = Pick<Kysely<Tables>, 'withoutPlugins'> & Kysely<Tables>
export type Loaded = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly number: string
  readonly state: string
}

const always = ['id', 'number', 'state']

const columns = ({ fields }: Source, more: readonly string[] = []) =>
  sql.raw([...new Set([...always, ...fields, ...more])].map((name) => `"${snake(name)}" as "${name}"`).join(', '))

/** Subjects by their ids, with what the control reads of them. */
export async function subjectsBy(db: Db, { subject }: Control, ids: readonly string[]): Promise<Loaded[]> {
  const { rows } = await sql<Loaded>`select ${columns(subject)} from ${sql.table(tableOf(subject.record))}
    where id = any(${ids}::uuid[])`.execute(db.withoutPlugins())
  return rows
}

/** The next subjects after an id, in their order. */
export async function subjectsAfter(
  db: Db,
  { subject }: Control,
  after: string | null,
  limit: number,
): Promise<Loaded[]> {
  const { rows } = await sql<Loaded>`select ${columns(subject)} from ${sql.table(tableOf(subject.record))}
    where id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid order by id limit ${limit}`.execute(
    db.withoutPlugins(),
  )
  return rows
}

/** Subjects that point at a record by a relation of the control. */
export async function subjectsThrough(
  db: Db,
  { subject, with: all }: Control,
  through: string,
  ids: readonly string[],
) {
  const relation = all[through]
  if (!relation) return []
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(tableOf(subject.record))}
    where ${sql.ref(snake(relation.via))} = any(${ids}::uuid[])`.execute(db.withoutPlugins())
  return rows.map(({ id }) => id)
}

/** What the control reads beside each subject, by relation: one query for each, however many subjects. */
export async function relatedTo(
  db: Db,
  { subject, with: all }: Control,
  subjects: readonly Loaded[],
): Promise<ReadonlyMap<string, Record<string, unknown>>> {
  const related = new Map<string, Record<string, unknown>>(subjects.map(({ id }) => [id, {}]))
  const ids = subjects.map(({ id }) => id)
  for (const [name, { record, fields, via, many }] of Object.entries(all)) {
    if (many) {
      const rows = await pointingAt(db, { record, fields }, via, ids)
      for (const id of ids) (related.get(id) as Record<string, unknown>)[name] = rows.get(id) ?? []
      continue
    }
    const links = subject.fields.includes(via) ? undefined : await linksOf(db, subject.record, via, ids)
    const targets = new Map(subjects.map((one) => [one.id, (links ? links.get(one.id) : one[via]) as string | null]))
    const wanted = [...new Set(targets.values())].filter((id): id is string => typeof id === 'string')
    const { rows } = await sql<Loaded>`select ${columns({ record, fields })} from ${sql.table(tableOf(record))}
      where id = any(${wanted}::uuid[])`.execute(db.withoutPlugins())
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const id of ids) (related.get(id) as Record<string, unknown>)[name] = byId.get(targets.get(id) ?? '') ?? null
  }
  return related
}

async function pointingAt(db: Db, source: Source, via: string, ids: readonly string[]) {
  const column = sql.ref(snake(via))
  const several = source.record.fields[via]?.kind === 'links'
  const where = several ? sql`${column} && ${ids}::uuid[]` : sql`${column} = any(${ids}::uuid[])`
  const { rows } = await sql<Loaded>`select ${columns(source, [via])} from ${sql.table(tableOf(source.record))}
    where ${where} order by id`.execute(db.withoutPlugins())
  const found = new Map<string, Loaded[]>()
  for (const row of rows) for (const id of [row[via]].flat() as string[]) found.set(id, [...(found.get(id) ?? []), row])
  return found
}

async function linksOf(db: Db, record: AnyRecord, via: string, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; link: string | null }>`
    select id, ${sql.ref(snake(via))} as link from ${sql.table(tableOf(record))} where id = any(${ids}::uuid[])`.execute(
    db.withoutPlugins(),
  )
  return new Map(rows.map(({ id, link }) => [id, link]))
}
