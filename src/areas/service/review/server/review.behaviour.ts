import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
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

/** It is of one thing: a major incident, or an incident that was none. */
const ofOneThing = ({ major, incident }: RowOf<typeof review>): Fault[] =>
  (major === null) === (incident === null)
    ? [
        fault(
          'incident',
          'one-of-two',
          '请选一个重大故障或一个故障。',
          'Choose a major incident or an incident, one of the two.',
        ),
      ]
    : []

export const reviewBehaviour = behave(review, {
  guards: { create: async (_tx, row) => ofOneThing(row) },
  effects: {
    async 'agree-too'(tx, { major }) {
      if (major) await concludeIfReviewed(tx, major)
    },
  },
})
