import type { Tx } from '../tx.ts'

/** The people whose agreement has just carried out a verb on a record, in this transaction; nobody where it waited for none. */
export async function agreedNow(tx: Tx, recordId: string, verb: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('approvalVote')
    .innerJoin('approval', 'approval.id', 'approvalVote.approval')
    .select('approvalVote.person')
    .where('approval.recordId', '=', recordId)
    .where('approval.verb', '=', verb)
    .where('approval.state', '=', 'approved')
    .where('approval.endedAt', '=', tx.now)
    .where('approvalVote.vote', '=', 'agree')
    .orderBy('approvalVote.at')
    .execute()
  return [...new Set(rows.map(({ person }) => person))]
}
