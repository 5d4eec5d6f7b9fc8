import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { tellGiven } from '../../../messaging/messaging.api.ts'
import { accessGrant } from '../../access-grant/access-grant.record.ts'
import { afterDecision } from '../../access-review/server/sample.ts'
import { accessReviewItem } from '../access-review-item.record.ts'
import { grantsAmong } from './settle.ts'
import '../../server/tables.ts'

type Item = RowOf<typeof accessReviewItem>

const decided = (tx: Tx, { review }: Item) => afterDecision(tx.as('access-reviews'), review)

/** What is taken away is asked back, and the system's owner hears of it; it is done when a list no longer shows it. */
async function askBack(tx: Tx, row: Item): Promise<void> {
  const { grants, take, reason, number } = row
  for (const { id } of await grantsAmong(tx, grants, take, 'granted')) {
    const revokeReason = `${number}: ${reason}`.slice(0, 2_000)
    const grant = await tx.as('access-reviews').act(accessGrant, id, 'revoke', { revokeReason })
    if (grant.owner) await tellGiven(tx, accessGrant, grant, [{ is: 'person', id: grant.owner }])
  }
  await decided(tx, row)
}

/** Whoever looked first does not look a second time. */
async function anotherLooks(tx: Tx, { secondOf, reviewer }: Item): Promise<Fault[]> {
  if (secondOf === null) return []
  const first = await tx.db
    .selectFrom('accessReviewItem')
    .select('reviewer')
    .where('id', '=', secondOf)
    .executeTakeFirstOrThrow()
  return first.reviewer === reviewer
    ? [fault('reviewer', 'same-person', '再审人须是另一人。', 'Somebody else looks at it the second time.')]
    : []
}

export const accessReviewItemBehaviour = behave(accessReviewItem, {
  guards: { 'hand-on': anotherLooks },
  effects: {
    keep: decided,
    revoke: askBack,
    'hand-on': async (tx, row) => {
      if (row.reviewer) await tellGiven(tx, accessReviewItem, row, [{ is: 'person', id: row.reviewer }])
    },
  },
})
