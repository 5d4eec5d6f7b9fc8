import { wordsFor } from '../../../record/record.ts'
import { handover } from './handover.record.ts'

export const handoverWords = wordsFor(handover, {
  name: ['交接单', 'Hand-over'],
  plural: ['资产交接', 'Hand-overs'],
  empty: [
    '还没有交接单。领用和归还在这里办理,签收后资产才易手。',
    'No hand-overs yet. Assets are given out and back here, and change hands as they are signed for.',
  ],
  fields: {
    title: ['事项', 'Title'],
    kind: ['类型', 'Kind'],
    holder: ['领用人/归还人', 'Holder'],
    assets: ['资产', 'Assets'],
    items: ['资产清单', 'Items'],
    department: ['使用部门', 'Department'],
    location: ['去向', 'Goes to'],
    reason: ['事由', 'Reason'],
    condition: ['状况与附件', 'Condition'],
    remarks: ['签收意见', 'Remarks'],
    refuseReason: ['拒收原因', 'Why it was refused'],
    signedBy: ['签收人', 'Signed by'],
    signedAt: ['签收时间', 'Signed at'],
  },
  states: {
    waiting: ['待签收', 'To be signed'],
    done: ['已签收', 'Signed'],
    refused: ['已拒收', 'Refused'],
    withdrawn: ['已撤回', 'Withdrawn'],
  },
  verbs: { sign: ['签收', 'Sign for it'], refuse: ['拒收', 'Refuse'], withdraw: ['撤回', 'Withdraw'] },
  choices: { kind: { issue: ['领用', 'Issue'], return: ['归还', 'Return'] } },
})
