import chineseDays from 'chinese-days'
import { asHolidays, daysBetween, type Holidays, type ListedDay } from '../holidays.rules.ts'

const source = (year: number): string => `国务院办公厅关于 ${year} 年部分节假日安排的通知(经 chinese-days 1.5.7 转录)`

/**
 * The public holidays of mainland China in a year with the days worked in return, as the State Council gave notice of them
 * and the package `chinese-days` wrote them down; null for a year it does not know. It answers for unknown years as if they
 * had weekends only, which is why a year without a single holiday counts as unknown.
 */
export function mainlandHolidays(year: number): Holidays | null {
  const days = daysBetween(`${year}-01-01`, `${year}-12-31`).flatMap(listed)
  return days.some(({ works }) => !works) ? asHolidays(days, source(year)) : null
}

/** Its detail of a holiday or a make-up day is `National Day,国庆节,3`; of any other day the name of the weekday. */
function listed(date: string): ListedDay[] {
  const { work, name } = chineseDays.getDayDetail(date)
  const [en, zh] = name.split(',')
  return en && zh ? [{ date, works: work, reason: [zh, en] }] : []
}
