import type { AnyRecord, AnyRow } from '../record/record.ts'
import type { Engine } from './engine.ts'
import type { JournalTable } from './tables.ts'
import type { Tx } from './tx.ts'

/** What was just written to a record; a comment or a link leaves the row as it was. */
export interface Written {
  readonly record: AnyRecord
  /** `create`, `update`, a verb, or what a journal entry without a change of fields is called: `comment`, `link` … */
  readonly verb: string
  /** Null when it was created. */
  readonly before: AnyRow | null
  readonly after: AnyRow
  readonly changes: JournalTable['changes']
}

/**
 * What the engine does after every write, in the same transaction and under the name of whoever wrote: clocks, approvals,
 * notices. It is asked for each record, so it looks at `written` first and returns at once where nothing is its own.
 */
export type Follow = (tx: Tx, written: Written, engine: Engine) => Promise<void>
