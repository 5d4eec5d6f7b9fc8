import './line.table.ts'
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { query, type Reading } from '../../../../platform/area.ts'
import { condition } from '../../../../platform/read/filter.ts'
import { readItem } from '../../../../platform/read/item.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { everyone } from '../../../../record/rule.ts'
import { stocktake } from '../stocktake.record.ts'

type Row = RowOf<typeof stocktake>

const key = z.strictObject({ number: z.string().min(1).max(64) })

/** The stocktake for somebody who counts it; others are not told how it is counted. */
async function forCounter({ db, person }: Reading, number: string): Promise<Row> {
  const row = (await readItem(db, stocktake, person, number)) as unknown as Row
  if (!row.counters.includes(person.id))
    throw new Refusal('not-allowed', ['您不是这次盘点的清点人。', 'You are not one of its counters.'])
  return row
}

const mostPlaces = 5_000
const mostPeople = 5_000

/** What a phone needs to count, beside the list itself. */
export const take = query({
  path: '/api/stocktaking/:number',
  allow: everyone,
  summary: 'A stocktake for whoever counts it: its state, the places of its scope, and the people who may hold things.',
  input: key,
  output: z.object({
    id: z.uuid(),
    number: z.string(),
    title: z.string(),
    state: z.enum(stocktake.states as readonly [string, ...string[]]),
    mode: z.enum(['guided', 'blind']),
    dueOn: z.iso.date().nullable(),
    expected: z.int(),
    places: z.array(
      z.object({ id: z.uuid(), number: z.string(), code: z.string(), name: z.string(), parent: z.uuid().nullable() }),
    ),
    people: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
  async run(at, { number }) {
    const row = await forCounter(at, number)
    return {
      ...{ id: row.id, number: row.number, title: row.title, state: row.state, mode: row.mode, dueOn: row.dueOn },
      expected: row.mode === 'blind' ? 0 : (row.expected ?? 0),
      places: await placesOf(at.db, row),
      people: await people(at),
    }
  },
})

async function placesOf(db: Kysely<Tables>, { places }: Row) {
  const inside = places.length > 0 ? sql`id in (select id from places_within(${[...places]}::uuid[]))` : sql`true`
  const { rows } = await sql<{ id: string; number: string; code: string; name: string; parent: string | null }>`
    select id, number, code, name, parent from location where state = 'active' and ${inside} order by code limit ${mostPlaces}`.execute(
    db.withoutPlugins(),
  )
  return rows
}

async function people({ db, person, engine }: Reading) {
  const { record } = engine.directory
  const { rows } = await sql<{ id: string; name: string }>`select id, name from ${sql.table(record.name)}
    where ${condition(record, record.access.read, person)} order by name, id limit ${mostPeople}`.execute(db)
  return rows
}

const page = 2_000

/** The frozen list, page after page; nothing of it where it is counted blind. */
export const takeLines = query({
  path: '/api/stocktaking/:number/lines',
  allow: everyone,
  summary: 'What a guided stocktake expects, two thousand at a time in the order of tags; empty where it is blind.',
  input: key.extend({ after: z.string().max(80).optional() }),
  output: z.object({
    items: z.array(
      z.object({
        asset: z.uuid(),
        number: z.string(),
        tag: z.string(),
        name: z.string(),
        place: z.uuid().nullable(),
        holder: z.uuid().nullable(),
        counted: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
  }),
  async run(at, { number, after }) {
    const row = await forCounter(at, number)
    if (row.mode === 'blind') return { items: [], next: null }
    const items = await at.db
      .selectFrom('stocktakeLine as l')
      .innerJoin('asset as a', 'a.id', 'l.asset')
      .select(['l.asset', 'a.number', 'l.tag', 'l.name', 'l.location as place', 'l.custodian as holder', 'l.counted'])
      .where('l.stocktake', '=', row.id)
      .$if(after !== undefined, (some) => some.where('l.tag', '>', after as string))
      .orderBy('l.tag')
      .limit(page)
      .execute()
    return { items, next: items.length === page ? (items.at(-1)?.tag ?? null) : null }
  },
})

/** What others have counted since; blind, what one has counted oneself. */
export const takeSeen = query({
  path: '/api/stocktaking/:number/seen',
  allow: everyone,
  summary: 'What was counted since an instant, by anyone; of a blind stocktake only by whoever asks.',
  input: key.extend({ since: z.iso.datetime().optional() }),
  output: z.object({
    now: z.iso.datetime(),
    state: z.string(),
    items: z.array(
      z.object({
        key: z.string(),
        tag: z.string(),
        asset: z.uuid().nullable(),
        place: z.uuid().nullable(),
        counter: z.uuid(),
        countedAt: z.iso.datetime(),
      }),
    ),
  }),
  async run(at, { number, since }) {
    const row = await forCounter(at, number)
    const items = await at.db
      .selectFrom('stocktakeCount')
      .select(['key', 'tag', 'asset', 'place', 'counter', 'countedAt'])
      .where('stocktake', '=', row.id)
      .$if(since !== undefined, (some) => some.where('createdAt', '>=', since as string))
      .$if(row.mode === 'blind', (some) => some.where('counter', '=', at.person.id))
      .orderBy('createdAt', 'desc')
      .limit(page)
      .execute()
    return { now: at.now, state: row.state, items }
  },
})
