import type { Tx } from '../../../../platform/tx.ts'
import { digestOf } from '../../../../platform/write/canonical.ts'
import { createAll } from '../../../../platform/write/create-all.ts'
import type { RowOf } from '../../../../record/record.ts'
import { tellGiven } from '../../../messaging/messaging.api.ts'
import { accessReviewItem } from '../../access-review-item/access-review-item.record.ts'
import { accessReview } from '../access-review.record.ts'
import { pacesOf, sampleSize } from '../pace.rules.ts'
import { partiesFor } from './parties.ts'
import '../../server/tables.ts'

type Item = RowOf<typeof accessReviewItem>

/**
 * What follows once nothing of a review is left open: of what was kept too quickly, or all in one go, a tenth is given to another.
 * What that other takes away is taken. Once: whoever looks again is not looked at again.
 */
export async function afterDecision(tx: Tx, reviewId: string): Promise<void> {
  // Locked, so that of two who decide the last ones at once the later sees that they were the last.
  const review = await tx.lock(accessReview, reviewId)
  if (review.state !== 'running' || (await hasOpen(tx, reviewId))) return
  if (review.sampledAt === null && (await drawSample(tx, review))) return
  // Of somebody who moved nobody keeps a campaign: it is over with the last decision.
  if (review.kind === 'mover') await tx.act(accessReview, reviewId, 'close')
}

export async function hasOpen(tx: Pick<Tx, 'db'>, review: string): Promise<boolean> {
  const found = await tx.db
    .selectFrom('accessReviewItem')
    .select('id')
    .where('review', '=', review)
    .where('state', '=', 'open')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

async function drawSample(tx: Tx, review: RowOf<typeof accessReview>): Promise<boolean> {
  const rows = (await tx.db
    .selectFrom('accessReviewItem')
    .selectAll()
    .where('review', '=', review.id)
    .where('secondOf', 'is', null)
    .where('state', '<>', 'dropped')
    .execute()) as unknown as Item[]
  const flagged = pacesOf(rows.map((one) => ({ ...one, kept: one.state === 'kept' }))).filter((one) => one.flagged)
  if (flagged.length === 0) return false
  const drawn = flagged.flatMap(({ reviewer, kept }) =>
    rows
      .filter((one) => one.reviewer === reviewer && one.state === 'kept')
      // In an order that nobody knew before the last decision.
      .sort((a, b) => Buffer.compare(lot(a, tx.now), lot(b, tx.now)))
      .slice(0, sampleSize(kept)),
  )
  const barred = (one: Item) => ({ ...one, barred: one.reviewer === null ? [] : [one.reviewer] })
  const assign = await partiesFor(tx, drawn, review.reviewBy)
  const items = await createAll(
    tx,
    accessReviewItem,
    drawn.map((one) => ({ ...frozenOf(one), secondOf: one.id, ...assign(barred(one)) })),
  )
  await tx.update(accessReview, review.id, {
    ...{ flagged: flagged.map(({ reviewer }) => reviewer), sampled: items.length, sampledAt: tx.now },
  })
  const others = [...new Set(items.flatMap(({ reviewer }) => reviewer ?? []))]
  await tellGiven(
    tx,
    accessReview,
    review,
    others.map((id) => ({ is: 'person', id })),
  )
  return true
}

const lot = ({ id }: Item, now: string): Buffer => digestOf(id, now)

const frozenOf = ({ review, system, title, account, person, standing, rights, grants, approvers, ...one }: Item) => ({
  ...{ review, system, title, account, person, standing, rights, grants, approvers },
  ...{ privileged: one.privileged, shared: one.shared, secondFactor: one.secondFactor, lastUsedAt: one.lastUsedAt },
})
