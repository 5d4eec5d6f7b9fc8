import { useSay } from '../../../../web/shell/lang.tsx'
import type { TradingCalendar } from '../../calendar/calendar.rules.ts'
import { monthWords, weekdayInitials, calendarWords as words } from './words.ts'
import { type DayCell, type DayKind, type Month, monthsOf } from './year.ts'

interface YearViewProps {
  readonly calendar: TradingCalendar
  readonly year: number
  readonly today: string | undefined
}

const kinds: readonly DayKind[] = ['trading', 'no-night', 'closed', 'weekend', 'unknown']

/** Twelve small months: which days trade, which evenings have no night session, what is closed and why. */
export function YearView({ calendar, year, today }: YearViewProps) {
  const say = useSay()
  const months = monthsOf(calendar, year)
  const shown = new Set(months.flatMap(({ weeks }) => weeks.flat()).map((cell) => cell?.kind))
  const total = months.reduce((sum, { tradingDays }) => sum + tradingDays, 0)
  return (
    <>
      <ul className="ops-legend">
        {kinds
          .filter((kind) => shown.has(kind))
          .map((kind) => (
            <li key={kind}>
              <span className={`ops-day is-day-${kind}`} aria-hidden>
                1
              </span>
              {say(words[kind])}
            </li>
          ))}
        <li className="ts-figures">
          {year} · {total} {say(words.tradingDays)}
        </li>
      </ul>
      <div className="ops-year">
        {months.map((month) => (
          <MonthView key={month.month} month={month} today={today} />
        ))}
      </div>
    </>
  )
}

function MonthView({ month: { month, weeks, tradingDays }, today }: { month: Month; today: string | undefined }) {
  const say = useSay()
  return (
    <table className="ops-month">
      <caption>
        {say(monthWords(month))}
        <span className="ts-quiet ts-figures" title={say(words.tradingDays)}>
          {tradingDays}
        </span>
      </caption>
      <thead>
        <tr>
          {weekdayInitials.map((initial, n) => (
            <th key={n} scope="col">
              {say(initial)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((cell) => cell !== null)?.date}>
            {week.map((cell, n) => (
              <td key={n}>{cell && <DayView cell={cell} isToday={cell.date === today} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayView({ cell: { date, day, kind, reason }, isToday }: { cell: DayCell; isToday: boolean }) {
  const say = useSay()
  const text = [date, isToday && say(words.today), say(words[kind]), reason && say(reason)].filter(Boolean).join(' · ')
  return (
    <time dateTime={date} className={`ops-day is-day-${kind} ${isToday ? 'is-today' : ''}`} title={text}>
      {day}
    </time>
  )
}
