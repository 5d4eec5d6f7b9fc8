import type { Engine } from '../../../platform/engine.ts'
import type { Tx } from '../../../platform/tx.ts'
import { changesBetween, nextEntry, noHead, type Written, writeEntries } from '../../../platform/write/journal.ts'
import { nextNumbers } from '../../../platform/write/numbers.ts'
import { type Doing, insertRows, type Locked, rowAfter, type Stored } from '../../../platform/write/rows.ts'
import { shownOf } from '../../../platform/write/shown.ts'
import { keepSignature } from '../../../platform/write/signature.ts'
import { changing } from '../../../platform/write/tx.ts'
import type { Actor } from '../../../record/actor.ts'
import { type AnyRecord, transitionOf } from '../../../record/record.ts'
import { holds } from '../../../record/rule.ts'
import { instantAt } from '../../../record/time.ts'

type Values = Readonly<Record<string, unknown>>

/** Something that somebody did to a row. */
export interface Deed {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly by: Actor
  readonly verb: string
  readonly values?: Values
}

/** A row from its making through all that was done to it. What it says may name the numbers of others. */
export interface Life {
  readonly record: AnyRecord
  readonly id: string
  readonly at: number
  readonly by: Actor
  readonly values: (numberOf: (id: string) => string) => Values
  readonly deeds?: readonly Deed[]
}

/**
 * Writes a piece of the past down at once: weeks of a firm's runs would take the write path minutes. Each deed is held against the
 * declaration (its states, who may, its guard, what it sets), has its entry in the journal and, where it is signed, its signature; the
 * database's own constraints hold as ever. What an effect would have done is among the lives, for none is run.
 */
export async function writeDown(engine: Engine, tx: Tx, lives: readonly Life[]): Promise<void> {
  const numbers = await drawn(engine, tx, lives)
  const numberOf = (id: string) => numbers.get(id) ?? ''
  const written: Written[] = []
  const rows = new Map<AnyRecord, Stored[]>()
  for (const life of lives) {
    const { record, id } = life
    const made = rowAfter(engine, instantAt(life.at), record, { verb: 'create' }, null, life.values(numberOf), life.by)
    let row: Locked = { ...made, id, number: numberOf(id), ...noHead }
    row = entered(written, record, null, row, { at: life.at, by: life.by, verb: 'create' })
    for (const deed of life.deeds ?? [])
      row = entered(written, record, row, await after(engine, tx, record, row, deed), deed)
    rows.set(record, [...(rows.get(record) ?? []), { row, head: row }])
  }
  for (const [record, stored] of rows) await insertRows(tx.db, record, stored)
  await writeEntries(
    tx.db,
    written.sort((a, b) => a.entry.at.localeCompare(b.entry.at)),
  )
}

/** Numbers for all of them, in the order in which they were made. */
async function drawn(engine: Engine, tx: Tx, lives: readonly Life[]): Promise<ReadonlyMap<string, string>> {
  const numbers = new Map<string, string>()
  for (const record of new Set(lives.map((life) => life.record))) {
    const own = lives.filter((life) => life.record === record).sort((a, b) => a.at - b.at)
    const found = await nextNumbers(tx.db, record.number, instantAt(own[0]?.at ?? 0), engine.zone, own.length)
    for (const [n, { id }] of own.entries()) numbers.set(id, found[n] ?? '')
  }
  return numbers
}

/** The row with its next entry. */
function entered(
  written: Written[],
  record: AnyRecord,
  before: Locked | null,
  row: Locked,
  { at, by, verb }: Deed,
): Locked {
  const prev = before ?? noHead
  const changes = changesBetween(before, row, changing(record))
  const { entry, head } = nextEntry(prev, { record: record.name, recordId: row.id, verb, changes }, by, instantAt(at))
  written.push({ entry, head, prev, version: row.version })
  return { ...row, ...head }
}

/** The row as the deed leaves it; throws where the declaration does not have it so. */
async function after(engine: Engine, tx: Tx, record: AnyRecord, row: Locked, deed: Deed): Promise<Locked> {
  const { verb, by, values = {} } = deed
  const now = instantAt(deed.at)
  const transition = verb === 'update' ? undefined : transitionOf(record, verb)
  if (verb !== 'update' && !transition) throw new Error(`${record.name} has no verb ${verb}`)
  const made = rowAfter(engine, now, record, { verb, transition } as Doing, row, values, by)
  if (!transition) return made as Locked
  const refused = transition.guard?.(made, { actor: by, now }) ?? []
  if (![transition.from].flat().includes(row.state) || !holds(transition.allow, by, row) || refused.length > 0)
    throw new Error(
      `${row.number} is ${row.state}: ${verb} is not for ${by.via} (${refused[0]?.text[1] ?? 'not allowed'})`,
    )
  Object.assign(made, transition.set?.(made, { actor: by, now }))
  if (transition.sign && by.kind === 'person')
    await keepSignature(
      { ...tx, now },
      { record: record.name, recordId: row.id, verb, shown: shownOf(row) },
      { person: by.id, method: 'password' },
    )
  return made as Locked
}
