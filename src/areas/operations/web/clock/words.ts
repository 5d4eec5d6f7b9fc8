import type { Words } from '../../../../record/words.ts'

export const clockWords = {
  tradingDay: ['交易日', 'Trading day'],
  auction: ['集合竞价', 'opening auction'],
  closed: ['休市', 'closed'],
  noCalendar: ['交易日未知:没有生效的交易日历', 'Trading day unknown: no calendar is in force'],
  noCalendarShort: ['交易日未知', 'Day unknown'],
  openCalendars: ['去维护日历', 'Open calendars'],
  clockFailed: ['交易时钟未载入', 'The trading clock did not load'],
  now: ['现在', 'now'],
  next: ['下一交易日', 'Next trading day'],
  sessions: ['交易时段', 'Sessions'],
} as const satisfies Record<string, Words>

const sessions: Readonly<Record<string, Words>> = {
  night: ['夜盘', 'night session'],
  'day-am': ['日盘上午', 'day session a.m.'],
  'day-pm': ['日盘下午', 'day session p.m.'],
}

const shorts: Readonly<Record<string, Words>> = {
  night: ['夜盘', 'night'],
  'day-am': ['上午', 'a.m.'],
  'day-pm': ['下午', 'p.m.'],
}

/** The same where there is little room. */
export const sessionShort = (code: string): Words => shorts[code] ?? [code, code]

/** What a session is called; a firm's own code is its own name. */
export const sessionWords = (code: string): Words => sessions[code] ?? [code, code]

/** Why no clock can be shown: the calendar does not reach this far. */
export const beyondWords = (from: string, to: string): Words => [
  `交易日未知:日历只覆盖 ${from} 至 ${to}`,
  `Trading day unknown: the calendar covers ${from} to ${to} only`,
]

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays: readonly Words[] = [
  ['周日', 'Sun'],
  ['周一', 'Mon'],
  ['周二', 'Tue'],
  ['周三', 'Wed'],
  ['周四', 'Thu'],
  ['周五', 'Fri'],
  ['周六', 'Sat'],
]

/** `11月24日 周二`, `Tue 24 Nov`. A date without a zone. */
export function dayWords(date: string): Words {
  const [, month = 1, day = 1] = date.split('-').map(Number)
  const [zh, en] = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] as Words
  return [`${month}月${day}日 ${zh}`, `${en} ${day} ${months[month - 1]}`]
}
