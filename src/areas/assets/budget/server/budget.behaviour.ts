import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import { fault } from '../../../../record/problem.ts'
import { budget } from '../budget.record.ts'

export const budgetBehaviour = behave(budget, {
  guards: {
    async create(tx, { year, department, category }) {
      const found = await tx.db
        .selectFrom('budget')
        .select('number')
        .where('state', '<>', 'closed')
        .where('year', '=', year)
        .where('department', '=', department)
        .where('category', category === null ? 'is' : '=', category)
        .executeTakeFirst()
      return found
        ? [
            fault(
              'category',
              'there-already',
              `该部门本年度的这项预算已经编制(${found.number})。`,
              `There is such a budget of this department and year already (${found.number}).`,
            ),
          ]
        : []
    },
  },
})
