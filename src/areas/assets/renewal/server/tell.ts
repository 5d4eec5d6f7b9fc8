import type {} from '../../../../platform/clocks/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { AnyRecord } from '../../../../record/record.ts'
import type { Mark } from '../renewal.rules.ts'

/** Tells whoever watches a record what has come, each mark once; of several that come together the first is said for all. */
export async function tellMarks(tx: Tx, record: AnyRecord, id: string, marks: readonly Mark[]): Promise<void> {
  if (marks.length === 0) return
  const fresh = await tx.db
    .insertInto('clockMark')
    .values(marks.map(({ key }) => ({ recordId: id, clock: 'renewal', mark: key, at: tx.now })))
    .onConflict((told) => told.doNothing())
    .returning('mark')
    .execute()
  const first = marks.find(({ key }) => fresh.some(({ mark }) => mark === key))
  if (first) await tx.journal(record, id, first.act, {})
}
