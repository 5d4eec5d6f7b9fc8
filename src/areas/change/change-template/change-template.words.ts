import { wordsFor } from '../../../record/record.ts'
import { changeTemplate } from './change-template.record.ts'

export const changeTemplateWords = wordsFor(changeTemplate, {
  name: ['变更模板', 'Change template'],
  plural: ['变更模板', 'Change templates'],
  empty: [
    '没有变更模板。常做、低风险的变更(如例行重启)先写成模板获批,以后按标准变更办理。',
    'No templates. What is done often and risks little, such as a routine restart, is approved here once and is a standard change then.',
  ],
  fields: {
    name: ['名称', 'Name'],
    purpose: ['用途', 'Purpose'],
    components: ['适用组件', 'For components'],
    runbook: ['实施流程', 'Runbook'],
    rollbackRunbook: ['回退流程', 'Rollback runbook'],
    rollbackSteps: ['回退步骤', 'Rollback steps'],
    answers: ['风险问题', 'Risk questions'],
    tests: ['测试计划', 'Test plan'],
    backupHours: ['备份最多早于(小时)', 'Backup at most (hours) old'],
    noBackupReason: ['不需备份的理由', 'Why no backup is needed'],
    watchHours: ['观察期(小时)', 'Watched for (hours)'],
    validUntil: ['有效期至', 'Valid until'],
    approvedBy: ['批准人', 'Approved by'],
    approvedAt: ['批准时间', 'Approved at'],
  },
  states: { draft: ['草拟', 'Draft'], 'in-force': ['生效', 'In force'], retired: ['停用', 'Retired'] },
  verbs: { approve: ['批准', 'Approve'], retire: ['停用', 'Retire'] },
  choices: {},
})
