import { sql } from 'kysely'
import { z } from 'zod'
import type { AnyRecord } from '../../record/record.ts'
import { without } from '../../record/secret.ts'
import type { Engine } from '../engine.ts'
import { me } from '../http/gate.ts'
import { readCursor, writeCursor } from '../read/cursor.ts'
import { lookUp } from '../read/refs.ts'
import type { JournalTable } from '../tables.ts'
import { isOpen, seesNotes } from './private.ts'
import { answers, listed, params, type Side } from './side.ts'

type IsNumber = (value: unknown) => value is number

const entrySchema = z.object({
  id: z.string(),
  n: z.int(),
  at: z.iso.datetime(),
  actor: z.uuid().nullable(),
  actorName: z.string(),
  via: z.string(),
  verb: z.string(),
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
  digest: z.string(),
})

const querystring = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(2000).optional(),
})

/** Everything that was ever done to a record, newest first. */
export function journalRoute({ app, engine, record, at, tags, row }: Side): void {
  const page = listed(entrySchema).extend({ next: z.string().nullable() })
  const schema = { tags, params, querystring, response: { 200: page, ...answers } }
  app.get(`${at}/journal`, { schema }, async (request) => {
    const read = await row(request)
    const { person } = me(request)
    const { limit, after } = request.query as z.output<typeof querystring>
    const before = after ? readCursor(after, 'journal', Number.isSafeInteger as IsNumber).value : null
    const found = await entriesOf(engine, read.id, seesNotes(record, person, read), before, limit + 1)
    const entries = found.slice(0, limit)
    const last = entries.at(-1)
    return {
      items: entries.map(({ prev: _prev, ...entry }) => ({
        ...entry,
        id: String(entry.id),
        changes: without(record, person, read, entry.changes),
        digest: entry.digest.toString('hex'),
      })),
      next: last && found.length > limit ? writeCursor({ sort: 'journal', value: last.n, id: read.id }) : null,
      refs: await lookUp(engine, person, namedIn(engine, record, entries)),
    }
  })
}

type Entry = Omit<JournalTable, 'id'> & { id: string }

/** Who may not see notes counts without them: a gap in the numbers would tell that there is one. */
export async function entriesOf(engine: Engine, id: string, withNotes: boolean, before: number | null, limit: number) {
  const columns = sql`id, at, record, record_id, verb, actor, actor_name, via, changes, prev, digest`
  const entries = withNotes
    ? sql`select ${columns}, n from journal where record_id = ${id}`
    : sql`select ${columns}, (row_number() over (order by n))::int as n from journal where record_id = ${id} and ${isOpen}`
  const { rows } = await sql<Entry>`select * from (${entries}) entry
    where ${before === null ? sql`true` : sql`n < ${before}`} order by n desc limit ${limit}`.execute(engine.db)
  return rows
}

type Named = Pick<JournalTable, 'actor' | 'changes' | 'verb'>

/** Everybody and everything that entries name: who acted, and what a link led to before and after. */
function namedIn(engine: Engine, record: AnyRecord, entries: readonly Named[]): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>()
  const name = (kind: string, ids: unknown) => {
    for (const id of [ids].flat(2)) {
      if (typeof id === 'string') named.set(kind, (named.get(kind) ?? new Set()).add(id))
    }
  }
  const isLink = (verb: string) => verb === 'link' || verb === 'unlink'
  for (const { actor, changes, verb } of entries) {
    name(engine.directory.record.name, actor)
    for (const [field, values] of Object.entries(changes)) {
      const target = Object.hasOwn(record.fields, field) ? record.fields[field].to : undefined
      if (target) name(target, values)
      else if (isLink(verb)) for (const end of values) if (isEnd(end)) name(end.record, end.id)
    }
  }
  return named
}

/** An end of a typed link, as the journal names it; earlier ones stand there by their number alone. */
const isEnd = (value: unknown): value is { record: string; id: string } =>
  typeof value === 'object' && value !== null && 'record' in value && 'id' in value
