import { wordsFor } from '../../../record/record.ts'
import { runbook } from './runbook.record.ts'

/** What a runbook, and each run of it, is for. */
export const kindWords = {
  opening: ['开市', 'Opening'],
  closing: ['收市', 'Closing'],
  backup: ['备份', 'Backup'],
  restart: ['重启', 'Restart'],
  upgrade: ['升级', 'Upgrade'],
  drill: ['演练', 'Drill'],
  other: ['其他', 'Other'],
} as const

export const runbookWords = wordsFor(runbook, {
  name: ['操作流程', 'Runbook'],
  plural: ['操作流程', 'Runbooks'],
  empty: [
    '开市、收市、备份等每一件按步骤做的事都有一份流程。先编写开市流程,收市可由它反向得出。',
    'Whatever is done step by step has a runbook: opening, closing, backup. Write the opening first; the closing is derived from it.',
  ],
  fields: {
    code: ['代码', 'Code'],
    edition: ['版次', 'Edition'],
    title: ['名称', 'Title'],
    titleEn: ['英文名称', 'Title in English'],
    kind: ['类别', 'Kind'],
    purpose: ['目的', 'Purpose'],
    steps: ['步骤', 'Steps'],
    parameters: ['执行参数', 'Run parameters'],
    mirrors: ['反向执行的流程', 'Reverse of'],
    schedule: ['执行安排', 'Schedule'],
    startBy: ['由谁开始', 'Begun by'],
    dueAnchor: ['应开始时间', 'To begin at'],
    basedOn: ['上一版', 'Based on'],
    returnReason: ['退回原因', 'Reason for return'],
    approvedBy: ['批准人', 'Approved by'],
    approvedAt: ['批准时间', 'Approved at'],
  },
  states: {
    draft: ['草稿', 'Draft'],
    'in-review': ['审核中', 'In review'],
    effective: ['生效', 'Effective'],
    superseded: ['已被取代', 'Superseded'],
  },
  verbs: {
    submit: ['提交审核', 'Submit for review'],
    return: ['退回', 'Return'],
    approve: ['批准生效', 'Approve'],
    supersede: ['取代', 'Supersede'],
  },
  choices: {
    kind: kindWords,
    startBy: { hand: ['值班人员', 'Whoever is on duty'], clock: ['到时自动开始', 'The clock, when due'] },
    schedule: {
      'each-trading-day': ['每个交易日', 'Each trading day'],
      'on-demand': ['需要时', 'On demand'],
    },
  },
})
