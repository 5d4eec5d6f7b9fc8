import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault, Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dayAway, dayMs, msOf } from '../../../../record/time.ts'
import { accessReviewItem } from '../../access-review-item/access-review-item.record.ts'
import { lastList } from '../../account-list/server/take.ts'
import { systemAccount } from '../../system-account/system-account.record.ts'
import { accessReview } from '../access-review.record.ts'
import { freeze } from './freeze.ts'
import { hasOpen } from './sample.ts'
import '../../server/tables.ts'

type Review = RowOf<typeof accessReview>

/** A list older than this is not who has access today, days. */
const newestWithin = 7

const ofOneSystem = async (_tx: Tx, { kind, system }: Review): Promise<Fault[]> =>
  kind === 'system' && system === null ? [fault('system', 'required', '请选择受控系统。', 'Choose the system.')] : []

async function listIsFresh(tx: Tx, { kind, system }: Review): Promise<Fault[]> {
  if (kind === 'mover') return []
  const last = system === null ? null : await lastList(tx.db, system)
  if (!last) return [fault('list', 'no-list', '该系统还没有账号清单。', 'There is no account list of that system yet.')]
  if (!last.complete)
    return [
      fault(
        'list',
        'partial-list',
        '最近一份清单不完整,请先取得完整清单。',
        'The newest list is of a part; bring a complete one first.',
      ),
    ]
  return msOf(last.sameAt ?? last.takenAt) < msOf(tx.now) - newestWithin * dayMs
    ? [
        fault(
          'list',
          'old-list',
          `最近一份清单取得已超过 ${newestWithin} 天,请先取得新的清单。`,
          `The newest list is more than ${newestWithin} days old; bring a new one first.`,
        ),
      ]
    : []
}

const allDecided = async (tx: Tx, { id }: Review): Promise<Fault[]> =>
  (await hasOpen(tx, id))
    ? [
        fault(
          '',
          'undecided',
          '还有复核项没有决定(含抽样再审),不能结束。',
          'Some items are not decided yet, second looks among them.',
        ),
      ]
    : []

/** Accounts that somebody has looked at are reviewed from now on. */
async function markReviewed(tx: Tx, { id }: Review): Promise<void> {
  const rows = await tx.db
    .selectFrom('accessReviewItem as i')
    .innerJoin('systemAccount as a', 'a.id', 'i.account')
    .select('a.id')
    .distinct()
    .where('i.review', '=', id)
    .where('i.state', 'in', ['kept', 'revoking', 'revoked'])
    .execute()
  const done = await tx.as('access-reviews').putMany(
    systemAccount,
    rows.map((one) => ({ id: one.id, values: { reviewedAt: tx.now } })),
  )
  for (const one of done) if (one instanceof Refusal) throw one
}

async function dropOpen(tx: Tx, { id }: Review): Promise<void> {
  const open = await tx.db
    .selectFrom('accessReviewItem')
    .select('id')
    .where('review', '=', id)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute()
  for (const one of open) await tx.as('access-reviews').act(accessReviewItem, one.id, 'drop')
}

export const accessReviewBehaviour = behave(accessReview, {
  async derive(tx, steps) {
    return Promise.all(
      steps.map(async ({ before, after }): Promise<Partial<Review>> => {
        if (before?.state !== 'draft' || after.state !== 'running') return {}
        const dueOn = dayAway(tx.today, after.days)
        const ahead = dayAway(dueOn, -3)
        const when = { dueOn, remindOn: ahead > tx.today ? ahead : dayAway(tx.today, 1) }
        const last = after.kind === 'system' && after.system !== null ? await lastList(tx.db, after.system) : null
        return last ? { ...when, list: last.id, digest: last.digest } : when
      }),
    )
  },
  guards: { create: ofOneSystem, update: ofOneSystem, open: listIsFresh, close: allDecided },
  effects: {
    open: (tx, row) => freeze(tx.as('access-reviews'), row),
    close: markReviewed,
    cancel: dropOpen,
  },
})
