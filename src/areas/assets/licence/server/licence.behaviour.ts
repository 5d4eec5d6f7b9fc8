import { behave } from '../../../../platform/behaviour.ts'
import { fault } from '../../../../record/problem.ts'
import '../../server/tables.ts'
import { licence } from '../licence.record.ts'

export const licenceBehaviour = behave(licence, {
  guards: {
    async retire(tx, { id }) {
      const held = await tx.db
        .selectFrom('allocation')
        .select('id')
        .where('licence', '=', id)
        .where('state', '=', 'held')
        .limit(1)
        .executeTakeFirst()
      return held ? [fault('', 'still-used', '还有未收回的分配。', 'It is still given out; withdraw that first.')] : []
    },
  },
})
