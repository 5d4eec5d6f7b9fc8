import type { Words } from '../../../../record/words.ts'
import { titles } from '../titles.words.ts'

export const budgetPageWords = {
  title: titles.budget,
  year: ['年度', 'Year'],
  department: ['部门', 'Department'],
  all: ['全部部门', 'All departments'],
  whole: ['预算合计', 'All budgets'],
  general: ['综合', 'General'],
  none: ['未列预算', 'Charged to no budget'],
  planned: ['预算', 'Planned'],
  requested: ['申请中', 'Requested'],
  committed: ['已承诺', 'Committed'],
  spent: ['已到货', 'Spent'],
  paid: ['已付款', 'Paid'],
  left: ['余额', 'Left'],
  over: ['超出', 'Over'],
  byMonth: ['各月支出', 'Spent by month'],
  monthHint: ['按到货日期,含税,减去退货。', 'By the day it came in, with tax, less what went back.'],
  hint: [
    '已承诺是已批准或已下单而未到货的金额;余额 = 预算 − 已承诺 − 已到货。点任一数字看它的明细。',
    'Committed is what was agreed to or ordered and has not come in; left = planned − committed − spent. Each figure leads to its list.',
  ],
  nothing: [
    '这一年还没有预算。编制一份,批准生效后采购从中列支。',
    'No budgets for this year. Plan one; once it is in force purchases are charged to it.',
  ],
  plan: ['编制预算', 'Plan a budget'],
} as const satisfies Record<string, Words>
