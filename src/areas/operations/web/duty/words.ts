import type { Words } from '../../../../record/words.ts'
import type { Tone } from '../../../../web/plugin.ts'
import type { DueState } from '../../run/due.rules.ts'
import { runWords } from '../../run/run.words.ts'

export const dutyWords = {
  now: ['现在', 'Now'],
  coming: ['接下来', 'Coming'],
  done: ['已了结', 'Done today'],
  wrong: ['异常', 'Wrong'],
  log: ['日志', 'Log'],
  day: ['当日', 'The day'],
  wholeLog: ['全部日志', 'Whole log'],
  nothingDue: ['没有待执行的流程', 'No runs are due'],
  nothingDueHint: [
    '按交易日安排的流程生效后,会按时间出现在这里。',
    'Runbooks scheduled for each trading day appear here at their time once they are effective.',
  ],
  toRunbooks: ['操作流程', 'Runbooks'],
  calm: ['没有告警,没有异常组件', 'No alarms, no component unwell'],
  nothingWatched: ['没有组件受探测', 'No component is being watched'],
  nothingWatchedHint: [
    '没有探测,就不知道是否正常。先登记组件并配置探测。',
    'Without probes nobody knows whether all is well. Register components and give them probes.',
  ],
  toProbes: ['探测', 'Probes'],
  noCalendar: ['没有可用的交易日历', 'No trading calendar applies'],
  noCalendarHint: [
    '不知道今天是哪个交易日,也就排不出时段和应执行的流程。',
    'Which trading day it is is unknown, and with it sessions and what is due.',
  ],
  toCalendars: ['交易日历', 'Trading calendars'],
  start: ['开始执行', 'Start'],
  opens: ['开盘', 'opens'],
  closes: ['结束', 'ends'],
  behind: ['归因于', 'behind'],
  noTime: ['当日', 'today'],
  keys: ['j / k 移动 · Enter 打开 · n 补记', 'j / k move · Enter opens · n adds a note'],
  emptyLog: ['今天还没有日志', 'Nothing was logged yet today'],
} as const satisfies Record<string, Words>

/** Where a due run stands, as shape, colour and word. */
export const dueTones: Readonly<Record<DueState, Tone>> = {
  due: 'start',
  late: 'late',
  missed: 'broken',
  'in-progress': 'progress',
  finished: 'kept',
  aborted: 'ended',
}

export const dueWords: Readonly<Record<DueState, Words>> = {
  ...runWords.states,
  due: ['应执行', 'Due'],
  late: ['逾期未开始', 'Late to start'],
  missed: ['错过', 'Missed'],
}

export const stepsWords = (settled: number, total: number): Words => [
  `${settled}/${total} 步`,
  `${settled} of ${total} steps`,
]

export const lateWords = (count: number): Words => [`${count} 步逾期`, `${count} late`]
export const troubledWords = (count: number): Words => [`${count} 步待处置`, `${count} in trouble`]

/** `0:20 后`, `in 0:20`. */
export const inWords = ([zh, en]: Words): Words => [`${zh} 后`, `in ${en}`]

export const watchedWords = (count: number): Words => [
  `受探测的 ${count} 个组件均正常`,
  `All ${count} components watched are up`,
]

export const moreComponentsWords = (count: number): Words => [`另有 ${count} 个组件`, `${count} more components`]

export const alarmsWords = (count: number): Words => [`共 ${count} 条告警`, `${count} alarms`]
