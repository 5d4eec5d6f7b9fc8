import type { Words } from '../../../../record/words.ts'
import {
  type ClockReading,
  clockAt,
  nextSession,
  sessionsOf,
  type TradingCalendar,
} from '../../calendar/calendar.rules.ts'
import { leftWords } from './span.ts'
import { beyondWords, clockWords, dayWords, sessionShort, sessionWords } from './words.ts'

/** What the trading clock says, or why it says nothing. */
export type Clock =
  | { readonly known: false; readonly why: Words }
  | {
      readonly known: true
      readonly reading: ClockReading
      readonly day: Words
      readonly phase: Words
      readonly next: Words
      /** Phase and what comes next, for a phone: `a.m. ends in 1:42`. */
      readonly short: Words
    }

/** The trading clock at an instant (milliseconds since 1970): day, phase, and how long until what comes next. */
export function clockOf(calendar: TradingCalendar | null, now: number): Clock {
  if (!calendar) return { known: false, why: clockWords.noCalendar }
  const instant = new Date(now).toISOString()
  const reading = clockAt(calendar, instant)
  if (reading === 'unknown') return { known: false, why: beyondWords(calendar.covers.from, calendar.covers.to) }
  const left = leftWords(Date.parse(reading.until) - now)
  return {
    known: true,
    reading,
    day: dayWords(reading.tradingDay),
    phase: phaseOf(calendar, reading, instant),
    ...(reading.edge === 'opens' ? opens(reading, left) : closes(calendar, reading, left)),
  }
}

function phaseOf(calendar: TradingCalendar, reading: ClockReading, instant: string): Words {
  if (reading.session) return sessionWords(reading.session)
  const next = nextSession(calendar, instant)
  const isAuction = next !== 'unknown' && next.auctionFrom !== null && next.auctionFrom <= instant
  return isAuction ? clockWords.auction : clockWords.closed
}

interface Coming {
  readonly next: Words
  readonly short: Words
}

function opens({ nextCode }: ClockReading, [zh, en]: Words): Coming {
  const of = ([name, nameEn]: Words): Words => [`${zh} 后${name}开盘`, `${nameEn} opens in ${en}`]
  return { next: of(sessionWords(nextCode ?? '')), short: of(sessionShort(nextCode ?? '')) }
}

/** The last session of a trading day closes it; those before only end. */
function closes(calendar: TradingCalendar, { tradingDay, until, session }: ClockReading, [zh, en]: Words): Coming {
  const sessions = sessionsOf(calendar, tradingDay)
  const isLast = sessions !== 'unknown' && sessions.at(-1)?.to === until
  const next: Words = isLast ? [`${zh} 后收盘`, `closes in ${en}`] : [`${zh} 后休市`, `ends in ${en}`]
  const [name, nameEn] = sessionShort(session ?? '')
  return { next, short: [`${name} ${next[0]}`, `${nameEn} ${next[1]}`] }
}
