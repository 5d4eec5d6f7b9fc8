import '../../server/tables.ts'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { classify } from '../../../assets/assets.api.ts'
import { classReview } from '../class-review.record.ts'

type Row = RowOf<typeof classReview>

async function derived(tx: Tx, { before, after }: Step<typeof classReview>): Promise<Partial<Row>> {
  const proposes = before?.state === 'due' && after.state === 'proposed'
  if (before !== null && !proposes) return {}
  const of = await tx.db
    .selectFrom('asset')
    .select(['tag', 'name', 'classification'])
    .where('id', '=', after.asset)
    .executeTakeFirst()
  return of ? { title: `${of.tag} ${of.name}`, was: of.classification } : {}
}

export const classReviewBehaviour = behave(classReview, {
  derive: async (tx, steps) => Promise.all(steps.map((step) => derived(tx, step))),
  guards: {
    async create(tx, { asset: of }) {
      const open = await tx.db
        .selectFrom('classReview')
        .select('number')
        .where('asset', '=', of)
        .where('state', 'in', ['due', 'proposed'])
        .executeTakeFirst()
      return open
        ? [fault('asset', 'duplicate', `该资产正在复核(${open.number})。`, `${open.number} is under way.`)]
        : []
    },
  },
  effects: {
    async agree(tx, { asset: id, level }) {
      if (level !== null) await classify(tx.as('security'), id, level)
    },
  },
})
