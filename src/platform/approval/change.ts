import type { Words } from '../../record/words.ts'
import type { Engine } from '../engine.ts'
import type { Written } from '../follow.ts'
import type { Tx } from '../tx.ts'
import { approvalActor, askedDigest, endApproval, noteOnRecord, pendingOf, tellConcerned } from './state.ts'

const changed: Words = [
  '内容在审批期间被更改,已表态的一并作废。请核对后重新提交。',
  'The content was changed while it waited: what was agreed is void. Look at it again and ask anew.',
]

/** A change of content makes void what is asked for on the record: what was agreed to is no longer what would be done. */
export async function voidOnChange(engine: Engine, tx: Tx, { record, before, after }: Written): Promise<void> {
  if (!before || before.version === after.version) return
  for (const approval of await pendingOf(tx.db, after.id)) {
    if (askedDigest(record, after, approval.verb, approval.given).equals(approval.digest)) continue
    const by = tx.actor.kind === 'person' ? tx.actor.id : null
    await endApproval(tx, approval, { state: 'void', by, reason: changed })
    await noteOnRecord(tx.as(approvalActor.name), approval, 'approval-void', { reason: [null, changed] })
    await tellConcerned(engine, tx, approval)
  }
}
