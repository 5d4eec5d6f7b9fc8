import { wordsFor } from '../../../record/record.ts'
import { riskAssessment } from './risk-assessment.record.ts'

export const riskAssessmentWords = wordsFor(riskAssessment, {
  name: ['风险评估', 'Risk assessment'],
  plural: ['风险评估', 'Risk assessments'],
  empty: [
    '还没有风险评估。重要系统每年至少评估一次,写明方法和发现的风险。',
    'No assessments yet. An important system is assessed every year at least, with the method and the risks that were found.',
  ],
  fields: {
    title: ['名称', 'Title'],
    components: ['评估对象', 'Components covered'],
    scope: ['范围', 'Scope'],
    method: ['评估方法', 'Method'],
    heldOn: ['评估日期', 'Held on'],
    risks: ['发现的风险', 'Risks found'],
    conclusion: ['结论', 'Conclusion'],
    matrix: ['所用矩阵', 'By the matrix'],
    approvedBy: ['批准人', 'Approved by'],
    approvedAt: ['批准时间', 'Approved at'],
    returnReason: ['退回原因', 'Why it was returned'],
  },
  states: {
    draft: ['草稿', 'Draft'],
    'in-review': ['审批中', 'In review'],
    approved: ['已批准', 'Approved'],
    dropped: ['已放弃', 'Dropped'],
  },
  verbs: {
    submit: ['提交审批', 'Submit'],
    approve: ['批准', 'Approve'],
    return: ['退回', 'Return'],
    drop: ['放弃', 'Drop'],
  },
  choices: {},
})
