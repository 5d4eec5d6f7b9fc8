import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import { matrixFaults } from '../matrix.rules.ts'
import { riskMatrix } from '../risk-matrix.record.ts'

export const riskMatrixBehaviour = behave(riskMatrix, {
  derive: (tx, steps) =>
    Promise.all(
      steps.map(async ({ before, after }) => {
        if (after.state !== 'in-force' || before?.state === 'in-force') return {}
        const { last } = await tx.db
          .selectFrom('riskMatrix')
          .select((is) => is.fn.max('edition').as('last'))
          .executeTakeFirstOrThrow()
        return { edition: Number(last ?? 0) + 1 }
      }),
    ),
  guards: {
    // One that does not hold is refused when it is saved, not when somebody rates by it.
    create: async (_tx, row) => matrixFaults(row),
    update: async (_tx, row) => matrixFaults(row),
    approve: async (_tx, row) => matrixFaults(row),
  },
  effects: {
    async approve(tx, row) {
      const before = await tx.db
        .selectFrom('riskMatrix')
        .select('id')
        .where('state', '=', 'in-force')
        .where('id', '<>', row.id)
        .execute()
      for (const { id } of before) await tx.as('risk').act(riskMatrix, id, 'supersede')
    },
  },
})
