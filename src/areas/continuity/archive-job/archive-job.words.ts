import { wordsFor } from '../../../record/record.ts'
import { archiveJob } from './archive-job.record.ts'

export const archiveJobWords = wordsFor(archiveJob, {
  name: ['归档任务', 'Archive job'],
  plural: ['归档任务', 'Archive jobs'],
  empty: [
    '还没有归档任务。写明哪张表、多少天以前的数据移到哪里,先试算,再由他人批准。',
    'No jobs yet. Say of which table what is older than how many days moves where, try it dry, and have another approve it.',
  ],
  fields: {
    name: ['名称', 'Name'],
    component: ['数据库组件', 'Database'],
    owner: ['负责人', 'Owner'],
    source: ['源库(环境变量 TOUCHSTONE_TARGET_… 的名称)', 'Source (its name in TOUCHSTONE_TARGET_…)'],
    target: ['归档库(环境变量 TOUCHSTONE_TARGET_… 的名称)', 'Archive (its name in TOUCHSTONE_TARGET_…)'],
    table: ['表', 'Table'],
    column: ['时间列', 'Column of its age'],
    columnIs: ['时间列类型', 'Which holds'],
    unit: ['归档单位', 'What moves'],
    keepDays: ['在线保留(天)', 'Stays for (days)'],
    sums: ['核对合计的列', 'Columns added up'],
    batchRows: ['每批行数', 'Rows a batch'],
    pauseMs: ['批间停顿(毫秒)', 'Pause between batches (ms)'],
    windowFrom: ['允许时段起', 'Allowed from'],
    windowTo: ['允许时段止', 'Allowed until'],
    everyDays: ['周期(天)', 'Every (days)'],
    approvedBy: ['批准人', 'Approved by'],
    approvedAt: ['批准时间', 'Approved at'],
    activeSince: ['启用时间', 'Active since'],
    standing: ['最近一次', 'Newest run'],
    lastDoneAt: ['最近完成', 'Last done'],
  },
  states: {
    draft: ['草稿', 'Draft'],
    approved: ['已批准', 'Approved'],
    active: ['启用', 'Active'],
    ended: ['终止', 'Ended'],
  },
  verbs: {
    approve: ['批准', 'Approve'],
    activate: ['启用', 'Activate'],
    revise: ['修订', 'Revise'],
    end: ['终止', 'End'],
  },
  choices: {
    unit: { rows: ['逐批的行', 'Rows, in batches'], partitions: ['整个分区', 'Whole partitions'] },
    columnIs: {
      time: ['日期或时间', 'A date or time'],
      'date-number': ['数字日期(20260131)', 'A date as a number (20260131)'],
    },
    standing: { none: ['尚无', 'None yet'], good: ['完成', 'Done'], failed: ['失败', 'Failed'] },
  },
})
