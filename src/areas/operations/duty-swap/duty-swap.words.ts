import { wordsFor } from '../../../record/record.ts'
import { dutySwap } from './duty-swap.record.ts'

export const dutySwapWords = wordsFor(dutySwap, {
  name: ['换班', 'Swap'],
  plural: ['换班', 'Swaps'],
  empty: [
    '没有换班。当班人提出,对方同意,经理批准后生效。',
    'No swaps. One asks, the other agrees, and it holds once the manager approves.',
  ],
  fields: {
    title: ['换班', 'Swap'],
    duty: ['换出的班', 'Duty given'],
    person: ['换出人', 'Given by'],
    to: ['接替人', 'Taken by'],
    inReturn: ['换回的班', 'Duty in return'],
    reason: ['原因', 'Reason'],
    overrideReason: ['仍予批准的理由', 'Why it is approved all the same'],
    decidedBy: ['审批人', 'Decided by'],
    decidedAt: ['审批时间', 'Decided at'],
  },
  states: {
    asked: ['待对方同意', 'Asked'],
    consented: ['待批准', 'Consented'],
    'carried-out': ['已换', 'Carried out'],
    declined: ['对方未同意', 'Declined'],
    refused: ['未批准', 'Refused'],
    withdrawn: ['已撤回', 'Withdrawn'],
  },
  verbs: {
    consent: ['同意', 'Consent'],
    decline: ['不同意', 'Decline'],
    approve: ['批准', 'Approve'],
    'approve-anyway': ['签字放行', 'Approve all the same'],
    refuse: ['不批准', 'Refuse'],
    withdraw: ['撤回', 'Withdraw'],
  },
  choices: {},
})
