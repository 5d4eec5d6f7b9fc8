import { wordsFor } from '../../../record/record.ts'
import { auditPlan } from './audit-plan.record.ts'

export const auditPlanWords = wordsFor(auditPlan, {
  name: ['审计计划', 'Audit plan'],
  plural: ['审计计划', 'Audit plans'],
  empty: [
    '还没有审计计划。请为本年度写明覆盖的领域和审计人员,报管理层批准。',
    'No audit plans. Say for this year which areas are covered and by whom, and have management approve it.',
  ],
  fields: {
    title: ['名称', 'Title'],
    titleEn: ['英文名称', 'English title'],
    year: ['年度', 'Year'],
    areas: ['覆盖领域', 'Areas covered'],
    auditors: ['审计人员', 'Auditors'],
    purpose: ['目的与重点', 'Purpose and emphasis'],
    returnReason: ['退回原因', 'Why it was returned'],
    approvedBy: ['批准人', 'Approved by'],
    approvedAt: ['批准时间', 'Approved at'],
    withdrawReason: ['撤回原因', 'Why it was withdrawn'],
  },
  states: {
    draft: ['草稿', 'Draft'],
    'in-review': ['审批中', 'In review'],
    approved: ['已批准', 'Approved'],
    closed: ['已完成', 'Closed'],
    withdrawn: ['已撤回', 'Withdrawn'],
  },
  verbs: {
    submit: ['提交审批', 'Submit'],
    return: ['退回', 'Return'],
    approve: ['批准', 'Approve'],
    close: ['完成', 'Close'],
    withdraw: ['撤回', 'Withdraw'],
  },
  choices: {},
})
