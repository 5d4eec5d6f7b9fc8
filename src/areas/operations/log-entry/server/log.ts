import type { Tx } from '../../../../platform/tx.ts'
import { actorName } from '../../../../record/actor.ts'
import type { RowOf } from '../../../../record/record.ts'
import { holds } from '../../../../record/rule.ts'
import type { Words } from '../../../../record/words.ts'
import { logEntry } from '../log-entry.record.ts'

export interface Line {
  readonly kind: 'run' | 'alarm' | 'incident' | 'component' | 'shift' | 'duty' | 'note'
  readonly text: Words
  readonly severity?: 'info' | 'warning' | 'critical'
  readonly about?: { readonly record: string; readonly id: string; readonly number?: string }
  readonly component?: string | null
}

/**
 * Writes a line of the operations log as part of the transaction, in the name of its actor. Where that person may not
 * write in the log by hand, the system writes it under their name.
 */
export function writeLog(tx: Tx, line: Line): Promise<RowOf<typeof logEntry>> {
  const hand = holds(logEntry.access.create, tx.actor, {}) ? tx : tx.as(actorName(tx.actor))
  return hand.create(logEntry, {
    kind: line.kind,
    text: line.text[0],
    textEn: line.text[1],
    severity: line.severity ?? 'info',
    component: line.component ?? null,
    subjectRecord: line.about?.record ?? null,
    subjectId: line.about?.id ?? null,
    subjectNumber: line.about?.number ?? null,
  })
}
