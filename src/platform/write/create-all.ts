import { Refusal } from '../../record/problem.ts'
import type { AnyRecord, RowOf, ValuesOf } from '../../record/record.ts'
import type { Tx } from '../tx.ts'

/** Creates many, all or nothing: throws the first refusal. */
export async function createAll<R extends AnyRecord>(
  tx: Tx,
  record: R,
  rows: readonly ValuesOf<R>[],
): Promise<RowOf<R>[]> {
  const made = await tx.putMany(
    record,
    rows.map((values) => ({ values })),
  )
  return made.map((one) => {
    if (one instanceof Refusal) throw one
    return one
  })
}
