import type { Words } from '../../../../record/words.ts'
import { titles } from '../titles.words.ts'

export const calendarWords = {
  title: titles.calendar,
  intro: ['按计划时间;斜纹为冻结期', 'By planned windows; hatched times are frozen'],
  month: ['月', 'Month'],
  week: ['周', 'Week'],
  newOne: ['新变更', 'New change'],
  newFreeze: ['设冻结期', 'Set a freeze'],
  nothing: ['这段时间没有变更。用「新变更」安排一个。', 'No changes in this time. Plan one with “New change”.'],
  trading: ['交易日', 'Trading day'],
  noCalendar: [
    '交易日历不含这段时间,交易时段的冻结未知。',
    'The trading calendar does not reach here: freezes of sessions are unknown.',
  ],
  clash: ['冲突', 'Clash'],
  frozen: ['冻结', 'Frozen'],
  today: ['今天', 'Today'],
  before: ['前一段', 'Earlier'],
  after: ['后一段', 'Later'],
} as const satisfies Record<string, Words>
