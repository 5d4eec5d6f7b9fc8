import { wordsFor } from '../../../record/record.ts'
import { kindWords } from '../runbook/runbook.words.ts'
import { run } from './run.record.ts'

export const runWords = wordsFor(run, {
  name: ['执行', 'Run'],
  plural: ['执行', 'Runs'],
  empty: [
    '每次按流程执行都记录在这里。从一份生效的操作流程开始执行。',
    'Each execution of a runbook is kept here. Start one from an effective runbook.',
  ],
  fields: {
    runbook: ['操作流程', 'Runbook'],
    mirrored: ['反向的流程', 'Reverse of'],
    dry: ['模拟执行', 'Dry run'],
    parameters: ['执行参数', 'Run parameters'],
    runbookCode: ['流程代码', 'Runbook code'],
    title: ['名称', 'Title'],
    titleEn: ['英文名称', 'Title in English'],
    kind: ['类别', 'Kind'],
    tradingDay: ['交易日', 'Trading day'],
    finishedBy: ['完成人', 'Finished by'],
    finishedAt: ['结束时间', 'Ended at'],
    abortReason: ['中止原因', 'Reason for aborting'],
    abortedBy: ['中止人', 'Aborted by'],
    reportDigest: ['报告摘要', 'Report digest'],
  },
  states: {
    'in-progress': ['执行中', 'In progress'],
    finished: ['已完成', 'Finished'],
    aborted: ['已中止', 'Aborted'],
  },
  verbs: { finish: ['完成并签字', 'Finish and sign'], abort: ['中止', 'Abort'] },
  choices: { kind: kindWords },
})
