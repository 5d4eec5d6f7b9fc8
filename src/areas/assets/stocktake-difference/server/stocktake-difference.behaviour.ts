import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { fault } from '../../../../record/problem.ts'
import { stocktakeDifference } from '../stocktake-difference.record.ts'

/** What is asked to be approved is not changed meanwhile: it is returned first. */
export const stocktakeDifferenceBehaviour = behave(stocktakeDifference, {
  guards: {
    async decide(tx: Tx, { stocktake }) {
      const { state } = await tx.db
        .selectFrom('stocktake')
        .select('state')
        .where('id', '=', stocktake)
        .forShare()
        .executeTakeFirstOrThrow()
      if (state === 'settling') return []
      return [fault('', 'not-settling', '盘点不在差异处理阶段。', 'The stocktake is not being settled.')]
    },
  },
})
