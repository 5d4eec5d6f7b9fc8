import type { Words } from '../../../../record/words.ts'

export const logScreenWords = {
  title: ['运行日志', 'Operations log'],
  previous: ['上一交易日', 'Previous trading day'],
  following: ['下一交易日', 'Next trading day'],
  today: ['今日', 'Today'],
  pickDay: ['选择交易日', 'Choose a trading day'],
  all: ['全部', 'All'],
  newestFirst: ['最新在前', 'Newest first'],
  oldestFirst: ['最早在前', 'Oldest first'],
  recurring: ['反复出现', 'Keeps coming back'],
  recurringHint: [
    '截至本交易日的 7 天内,同一组件同类 3 次以上',
    'Three times or more about one component within 7 days up to this trading day',
  ],
  nothingRecurs: ['没有反复出现的问题', 'Nothing keeps coming back'],
  nothing: ['这一交易日没有日志', 'Nothing was logged on this trading day'],
  nothingMatches: ['没有符合筛选条件的日志', 'Nothing matches the filters'],
  clear: ['清除筛选', 'Clear filters'],
  more: ['继续载入', 'Load more'],
  note: ['补记一条…', 'Add a note…'],
  write: ['写入日志', 'Write'],
  noteHint: ['写入后不能修改或删除', 'It cannot be changed or removed afterwards'],
  written: ['已写入日志', 'Written to the log'],
  todayOnly: ['补记只能写入当前交易日', 'Notes can be added to the present trading day only'],
  preparing: ['正在载入全部内容以便打印', 'Loading everything for printing'],
  printedAt: ['打印于', 'Printed'],
  sealed: ['封存导出(含摘要链)', 'Save sealed, with its chain of digests'],
  system: ['系统', 'System'],
  noDay: ['不知道今天是哪个交易日,请选择日期', 'Today’s trading day is unknown: choose a date'],
} as const satisfies Record<string, Words>

/** `5 次,3 天`: how often, on how many days. */
export const timesWords = (count: number, days: number): Words => [
  `${count} 次,${days} 天`,
  `${count} times on ${days} ${days === 1 ? 'day' : 'days'}`,
]
