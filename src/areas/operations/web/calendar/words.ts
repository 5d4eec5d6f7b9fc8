import type { Words } from '../../../../record/words.ts'

export const calendarWords = {
  year: ['全年', 'The year'],
  trading: ['交易日', 'Trading day'],
  'no-night': ['交易日,当晚无夜盘', 'Trading day, no night session after it'],
  closed: ['休市', 'Closed'],
  weekend: ['周末', 'Weekend'],
  unknown: ['日历未覆盖', 'Not covered'],
  today: ['今天', 'Today'],
  tradingDays: ['个交易日', 'trading days'],
  sessions: ['交易时段', 'Sessions'],
  session: ['时段', 'Session'],
  hours: ['时间', 'Hours'],
  auction: ['集合竞价自', 'Auction from'],
  valid: ['适用', 'Valid'],
  source: ['依据', 'Source'],
  nextDay: ['次日', 'next day'],
  evening: ['计入下一交易日', 'counts to the next trading day'],
  closedDates: ['休市日期', 'Closed dates'],
  noNights: ['无夜盘的晚上', 'Evenings without a night session'],
  faulty: ['日历内容有误,不能画出', 'The calendar has faults and cannot be drawn'],
} as const satisfies Record<string, Words>
