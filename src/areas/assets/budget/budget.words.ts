import { wordsFor } from '../../../record/record.ts'
import { budget } from './budget.record.ts'

export const budgetWords = wordsFor(budget, {
  name: ['预算', 'Budget'],
  plural: ['预算', 'Budgets'],
  empty: [
    '还没有预算。按年度和部门编制,生效后采购从中列支。',
    'No budgets yet. Plan one for each year and department; once in force purchases are charged to it.',
  ],
  fields: {
    name: ['名称', 'Name'],
    year: ['年度', 'Year'],
    department: ['部门', 'Department'],
    category: ['资产类别', 'Asset category'],
    planned: ['预算金额(元)', 'Planned (CNY)'],
    note: ['说明', 'Note'],
    revisedWhy: ['调整原因', 'Why it was revised'],
  },
  states: { draft: ['编制中', 'Draft'], 'in-force': ['生效', 'In force'], closed: ['关闭', 'Closed'] },
  verbs: { adopt: ['批准生效', 'Adopt'], revise: ['调整', 'Revise'], close: ['关闭', 'Close'] },
  choices: {},
})
