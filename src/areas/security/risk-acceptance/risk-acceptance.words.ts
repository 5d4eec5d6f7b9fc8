import { wordsFor } from '../../../record/record.ts'
import { riskAcceptance } from './risk-acceptance.record.ts'

export const riskAcceptanceWords = wordsFor(riskAcceptance, {
  name: ['风险接受', 'Risk acceptance'],
  plural: ['风险接受', 'Risk acceptances'],
  empty: [
    '没有风险接受。已评定的风险可以申请接受,写明理由和截止时间。',
    'No acceptances. One is asked for from a rated risk, with its reason and its end.',
  ],
  fields: {
    title: ['名称', 'Title'],
    risk: ['风险', 'Risk'],
    decider: ['批准人', 'Who decides'],
    endsAt: ['接受至', 'Accepted until'],
    reason: ['接受理由', 'Reason'],
    measures: ['补偿措施', 'Compensating measures'],
    owner: ['风险负责人', 'Owner of the risk'],
    level: ['接受时的等级', 'Level when accepted'],
    matrix: ['所用矩阵', 'By the matrix'],
    content: ['所接受的内容', 'What is accepted'],
    digest: ['内容摘要', 'Digest of it'],
    upTo: ['批准人可接受的最高等级', 'Highest level they could accept'],
    grantedBy: ['接受人', 'Accepted by'],
    grantedAt: ['接受时间', 'Accepted at'],
    refuseReason: ['不接受的理由', 'Why it is refused'],
    endedBecause: ['终止原因', 'Why it ended'],
    endReason: ['终止说明', 'What there is to say of that'],
    endedAt: ['终止时间', 'Ended at'],
  },
  states: {
    requested: ['待批准', 'Requested'],
    granted: ['有效', 'In force'],
    refused: ['未接受', 'Refused'],
    withdrawn: ['已撤回', 'Withdrawn'],
    voided: ['已失效', 'Voided'],
    ended: ['已到期', 'Ended'],
  },
  verbs: {
    grant: ['接受风险', 'Accept the risk'],
    refuse: ['不接受', 'Refuse'],
    withdraw: ['撤回', 'Withdraw'],
    revoke: ['提前终止', 'Revoke'],
    void: ['失效', 'Void'],
    end: ['到期', 'End'],
  },
  choices: {
    endedBecause: {
      expired: ['到期', 'Its time was over'],
      revoked: ['提前终止', 'Revoked'],
      changed: ['风险内容有变化', 'The risk says something else'],
      reassessed: ['风险重新评定', 'The risk was rated again'],
      closed: ['风险已关闭', 'The risk was closed'],
    },
  },
})
