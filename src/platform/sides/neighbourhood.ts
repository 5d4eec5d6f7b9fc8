import { type RawBuilder, sql } from 'kysely'
import type { PersonActor } from '../../record/actor.ts'
import { type AnyRecord, fieldsOfRecord, tableOf } from '../../record/record.ts'
import { labelOf, snake } from '../db/columns.ts'
import type { Engine } from '../engine.ts'
import { condition } from '../read/filter.ts'

/** A record in the picture; `step` is how far it stands from the middle. */
export interface Node {
  readonly id: string
  readonly record: string
  readonly number: string
  readonly label: string
  readonly state: string
  readonly step: number
}

/** Why two records stand together: a typed link, or a field of the first that names the second. */
export interface Relation {
  readonly kind: 'link' | 'field'
  /** The kind of link, or the field's name. */
  readonly name: string
}

export interface Edge extends Relation {
  readonly from: string
  readonly to: string
}

/** There are more like these around a node than are shown. */
export interface More extends Relation {
  readonly of: string
  readonly direction: 'in' | 'out'
  /** What kind of record the others are. */
  readonly record: string
}

export interface Neighbourhood {
  readonly nodes: readonly Node[]
  readonly edges: readonly Edge[]
  readonly more: readonly More[]
}

interface Place {
  readonly id: string
  readonly record: string
}

interface Found extends Relation {
  readonly from: Place
  readonly to: Place
}

/** Around one node, of one relation: more than this is said and not shown. */
const mostAlike = [8, 4]
const mostNodes = 80

/**
 * What stands around a record, one or two steps far, as far as this person may read it: typed links and declared fields in
 * both directions, but no field that is kept from some. Persons are left out, since most records name some and they lead everywhere, unless the middle is one.
 * Four queries a step, however many records there are.
 */
export async function neighbourhoodOf(
  engine: Engine,
  person: PersonActor,
  middle: Place,
  depth: 1 | 2,
): Promise<Neighbourhood> {
  const nodes = await readNodes(engine, person, [middle], 0)
  const edges = new Map<string, Edge>()
  const more: More[] = []
  let frontier: readonly Place[] = [middle]
  for (let step = 1; step <= depth && frontier.length > 0; step++) {
    const most = mostAlike[step - 1] as number
    const found = await around(engine, person, frontier, most + 1)
    const read = await readNodes(engine, person, strangers(found, nodes), step)
    const readable = found.filter(({ from, to }) => isThere(from) && isThere(to))
    const { kept, left } = shareOut(readable, new Set(frontier.map(({ id }) => id)), most)
    const added: Place[] = []
    for (const { from, to, kind, name } of kept) {
      for (const { id } of [from, to]) {
        const node = read.get(id)
        if (nodes.has(id) || !node || nodes.size >= mostNodes) continue
        nodes.set(id, node)
        added.push(node)
      }
      if (nodes.has(from.id) && nodes.has(to.id))
        edges.set(`${from.id} ${kind} ${name} ${to.id}`, { from: from.id, to: to.id, kind, name })
    }
    more.push(...left)
    frontier = added.filter(({ record }) => record !== engine.directory.record.name)

    function isThere({ id }: Place): boolean {
      return nodes.has(id) || read.has(id)
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()], more }
}

const strangers = (found: readonly Found[], known: ReadonlyMap<string, Node>): Place[] =>
  found.flatMap(({ from, to }) => [from, to]).filter(({ id }) => !known.has(id))

/** Of what is alike around one node, so many; the rest is named once. */
function shareOut(found: readonly Found[], around: ReadonlySet<string>, most: number) {
  const counts = new Map<string, number>()
  const kept: Found[] = []
  const left: More[] = []
  for (const one of found) {
    const direction = around.has(one.from.id) ? 'out' : 'in'
    const [of, other] = direction === 'out' ? [one.from, one.to] : [one.to, one.from]
    const alike = [of.id, direction, one.kind, one.name, other.record].join(' ')
    const n = (counts.get(alike) ?? 0) + 1
    counts.set(alike, n)
    if (n <= most) kept.push(one)
    else if (n === most + 1) left.push({ of: of.id, direction, record: other.record, kind: one.kind, name: one.name })
  }
  return { kept, left }
}

async function around(engine: Engine, person: PersonActor, places: readonly Place[], most: number): Promise<Found[]> {
  const links = await linksAt(engine, places)
  const named = await rows(engine, fieldsFrom(engine, places))
  const naming = await rows(engine, fieldsTo(engine, person, places, most))
  return [...links, ...named, ...naming]
}

async function linksAt(engine: Engine, places: readonly Place[]): Promise<Found[]> {
  const ids = places.map(({ id }) => id)
  const found = await engine.db
    .selectFrom('link')
    .select(['kind', 'fromRecord', 'fromId', 'toRecord', 'toId'])
    .where((eb) => eb.or([eb('fromId', 'in', ids), eb('toId', 'in', ids)]))
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  return found.map(({ kind, fromRecord, fromId, toRecord, toId }) => ({
    kind: 'link',
    name: kind,
    from: { record: fromRecord, id: fromId },
    to: { record: toRecord, id: toId },
  }))
}

/** The records that these name in their fields. */
function fieldsFrom(engine: Engine, places: readonly Place[]): RawBuilder<unknown>[] {
  return [...byRecord(places)].flatMap(([name, ids]) => {
    const { record } = engine.registry.get(name)
    return fieldsOfRecord(record).flatMap(([field, { to, kind, secret }]) => {
      if (!to || secret || to === engine.directory.record.name) return []
      const column = sql.ref(snake(field))
      const target = kind === 'links' ? sql`unnest(${column})` : column
      return [
        sql`select ${name}::text as "fromRecord", id as "fromId", ${field}::text as name, ${to}::text as "toRecord",
          ${target} as "toId" from ${sql.table(tableOf(record))} where id = any(${ids}::uuid[]) and ${column} is not null`,
      ]
    })
  })
}

/** The records that name these in a field that lists are filtered by, so that its index finds them; newest first. */
function fieldsTo(engine: Engine, person: PersonActor, places: readonly Place[], most: number): RawBuilder<unknown>[] {
  const wanted = byRecord(places)
  return engine.registry.all.flatMap(({ record }) =>
    fieldsOfRecord(record).flatMap(([field, { to, filter, kind, secret }]) => {
      const ids = to && filter && !secret ? wanted.get(to) : undefined
      if (!ids) return []
      const column = sql.ref(snake(field))
      const names = kind === 'links' ? sql`${column} @> array[target.id]` : sql`${column} = target.id`
      return [
        sql`select ${record.name}::text as "fromRecord", naming.id as "fromId", ${field}::text as name,
          ${to}::text as "toRecord", target.id as "toId"
          from unnest(${ids}::uuid[]) as target(id) cross join lateral (
            select id from ${sql.table(tableOf(record))}
            where ${names} and ${condition(record, record.access.read, person)} order by id desc limit ${most}) naming`,
      ]
    }),
  )
}

interface Line {
  readonly fromRecord: string
  readonly fromId: string
  readonly name: string
  readonly toRecord: string
  readonly toId: string
}

async function rows(engine: Engine, parts: readonly RawBuilder<unknown>[]): Promise<Found[]> {
  if (parts.length === 0) return []
  const { rows: lines } = await sql<Line>`${sql.join(
    parts.map((part) => sql`(${part})`),
    sql` union all `,
  )}`.execute(engine.db.withoutPlugins())
  return lines.map(({ fromRecord, fromId, name, toRecord, toId }) => ({
    kind: 'field',
    name,
    from: { record: fromRecord, id: fromId },
    to: { record: toRecord, id: toId },
  }))
}

/** What this person may read of these, in the order asked for. */
async function readNodes(
  engine: Engine,
  person: PersonActor,
  places: readonly Place[],
  step: number,
): Promise<Map<string, Node>> {
  const looks = [...byRecord(places)].map(([name, ids]) => look(engine.registry.get(name).record, person, ids))
  if (looks.length === 0) return new Map()
  const { rows: found } = await sql<Omit<Node, 'step'>>`${sql.join(looks, sql` union all `)}`.execute(
    engine.db.withoutPlugins(),
  )
  return new Map(found.map((node) => [node.id, { ...node, step }]))
}

const look = (record: AnyRecord, person: PersonActor, ids: readonly string[]) =>
  sql`select ${record.name}::text as record, id, number, ${labelOf(record)} as label, state
    from ${sql.table(tableOf(record))}
    where id = any(${ids}::uuid[]) and ${condition(record, record.access.read, person)}`

function byRecord(places: readonly Place[]): Map<string, string[]> {
  const ids = new Map<string, Set<string>>()
  for (const { record, id } of places) ids.set(record, (ids.get(record) ?? new Set()).add(id))
  return new Map([...ids].map(([record, some]) => [record, [...some]]))
}
