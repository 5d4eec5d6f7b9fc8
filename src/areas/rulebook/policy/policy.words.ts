import { wordsFor } from '../../../record/record.ts'
import { areaWords } from '../areas.words.ts'
import { policy } from './policy.record.ts'

export const policyWords = wordsFor(policy, {
  name: ['制度', 'Policy'],
  plural: ['制度', 'Policies'],
  empty: [
    '还没有制度。请先起草一份,逐条写明要求,再提交审批。',
    'No policies yet. Draw one up clause by clause, then submit it for approval.',
  ],
  fields: {
    code: ['代码', 'Code'],
    edition: ['版次', 'Edition'],
    title: ['名称', 'Title'],
    titleEn: ['英文名称', 'English title'],
    area: ['领域', 'Area'],
    owner: ['负责人', 'Owner'],
    purpose: ['目的', 'Purpose'],
    purposeEn: ['英文目的', 'English purpose'],
    scope: ['适用范围', 'Scope'],
    scopeEn: ['英文适用范围', 'English scope'],
    clauses: ['条款', 'Clauses'],
    effectiveOn: ['生效日期', 'Effective on'],
    reviewEvery: ['复审周期(天)', 'Reviewed every (days)'],
    reviewOn: ['复审日期', 'Review on'],
    basedOn: ['上一版', 'Based on'],
    returnReason: ['退回原因', 'Why it was returned'],
    approvedBy: ['批准人', 'Approved by'],
    approvedAt: ['批准时间', 'Approved at'],
    digest: ['内容摘要', 'Digest'],
    withdrawReason: ['撤销原因', 'Why it was withdrawn'],
  },
  states: {
    draft: ['草稿', 'Draft'],
    'in-review': ['审批中', 'In review'],
    approved: ['已批准', 'Approved'],
    effective: ['有效', 'Effective'],
    superseded: ['已被替代', 'Superseded'],
    withdrawn: ['已撤销', 'Withdrawn'],
  },
  verbs: {
    submit: ['提交审批', 'Submit'],
    return: ['退回', 'Return'],
    approve: ['批准', 'Approve'],
    'take-effect': ['生效', 'Take effect'],
    confirm: ['复审通过', 'Confirm'],
    supersede: ['被替代', 'Supersede'],
    withdraw: ['撤销', 'Withdraw'],
  },
  choices: { area: areaWords },
  acts: {
    'new-edition': ['新建版次', 'New edition'],
    'review-due': ['应复审', 'Due for review'],
    'turned-red': ['有条款转为未遵守', 'Clauses are broken since yesterday'],
  },
})
