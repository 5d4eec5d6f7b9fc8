import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { majorIncident } from '../../major-incident/major-incident.record.ts'
import { review } from '../review.record.ts'

/** A major incident that has ended is reviewed once a review of it has been agreed, whichever of the two came first. */
export async function concludeIfReviewed(tx: Tx, major: string): Promise<void> {
  const found = await tx.db
    .selectFrom('review as r')
    .innerJoin('majorIncident as m', 'm.id', 'r.major')
    .select('r.id')
    .where('m.id', '=', major)
    .where('m.state', '=', 'ended')
    .where('r.state', '=', 'agreed')
    .executeTakeFirst()
  if (found) await tx.as('desk').act(majorIncident, major, 'conclude')
}

export const reviewBehaviour = behave(review, {
  effects: { 'agree-too': (tx, { major }) => concludeIfReviewed(tx, major) },
})
