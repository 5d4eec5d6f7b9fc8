import { wordsFor } from '../../../record/record.ts'
import { custody } from './custody.record.ts'

export const custodyWords = wordsFor(custody, {
  name: ['证据交接', 'Hand-over of evidence'],
  plural: ['证据交接', 'Hand-overs of evidence'],
  empty: [
    '没有您可以查阅的交接。在已封存的证据页面发起交接,由交出人和接收人签字。',
    'None that you may read. Begin one on the page of sealed evidence; who gives it and who takes it both sign.',
  ],
  fields: {
    evidence: ['证据', 'Evidence'],
    giver: ['交出人', 'Given by'],
    taker: ['接收人', 'Taken by'],
    purpose: ['用途', 'Purpose'],
    place: ['交接后存放地点', 'Kept at from then on'],
    readers: ['知情人', 'Who needs to know'],
    digest: ['封存摘要', 'Digest'],
    givenAt: ['交出时间', 'Given at'],
    takenAt: ['接收时间', 'Taken at'],
    refuseReason: ['拒收原因', 'Why it was refused'],
  },
  states: {
    begun: ['待交出', 'To be given'],
    given: ['待接收', 'To be taken'],
    taken: ['已交接', 'Taken'],
    refused: ['已拒收', 'Refused'],
    withdrawn: ['已撤回', 'Withdrawn'],
  },
  verbs: {
    give: ['交出签字', 'Sign as giver'],
    take: ['接收签字', 'Sign as taker'],
    refuse: ['拒收', 'Refuse'],
    withdraw: ['撤回', 'Withdraw'],
  },
  choices: {},
})
