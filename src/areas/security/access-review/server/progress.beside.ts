import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import { narrow } from '../../../../record/rule.ts'
import { dateIn } from '../../../../record/zone.ts'
import { accessReviewItem } from '../../access-review-item/access-review-item.record.ts'
import { accessReview } from '../access-review.record.ts'
import { type Decision, pacesOf } from '../pace.rules.ts'
import '../../server/tables.ts'

const counts = { open: z.int(), kept: z.int(), revoking: z.int(), revoked: z.int() }
type State = keyof typeof counts

/** How far a review has come, reviewer by reviewer: what is open and late, at what pace they decide, and what still is not taken away. */
export const reviewProgress = beside({
  name: 'progress',
  of: (record) => record.name === accessReview.name,
  summary: 'How far it has come, by reviewer, with their pace; and the revokes that have not taken effect yet',
  output: z.object({
    ...counts,
    escalated: z.int(),
    unassigned: z.int(),
    second: z.int(),
    reviewers: z.array(
      z.object({
        ...{ id: z.string(), number: z.string(), name: z.string(), ...counts, late: z.boolean() },
        ...{ median: z.number().nullable(), inBulk: z.int(), flagged: z.boolean() },
      }),
    ),
    /** The oldest first, at most fifty. */
    waiting: z.array(
      z.object({ number: z.string(), title: z.string(), decidedAt: z.string(), stillIn: z.string().nullable() }),
    ),
  }),
  async run({ db, now, engine, person }, _record, row) {
    // How others go about it, and which accounts wait, is for those who may read every item; anybody else has their own.
    const mayReadAll = narrow(accessReviewItem.access.read, person) === true
    const rows = await db
      .selectFrom('accessReviewItem as i')
      .leftJoin('person as p', 'p.id', 'i.reviewer')
      .select(['i.id', 'i.state', 'i.reviewer', 'i.escalated', 'i.secondOf', 'i.openedAt', 'i.decidedAt'])
      .select(['p.number', 'p.name'])
      .where('i.review', '=', row.id)
      .where('i.state', '<>', 'dropped')
      .execute()
    const waiting = await db
      .selectFrom('accessReviewItem as i')
      .leftJoin('accountList as l', 'l.id', 'i.stillIn')
      .select(['i.number', 'i.title', 'i.decidedAt', 'l.number as stillIn'])
      .where('i.review', '=', row.id)
      .where('i.state', '=', 'revoking')
      .$if(!mayReadAll, (query) => query.where('i.reviewer', '=', person.id))
      .orderBy('i.decidedAt')
      .limit(50)
      .execute()
    const count = (some: typeof rows) => {
      const of = (state: State) => some.filter((one) => one.state === state).length
      return { open: of('open'), kept: of('kept'), revoking: of('revoking'), revoked: of('revoked') }
    }
    const dueOn = row['dueOn'] as string | null
    const over = row.state === 'running' && dueOn !== null && dueOn < dateIn(engine.zone, now)
    const paces = new Map(
      pacesOf(rows.map((one): Decision => ({ ...one, kept: one.state === 'kept' }))).map((one) => [one.reviewer, one]),
    )
    const byReviewer = new Map<string, typeof rows>()
    for (const one of rows) {
      if (one.reviewer === null) continue
      const theirs = byReviewer.get(one.reviewer) ?? []
      byReviewer.set(one.reviewer, theirs)
      theirs.push(one)
    }
    const reviewers = [...byReviewer].map(([id, some]) => {
      const { median = null, inBulk = 0, flagged = false } = paces.get(id) ?? {}
      const counted = count(some)
      const { number, name } = some[0] as (typeof some)[number]
      return {
        ...{ id, number: number ?? '', name: name ?? '', ...counted, late: over && counted.open > 0 },
        ...{ median, inBulk, flagged },
      }
    })
    return {
      ...count(rows),
      escalated: rows.filter((one) => one.escalated).length,
      unassigned: rows.filter((one) => one.reviewer === null).length,
      second: rows.filter((one) => one.secondOf !== null).length,
      reviewers: reviewers
        .filter(({ id }) => mayReadAll || id === person.id)
        .sort((a, b) => b.open - a.open || (a.number < b.number ? -1 : 1)),
      waiting: waiting.map((one) => ({ ...one, decidedAt: one.decidedAt as string })),
    }
  },
})
