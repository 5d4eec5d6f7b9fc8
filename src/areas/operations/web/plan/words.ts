import type { Words } from '../../../../record/words.ts'
import { titles } from '../titles.words.ts'

export const planWords = {
  title: titles.dayPlan,
  open: ['计划与实际', 'Plan against what happened'],
  earlier: ['前一交易日', 'Trading day before'],
  later: ['后一交易日', 'Trading day after'],
  today: ['今日', 'Today'],
  planned: ['计划', 'Planned'],
  actual: ['实际', 'What happened'],
  deadline: ['最晚', 'Deadline'],
  usual: ['往常', 'Usually'],
  longer: ['比往常久', 'Longer than usual'],
  late: ['逾期', 'Late'],
  notBegun: ['未开始', 'Not begun'],
  byClock: ['到时自动开始', 'Begins by the clock'],
  nothing: ['这一天没有安排流程', 'No runs are planned for this day'],
  nothingHint: [
    '把操作流程的安排设为“每个交易日”,并写明应开始时间,它就会出现在这里。',
    'Schedule a runbook for each trading day and say when it is due, and it appears here.',
  ],
  toRunbooks: ['操作流程', 'Runbooks'],
  unknown: ['日历没有这一天的数据', 'The calendar says nothing of this day'],
  step: ['步骤', 'Step'],
  now: ['现在', 'Now'],
  of: ['近', 'of the last'],
  runs: ['次', 'runs'],
} as const satisfies Record<string, Words>
