import { wordsFor } from '../../../record/record.ts'
import { discoveryDifference } from './discovery-difference.record.ts'

export const discoveryDifferenceWords = wordsFor(discoveryDifference, {
  name: ['发现差异', 'Discovery difference'],
  plural: ['发现差异', 'Discovery differences'],
  empty: ['没有差异:发现的与登记的一致。', 'No differences: what was found is what is registered.'],
  fields: {
    machine: ['机器', 'Machine'],
    discovery: ['发现记录', 'Discovered machine'],
    kind: ['差异', 'Difference'],
    field: ['字段', 'Field'],
    registered: ['登记为', 'Registered'],
    found: ['发现为', 'Found'],
    asset: ['资产', 'Asset'],
    category: ['资产类别', 'Category'],
    tag: ['资产编号', 'Tag'],
    outcome: ['去向', 'Where it went'],
    reason: ['理由', 'Reason'],
  },
  states: {
    open: ['待定', 'Open'],
    accepted: ['已采纳', 'Accepted'],
    dismissed: ['不采纳', 'Dismissed'],
    settled: ['已消除', 'Settled'],
  },
  verbs: {
    accept: ['采纳', 'Accept'],
    dismiss: ['不采纳', 'Dismiss'],
    reopen: ['重新考虑', 'Reopen'],
    settle: ['消除', 'Settle'],
  },
  choices: {
    kind: { new: ['未登记', 'Not registered'], changed: ['有变化', 'Changed'], vanished: ['不再出现', 'Vanished'] },
    outcome: {
      'in-stock': ['已收回入库', 'Taken back to stock'],
      retired: ['已停用', 'Out of service'],
      lost: ['遗失', 'Lost'],
    },
  },
})
