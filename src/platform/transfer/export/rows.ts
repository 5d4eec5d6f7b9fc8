import type { PersonActor } from '../../../record/actor.ts'
import { fault, invalid, Refusal } from '../../../record/problem.ts'
import type { AnyRecord, AnyRow } from '../../../record/record.ts'
import { concealed } from '../../../record/secret.ts'
import type { Engine } from '../../engine.ts'
import { listPage } from '../../read/list.ts'
import type { Asked } from '../../read/list-filter.ts'
import { type Refs, refsOf } from '../../read/refs.ts'
import { type Column, columnsOfList, usualColumns } from '../columns.ts'

/** Some of a list's rows, with the names behind their links, as the reader may see them. */
export interface Handful {
  readonly rows: readonly AnyRow[]
  readonly refs: Refs
}

/** Which rows of a list are wanted, in which order. */
export interface Wanted extends Asked {
  readonly sort: string
}

const pageSize = 1_000
/** An export holds a connection to the database for as long as it lasts. */
const mostAtOnce = 5
let running = 0

/**
 * All rows of a list that the person may read, as they stood when the first was read: page by page in one transaction, so that
 * nothing is missed or told twice while others write. `work` reads them; refuses `unavailable` while too many others do.
 */
export async function withRows<T>(
  engine: Engine,
  record: AnyRecord,
  person: PersonActor,
  wanted: Wanted,
  work: (handfuls: AsyncGenerator<Handful>) => Promise<T>,
): Promise<T> {
  if (running >= mostAtOnce) throw tooManyExports()
  running++
  try {
    return await engine.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (db) => {
        async function* handfuls(): AsyncGenerator<Handful> {
          for (let after: string | undefined; ; ) {
            const { items, next } = await listPage(db, record, person, { ...wanted, after, limit: pageSize })
            const rows = items.map((row) => concealed(record, person, row))
            yield { rows, refs: await refsOf(engine, record, person, rows) }
            if (next === null) return
            after = next
          }
        }
        return work(handfuls())
      })
  } finally {
    running--
  }
}

/** The columns asked for by name, in that order; the usual ones when none is. Refuses `invalid` for an unknown name. */
export function chosenColumns(engine: Engine, record: AnyRecord, names: readonly string[] | undefined): Column[] {
  const all = columnsOfList(engine, record)
  if (!names) return usualColumns(all)
  const known = (name: string) =>
    all.filter((one) => one.name === name || (name === 'custom' && one.name.startsWith('custom.')))
  const unknown = names.filter((name) => name !== 'custom' && known(name).length === 0)
  if (unknown.length > 0) {
    throw invalid([
      fault(
        'columns',
        'unknown-field',
        `没有这些列:${unknown.join('、')}。`,
        `There are no such columns: ${unknown.join(', ')}.`,
      ),
    ])
  }
  return names.flatMap(known)
}

const tooManyExports = () =>
  new Refusal('unavailable', [
    '同时导出的人太多,请稍后再试。',
    'Too many exports are running at once; try again in a moment.',
  ])
