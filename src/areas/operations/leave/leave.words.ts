import { wordsFor } from '../../../record/record.ts'
import { leave } from './leave.record.ts'

export const leaveWords = wordsFor(leave, {
  name: ['请假', 'Leave'],
  plural: ['请假', 'Leaves'],
  empty: [
    '没有请假。请假获准后,值班表会指出由此出现的空岗。',
    'No leaves. Once approved, rosters name the holes they open.',
  ],
  fields: {
    title: ['请假', 'Leave'],
    person: ['请假人', 'Person'],
    kind: ['类别', 'Kind'],
    startsAt: ['自', 'From'],
    endsAt: ['至', 'Until'],
    note: ['说明', 'Note'],
    decidedBy: ['审批人', 'Decided by'],
    decidedAt: ['审批时间', 'Decided at'],
  },
  states: {
    asked: ['待审批', 'Asked'],
    approved: ['已批准', 'Approved'],
    refused: ['未批准', 'Refused'],
    withdrawn: ['已撤销', 'Withdrawn'],
  },
  verbs: { approve: ['批准', 'Approve'], refuse: ['不批准', 'Refuse'], withdraw: ['撤销', 'Withdraw'] },
  choices: {
    kind: {
      annual: ['年假', 'Annual'],
      sick: ['病假', 'Sick'],
      personal: ['事假', 'Personal'],
      training: ['培训', 'Training'],
      other: ['其他', 'Other'],
    },
  },
})
