import { relativeDay } from '../../record/relative-day.ts'
import type { Words } from '../../record/words.ts'

/** A range of days said from today, as a filter keeps it. */
export interface Days {
  readonly from?: string
  readonly to?: string
  readonly words: Words
  /** Only where days to come are meant: of dates, not of when something was written. */
  readonly ahead?: boolean
}

/** The ranges offered, most wanted first. */
export const ranges: readonly Days[] = [
  { from: '@today', to: '@today', words: ['今天', 'Today'] },
  { from: '@today-1', to: '@today-1', words: ['昨天', 'Yesterday'] },
  { from: '@trading-day', to: '@trading-day', words: ['本交易日', 'This trading day'] },
  { from: '@week', to: '@week', words: ['本周', 'This week'] },
  { from: '@week-1', to: '@week-1', words: ['上周', 'Last week'] },
  { from: '@month', to: '@month', words: ['本月', 'This month'] },
  { from: '@month-1', to: '@month-1', words: ['上月', 'Last month'] },
  { from: '@today-6', to: '@today', words: ['近 7 天', 'Last 7 days'] },
  { from: '@today-29', to: '@today', words: ['近 30 天', 'Last 30 days'] },
  { to: '@today-1', words: ['今天之前', 'Before today'], ahead: true },
  { from: '@today+1', to: '@today+1', words: ['明天', 'Tomorrow'], ahead: true },
  { from: '@today', to: '@today+6', words: ['今起 7 天', 'Next 7 days'], ahead: true },
  { from: '@today', to: '@today+29', words: ['今起 30 天', 'Next 30 days'], ahead: true },
]

/** The words of a range, where it is one of those offered. */
export const rangeWords = (from: string | undefined, to: string | undefined): Words | undefined =>
  ranges.find((one) => one.from === from && one.to === to)?.words

/** The words of one end of a range: `@today-3` as “3 天前”; undefined for a date as such. */
export function dayWords(text: string): Words | undefined {
  const day = relativeDay(text)
  if (!day) return undefined
  const { unit, offset } = day
  if (unit === 'trading-day') return ['本交易日', 'this trading day']
  const [now, zh, en] = units[unit]
  if (offset === 0) return now
  const n = Math.abs(offset)
  const many = `${n} ${en}${n === 1 ? '' : 's'}`
  return offset < 0 ? [`${n} ${zh}前`, `${many} ago`] : [`${n} ${zh}后`, `in ${many}`]
}

const units = {
  today: [['今天', 'today'], '天', 'day'],
  week: [['本周', 'this week'], '周', 'week'],
  month: [['本月', 'this month'], '个月', 'month'],
} as const satisfies Record<string, readonly [Words, string, string]>
