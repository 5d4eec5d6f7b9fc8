import { wordsFor } from '../../../record/record.ts'
import { action } from './action.record.ts'

export const actionWords = wordsFor(action, {
  name: ['改进措施', 'Action'],
  plural: ['改进措施', 'Actions'],
  empty: [
    '还没有改进措施。在复盘中写下要做的事、负责人和期限。',
    'No actions yet. A review says what is to be done, by whom and until when.',
  ],
  fields: {
    title: ['措施', 'Action'],
    detail: ['说明', 'Detail'],
    owner: ['负责人', 'Owner'],
    due: ['期限', 'Due'],
    review: ['复盘', 'Review'],
    drill: ['演练', 'Drill'],
    managementReview: ['管理评审', 'Management review'],
    outcome: ['完成情况', 'Outcome'],
    finding: ['退回意见', 'What is missing'],
    doneAt: ['完成时间', 'Done at'],
    doneBy: ['完成人', 'Done by'],
    verifiedBy: ['验证人', 'Verified by'],
  },
  states: { open: ['待完成', 'Open'], done: ['待验证', 'Done'], verified: ['已验证', 'Verified'] },
  verbs: { finish: ['完成', 'Finish'], verify: ['验证', 'Verify'], 'send-back': ['退回', 'Send back'] },
  choices: {},
})
