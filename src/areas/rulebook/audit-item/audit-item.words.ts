import { wordsFor } from '../../../record/record.ts'
import { controlStateWords } from '../control/state.words.ts'
import { auditItem } from './audit-item.record.ts'

export const auditItemWords = wordsFor(auditItem, {
  name: ['审计事项', 'Audit item'],
  plural: ['审计事项', 'Audit items'],
  empty: ['开始现场审计时自动列出各项条款。', 'They are listed as fieldwork opens.'],
  fields: {
    audit: ['审计', 'Audit'],
    position: ['序号', 'No.'],
    policy: ['制度', 'Policy'],
    area: ['领域', 'Area'],
    clause: ['条号', 'Clause'],
    heading: ['条款', 'Heading'],
    headingEn: ['英文条款', 'English heading'],
    text: ['正文', 'Text'],
    textEn: ['英文正文', 'English text'],
    control: ['控制项', 'Control'],
    stood: ['基准日状态', 'Stood on the date'],
    kept: ['遵守', 'Kept'],
    broken: ['未遵守', 'Broken'],
    excepted: ['例外', 'Excepted'],
    unknown: ['无证据', 'No evidence'],
    sample: ['抽样', 'Sample'],
    auditors: ['审计人员', 'Auditors'],
    result: ['结果', 'Result'],
    note: ['说明', 'Note'],
    judgedBy: ['检查人', 'Judged by'],
    judgedAt: ['检查时间', 'Judged at'],
  },
  states: { open: ['待检查', 'Open'], judged: ['已检查', 'Judged'] },
  verbs: { judge: ['记录结果', 'Record the result'] },
  choices: {
    stood: {
      ...controlStateWords,
      manual: ['人工检查', 'By hand'],
    },
    result: {
      conforming: ['符合', 'Conforming'],
      nonconforming: ['不符合', 'Nonconforming'],
      observation: ['观察项', 'Observation'],
      'not-applicable': ['不适用', 'Not applicable'],
    },
  },
  acts: { look: ['核对样本', 'Look at a subject'] },
})
