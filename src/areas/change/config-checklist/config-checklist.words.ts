import { wordsFor } from '../../../record/record.ts'
import { configChecklist } from './config-checklist.record.ts'

export const configChecklistWords = wordsFor(configChecklist, {
  name: ['安装配置表', 'Configuration checklist'],
  plural: ['安装配置表', 'Configuration checklists'],
  empty: [
    '还没有安装配置表。为同类系统列出关键配置项、取值处与应有的值,生效后自动核对。',
    'No checklists yet. List the settings that matter for systems of a kind, where each is read and what it must be; once in force they are checked.',
  ],
  fields: {
    title: ['名称', 'Title'],
    titleEn: ['英文名称', 'Title in English'],
    components: ['适用组件', 'Components'],
    owner: ['负责人', 'Owner'],
    everyDays: ['定期核对间隔(天)', 'Checked every (days)'],
    items: ['配置项', 'Items'],
    edition: ['版次', 'Edition'],
    reviseReason: ['修订理由', 'Why revised'],
    draftedBy: ['起草人', 'Written by'],
    approvedBy: ['批准人', 'Approved by'],
    approvedAt: ['批准时间', 'Approved at'],
  },
  states: { draft: ['草稿', 'Draft'], 'in-force': ['生效', 'In force'], retired: ['停用', 'Retired'] },
  verbs: { approve: ['批准生效', 'Approve'], revise: ['修订', 'Revise'], retire: ['停用', 'Retire'] },
  choices: {},
})
