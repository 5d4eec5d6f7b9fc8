import { wordsFor } from '../../../record/record.ts'
import { ruleArea } from './rule-area.record.ts'

export const ruleAreaWords = wordsFor(ruleArea, {
  name: ['制度领域', 'Area of rules'],
  plural: ['制度领域', 'Areas of rules'],
  empty: ['系统启动时自动登记各领域。', 'The areas are there once the server has started.'],
  fields: {
    code: ['代码', 'Code'],
    name: ['名称', 'Name'],
    nameEn: ['英文名称', 'English name'],
    owner: ['归口负责人', 'Who answers for it'],
    inForce: ['有效制度数', 'Policies in effect'],
    lastAudit: ['最近审计', 'Last audit'],
    auditedAt: ['最近审计时间', 'Last audited at'],
    leftOutReason: ['不要求的原因', 'Why it is left out'],
  },
  states: { required: ['要求覆盖', 'Required'], 'left-out': ['不要求', 'Left out'] },
  verbs: { 'leave-out': ['不作要求', 'Leave out'], require: ['恢复要求', 'Require'] },
  choices: {},
})
