import { wordsFor } from '../../../record/record.ts'
import type { Words } from '../../../record/words.ts'
import type { Decision, Kind } from './decision.rules.ts'
import { stocktakeDifference } from './stocktake-difference.record.ts'

export const kindWords = {
  'wrong-place': ['位置不符', 'Wrong place'],
  'wrong-holder': ['使用人不符', 'Wrong holder'],
  missing: ['盘亏', 'Missing'],
  surplus: ['盘盈', 'Surplus'],
  twice: ['重复清点', 'Counted twice'],
} as const satisfies Record<Kind, Words>

export const decisionWords = {
  correct: ['按实物更正', 'Correct the register'],
  lose: ['报失', 'Report lost'],
  register: ['补登资产', 'Register it'],
  leave: ['不作更改', 'Leave as it is'],
} as const satisfies Record<Decision, Words>

export const stocktakeDifferenceWords = wordsFor(stocktakeDifference, {
  name: ['盘点差异', 'Difference'],
  plural: ['盘点差异', 'Differences'],
  empty: [
    '没有差异。结束清点后,账实不符的逐条列在这里。',
    'No differences. They are listed here once counting has ended.',
  ],
  fields: {
    label: ['差异', 'Difference'],
    stocktake: ['盘点', 'Stocktake'],
    leader: ['负责人', 'Led by'],
    kind: ['类型', 'Kind'],
    asset: ['资产', 'Asset'],
    tag: ['资产编号', 'Tag'],
    expectedPlace: ['账面位置', 'Expected place'],
    expectedHolder: ['账面使用人', 'Expected holder'],
    expectedState: ['账面状态', 'Expected state'],
    foundPlace: ['实际位置', 'Found at'],
    foundHolder: ['实际使用人', 'Found with'],
    count: ['采用的实盘记录', 'Count that stands'],
    counts: ['清点次数', 'Counts'],
    moved: ['盘点期间台账有变', 'Register changed meanwhile'],
    proposal: ['建议', 'Proposal'],
    decision: ['处理', 'Decision'],
    reason: ['理由', 'Reason'],
    newName: ['新资产名称', 'Name of the new asset'],
    newCategory: ['新资产类别', 'Category of the new asset'],
    whyNot: ['未执行原因', 'Why it was not done'],
    whyNotEn: ['未执行原因(英文)', 'Why it was not done (English)'],
  },
  states: {
    open: ['待处理', 'Open'],
    decided: ['已提出处理', 'Decided'],
    done: ['已执行', 'Carried out'],
    'not-done': ['未执行', 'Not carried out'],
    withdrawn: ['已撤销', 'Withdrawn'],
  },
  verbs: {
    decide: ['处理', 'Decide'],
    'carry-out': ['执行', 'Carry out'],
    'leave-out': ['不执行', 'Leave out'],
    withdraw: ['撤销', 'Withdraw'],
  },
  choices: { kind: kindWords, proposal: decisionWords, decision: decisionWords },
})
