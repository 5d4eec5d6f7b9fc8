import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { canonical, digestOf } from '../../../../platform/write/canonical.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { managementReview } from '../management-review.record.ts'
import { inOrder } from '../management-review.rules.ts'
import { compileFigures } from './figures.ts'
import { managementReviewPaper } from './paper.ts'
import '../../server/tables.ts'

export type ReviewRow = RowOf<typeof managementReview>

/** What is signed: period, figures and minutes. */
export const digestOfReview = ({ startsOn, endsOn, figures, heldOn, minutes }: ReviewRow): string =>
  digestOf(canonical({ startsOn, endsOn, figures, heldOn, minutes })).toString('hex')

const sound = async (_tx: Tx, row: ReviewRow): Promise<Fault[]> => inOrder(row)

const decided = (tx: Tx, { id }: ReviewRow) =>
  tx.db.selectFrom('action').select(['number', 'state']).where('managementReview', '=', id).orderBy('number').execute()

/** A review that decides nothing was a talk. */
async function decides(tx: Tx, row: ReviewRow): Promise<Fault[]> {
  return (await decided(tx, row)).length > 0
    ? []
    : [
        fault(
          '',
          'no-decision',
          '还没有登记评审决定(措施、负责人和期限)。',
          'No decision is written down yet: what is done, by whom and until when.',
        ),
      ]
}

async function allFollowed(tx: Tx, row: ReviewRow): Promise<Fault[]> {
  return (await decided(tx, row))
    .filter(({ state }) => state !== 'verified')
    .map(({ number }) =>
      fault('', 'decision-open', `决定 ${number} 尚未完成并验证。`, `Decision ${number} is not done and verified yet.`),
    )
}

const notAhead = async (tx: Tx, { heldOn }: ReviewRow): Promise<Fault[]> =>
  heldOn !== null && heldOn > tx.today
    ? [fault('heldOn', 'in-the-future', '召开日期不能晚于今天。', 'It cannot have been held after today.')]
    : []

export const managementReviewBehaviour = behave(managementReview, {
  derive: async (_tx, steps) =>
    steps.map(({ before, after }) =>
      before?.state === 'compiled' && after.state === 'held' ? { digest: digestOfReview(after) } : {},
    ),
  guards: { create: sound, update: sound, hold: notAhead, sign: decides, close: allFollowed },
  effects: {
    async compile(tx, row) {
      await tx.as('rulebook').update(managementReview, row.id, { figures: await compileFigures(tx, row) })
    },
  },
  paper: managementReviewPaper,
})
