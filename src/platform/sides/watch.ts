import type { Kysely } from 'kysely'
import { personId } from '../../record/actor.ts'
import { type AnyRecord, fieldsOfRecord } from '../../record/record.ts'
import type { Follow } from '../follow.ts'
import type { Tables, WatcherTable } from '../tables.ts'
import type { Tx } from '../tx.ts'

export type Why = WatcherTable['why']

export interface Watcher {
  readonly person: string
  readonly since: string
  readonly why: Why
}

/** Who watches a record, longest first. Whether each may still read it is for the teller to ask: `readersAmong`. */
export const watchersOf = (db: Kysely<Tables>, record: AnyRecord, id: string): Promise<Watcher[]> =>
  db
    .selectFrom('watcher')
    .select(['person', 'since', 'why'])
    .where('recordId', '=', id)
    .where('record', '=', record.name)
    .where('stoppedAt', 'is', null)
    .orderBy('since')
    .orderBy('person')
    .execute()

/** Lets people watch for what they have to do with a record. Whoever watches already, or has stopped, stays as they are. */
export async function letWatch(tx: Tx, record: AnyRecord, id: string, people: ReadonlyMap<string, Why>): Promise<void> {
  if (record.appendOnly || people.size === 0) return
  const rows = [...people].map(([person, why]) => ({
    record: record.name,
    recordId: id,
    person,
    since: tx.now,
    why,
    stoppedAt: null,
  }))
  await tx.db
    .insertInto('watcher')
    .values(rows)
    .onConflict((taken) => taken.doNothing())
    .execute()
}

/** Watches of one's own will, also after having stopped. */
export async function startWatching(tx: Tx, record: AnyRecord, id: string, person: string): Promise<void> {
  await tx.db
    .insertInto('watcher')
    .values({ record: record.name, recordId: id, person, since: tx.now, why: 'self', stoppedAt: null })
    .onConflict((taken) =>
      taken
        .columns(['recordId', 'person'])
        .doUpdateSet({ since: tx.now, why: 'self', stoppedAt: null })
        .where('watcher.stoppedAt', 'is not', null),
    )
    .execute()
}

/** Stops, and stays so: no assignment, comment or mention makes them watch again. */
export async function stopWatching(tx: Tx, record: AnyRecord, id: string, person: string): Promise<void> {
  await tx.db
    .insertInto('watcher')
    .values({ record: record.name, recordId: id, person, since: tx.now, why: 'self', stoppedAt: tx.now })
    .onConflict((taken) => taken.columns(['recordId', 'person']).doUpdateSet({ stoppedAt: tx.now }))
    .execute()
}

/** Whoever creates a record watches it, and whoever is put into one of its fields by a person. */
export const watchAlong: Follow = async (tx, { record, verb, before, after, changes }) => {
  if (record.appendOnly) return
  const people = new Map<string, Why>()
  for (const [name, field] of fieldsOfRecord(record)) {
    // What the system stamps (who approved, who checked) is done with; what a person fills in is work to come.
    if (field.to !== tx.directory.name || field.by === 'system' || !(name in changes)) continue
    const had = [before?.[name]].flat()
    for (const id of [after[name]].flat()) {
      if (typeof id === 'string' && !had.includes(id)) people.set(id, 'assigned')
    }
  }
  const me = personId(tx.actor)
  // Whoever brings in a sheet of a thousand rows does not mean to follow each.
  if (verb === 'create' && me !== null && !tx.actor.via.startsWith('work:')) people.set(me, 'created')
  await letWatch(tx, record, after.id, people)
}
