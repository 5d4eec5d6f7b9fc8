import { dateOf, dayMinutes, dayNumberOf, minuteOfDay } from '../../../record/time.ts'
import { isZone } from '../../../record/zone.ts'
import {
  type ClosedRange,
  heldOn,
  type NoNight,
  type SessionRule,
  type TradingCalendar,
  tradingDaysIn,
  type Words,
} from './shape.rules.ts'

/** What is wrong with a calendar, and where: 'sessions.0.end'. */
export interface CalendarFault {
  readonly path: string
  readonly message: Words
}

type Report = (path: string, zh: string, en: string) => void

/** A longer span is a slip of the keyboard, and would be laid out day by day. */
const longestYears = 20

/** Every fault of a calendar somebody wants to save, all at once; an empty list means that it can be used. */
export function checkCalendar(cal: TradingCalendar): CalendarFault[] {
  const faults: CalendarFault[] = []
  const report: Report = (path, zh, en) => faults.push({ path, message: [zh, en] })

  checkText(cal.code, 'code', report)
  checkWords(cal.name, 'name', report)
  checkZone(cal.zone, report)
  checkTime(cal.turnsAt, 'turnsAt', report)
  const coverageHolds = checkSpan(cal.covers, 'covers', report) && checkLength(cal, report)

  if (cal.sessions.length === 0) report('sessions', '至少要有一个交易时段', 'At least one session is needed')
  cal.sessions.forEach((rule, i) => {
    checkSession(rule, cal.turnsAt, `sessions.${i}`, report)
    cal.sessions.slice(0, i).forEach((earlier) => {
      checkPair(earlier, rule, `sessions.${i}`, report)
    })
  })
  const closedHolds = cal.closed.map((range, i) => checkClosed(range, `closed.${i}`, report)).every(Boolean)
  const noNightDates = cal.noNight.map((evening, i) => checkNoNight(evening, `noNight.${i}`, report))

  if (coverageHolds && closedHolds) {
    checkClosedIsCovered(cal, report)
    const open = tradingDaysIn(cal).map(dateOf)
    checkEveryDayHasSession(cal, open, report)
    checkNoNightIsTradingDate(cal.noNight, noNightDates, new Set<string>(open), report)
  }
  return faults
}

function checkSession(rule: SessionRule, turnsAt: string, path: string, report: Report): void {
  checkText(rule.code, `${path}.code`, report)
  checkText(rule.source, `${path}.source`, report)
  if (rule.validTo === null) checkDate(rule.validFrom, `${path}.validFrom`, report)
  else checkSpan({ from: rule.validFrom, to: rule.validTo }, path, report, 'validFrom', 'validTo')

  const timesHold = [
    checkTime(rule.start, `${path}.start`, report),
    checkTime(rule.end, `${path}.end`, report),
    rule.auctionFrom === undefined || checkTime(rule.auctionFrom, `${path}.auctionFrom`, report),
  ].every(Boolean)
  if (!timesHold) return
  const { auction, start, end } = stretchOf(rule)

  if (rule.start === rule.end) report(`${path}.end`, '时段没有一分钟', 'The session has no minute')
  if (rule.auctionFrom !== undefined && rule.auctionFrom >= rule.start) {
    report(`${path}.auctionFrom`, '集合竞价须早于开盘', 'The auction must begin before the session')
  }
  const turn = minuteOfDay(turnsAt)
  if (turn === null || rule.start === rule.end) return
  if (rule.evening) {
    if (Math.min(auction, start) < turn) {
      report(
        `${path}.start`,
        `夜盘不得早于交易日切换时刻 ${turnsAt}`,
        `An evening session may not begin before the day turns at ${turnsAt}`,
      )
    }
    if (end > turn + dayMinutes) {
      report(
        `${path}.end`,
        `夜盘须在次日 ${turnsAt} 前结束`,
        `An evening session must end before the next day turns at ${turnsAt}`,
      )
    }
  } else if (end > turn) {
    report(
      `${path}.end`,
      `日盘须在交易日切换时刻 ${turnsAt} 前结束`,
      `A day session must end before the day turns at ${turnsAt}`,
    )
  }
}

/** Two rules in force together may share neither their code nor a minute. */
function checkPair(a: SessionRule, b: SessionRule, path: string, report: Report): void {
  // An evening is in force on another date than the day it belongs to, so a code is one or the other for good.
  if (a.code === b.code && (a.evening !== b.evening || inForceTogether(a, b, 0))) {
    report(
      `${path}.code`,
      `时段代码“${b.code}”同期重复`,
      `Another session in force at the same time is called “${b.code}”`,
    )
  }
  // A night reaches into the next date: seen from a day session it starts on the date before.
  const [shiftA, shiftB] = [a.evening && !b.evening ? -1 : 0, b.evening && !a.evening ? -1 : 0]
  if (!inForceTogether(a, b, shiftB - shiftA)) return
  if ([a, b].some((rule) => !hasMinutes(rule))) return // reported by itself
  const [left, right] = [stretchOf(a), stretchOf(b)]
  const [moveA, moveB] = [shiftA * dayMinutes, shiftB * dayMinutes]
  if (left.auction + moveA < right.end + moveB && right.auction + moveB < left.end + moveA) {
    report(`${path}.start`, `与时段“${a.code}”重叠`, `It overlaps with the session “${a.code}”`)
  }
}

/** Whether rule `b`, held `shift` days from `a`, is ever in force on the same occasion. */
function inForceTogether(a: SessionRule, b: SessionRule, shift: number): boolean {
  const [fromA, toA] = forceOf(a)
  const [fromB, toB] = forceOf(b)
  return fromA <= toB - shift && fromB - shift <= toA
}

function forceOf(rule: SessionRule): [from: number, to: number] {
  const from = dayNumberOf(rule.validFrom) ?? Number.NaN // a bad date is reported by itself, and compares as never
  return [from, rule.validTo === null ? Number.POSITIVE_INFINITY : (dayNumberOf(rule.validTo) ?? Number.NaN)]
}

function hasMinutes({ start, end }: SessionRule): boolean {
  return minuteOfDay(start) !== null && minuteOfDay(end) !== null && start !== end
}

/** Minutes from the midnight of the rule's own date, the auction included. */
function stretchOf(rule: SessionRule): { auction: number; start: number; end: number } {
  const start = minuteOfDay(rule.start) ?? 0
  const end = minuteOfDay(rule.end) ?? 0
  const auction = rule.auctionFrom === undefined ? start : (minuteOfDay(rule.auctionFrom) ?? start)
  return { auction, start, end: end <= start ? end + dayMinutes : end }
}

function checkClosed(range: ClosedRange, path: string, report: Report): boolean {
  checkWords(range.reason, `${path}.reason`, report)
  checkText(range.source, `${path}.source`, report)
  return checkSpan(range, path, report)
}

/** A holiday wholly outside the data is a mistyped year, and the holiday meant would be traded. */
function checkClosedIsCovered({ closed, covers }: TradingCalendar, report: Report): void {
  closed.forEach((range, i) => {
    if (range.to < covers.from || range.from > covers.to) {
      report(
        `closed.${i}.from`,
        '休市日期不在日历覆盖的日期之内',
        'The closed dates lie outside the dates the calendar covers',
      )
    }
  })
}

function checkNoNight(evening: NoNight, path: string, report: Report): boolean {
  checkText(evening.source, `${path}.source`, report)
  return checkDate(evening.date, `${path}.date`, report)
}

/** A cancelled evening on a date that has none anyway is a mistyped date, and the evening meant would stay open. */
function checkNoNightIsTradingDate(
  noNight: readonly NoNight[],
  dateHolds: boolean[],
  open: Set<string>,
  report: Report,
) {
  noNight.forEach(({ date }, i) => {
    if (dateHolds[i] && !open.has(date)) {
      report(
        `noNight.${i}.date`,
        '该日不是交易日,没有夜盘可取消',
        'Not a trading date: there is no night session to cancel',
      )
    }
  })
}

function checkEveryDayHasSession(cal: TradingCalendar, open: string[], report: Report): void {
  if (open.length === 0) report('covers', '日历内没有一个交易日', 'The calendar has no trading date')
  if (cal.sessions.length === 0) return
  const empty = open.filter((date) => !cal.sessions.some((rule) => heldOn(rule, date)))
  if (empty.length > 0) {
    report(
      'sessions',
      `自 ${empty[0]} 起有 ${empty.length} 个交易日没有任何时段`,
      `Trading dates without any session: ${empty.length}, the first is ${empty[0]}`,
    )
  }
}

function checkZone(zone: string, report: Report): void {
  if (isZone(zone)) return
  report('zone', '没有这个时区,请用 IANA 名称,如 Asia/Shanghai', 'No such zone: use an IANA name such as Asia/Shanghai')
}

function checkLength(cal: TradingCalendar, report: Report): boolean {
  const years = Number(cal.covers.to.slice(0, 4)) - Number(cal.covers.from.slice(0, 4))
  if (years <= longestYears) return true
  report('covers.to', `日历最长覆盖 ${longestYears} 年`, `A calendar covers at most ${longestYears} years`)
  return false
}

function checkSpan(
  span: { from: string; to: string },
  path: string,
  report: Report,
  from = 'from',
  to = 'to',
): boolean {
  const holds = [checkDate(span.from, `${path}.${from}`, report), checkDate(span.to, `${path}.${to}`, report)].every(
    Boolean,
  )
  if (!holds) return false
  if (span.from <= span.to) return true
  report(`${path}.${to}`, '结束日期早于开始日期', 'The last date is before the first')
  return false
}

function checkDate(date: string, path: string, report: Report): boolean {
  if (dayNumberOf(date) !== null) return true
  report(path, '不是有效日期,格式为 YYYY-MM-DD', 'Not a date: write YYYY-MM-DD')
  return false
}

function checkTime(time: string, path: string, report: Report): boolean {
  if (minuteOfDay(time) !== null) return true
  report(path, '不是有效时刻,格式为 HH:MM(00:00 至 23:59)', 'Not a time of day: write HH:MM, 00:00 to 23:59')
  return false
}

function checkWords(words: Words, path: string, report: Report): void {
  checkText(words[0], `${path}.0`, report)
  checkText(words[1], `${path}.1`, report)
}

function checkText(text: string, path: string, report: Report): void {
  if (text.trim() === '') report(path, '不能为空', 'May not be empty')
}
