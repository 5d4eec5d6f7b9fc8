import { wordsFor } from '../../../record/record.ts'
import { gravityWords } from '../major-incident/major-incident.words.ts'
import { reportingRule } from './reporting-rule.record.ts'

export const reportingRuleWords = wordsFor(reportingRule, {
  name: ['监管报告规则', 'Reporting rule'],
  plural: ['监管报告规则', 'Reporting rules'],
  empty: [
    '还没有监管报告规则。录入对本单位适用的法规时限,并由另一人与原文核对。',
    'No rules yet. Enter the deadlines that apply to the firm; somebody else compares them with the source.',
  ],
  fields: {
    authority: ['报告对象', 'Authority'],
    authorityEn: ['报告对象(英文)', 'Authority (English)'],
    gravity: ['自哪一等级起', 'From gravity'],
    minutes: ['时限(分钟)', 'Minutes'],
    what: ['报告什么', 'What to report'],
    document: ['依据文件', 'Document'],
    article: ['条款', 'Article'],
    validFrom: ['生效日期', 'Valid from'],
    validTo: ['失效日期', 'Valid to'],
    pack: ['规则包', 'Pack'],
    note: ['说明', 'Note'],
    verifiedHow: ['核对情况', 'How it was verified'],
    verifiedBy: ['核对人', 'Verified by'],
    verifiedAt: ['核对时间', 'Verified at'],
  },
  states: {
    unverified: ['未核对', 'Not verified'],
    verified: ['已核对', 'Verified'],
    withdrawn: ['已撤销', 'Withdrawn'],
  },
  verbs: { verify: ['核对', 'Verify'], doubt: ['重新核对', 'Verify again'], withdraw: ['撤销', 'Withdraw'] },
  choices: { gravity: gravityWords },
})
