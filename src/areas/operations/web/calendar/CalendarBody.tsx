import { Alert, Card, Segmented } from 'antd'
import { useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import { dateOf, showDay } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { yearsBetween } from '../../../../web/widgets/year/months.ts'
import type { tradingCalendar } from '../../calendar/calendar.record.ts'
import type { TradingCalendar } from '../../calendar/calendar.rules.ts'
import { calendarFaults, calendarOf } from '../../calendar/stored.rules.ts'
import { useTradingTime } from '../clock/day.ts'
import { sessionWords } from '../clock/words.ts'
import { calendarWords as words } from './words.ts'
import { YearView } from './YearView.tsx'
import '../parts.css'
import './calendar.css'

/** The page of a trading calendar: the year to be seen at once, its sessions, its closed dates with their sources. */
export function CalendarBody({ row }: PageProps) {
  const say = useSay()
  const stored = row as unknown as RowOf<typeof tradingCalendar>
  const calendar = calendarOf(stored)
  const faults = calendarFaults(stored)
  return (
    <>
      {faults.length > 0 ? (
        <Alert
          type="error"
          showIcon
          title={say(words.faulty)}
          description={faults.map(({ path, text }) => (
            <div key={`${path} ${text[0]}`}>
              {path}: {say(text)}
            </div>
          ))}
        />
      ) : (
        <Year calendar={calendar} />
      )}
      <Sessions calendar={calendar} />
      <Closed calendar={calendar} />
    </>
  )
}

function Year({ calendar }: { calendar: TradingCalendar }) {
  const say = useSay()
  const time = useTradingTime()
  const today = time && dateOf(new Date(time.now))
  const years = yearsBetween(calendar.covers.from, calendar.covers.to)
  const [asked, setAsked] = useState<number>()
  const thisYear = Number(today?.slice(0, 4))
  const year = asked ?? (years.includes(thisYear) ? thisYear : (years.at(-1) as number))
  return (
    <Card
      size="small"
      title={say(words.year)}
      extra={
        years.length > 1 ? (
          <Segmented size="small" options={years} value={year} onChange={setAsked} />
        ) : (
          <b className="ts-figures">{year}</b>
        )
      }
    >
      <YearView calendar={calendar} year={year} today={today} />
    </Card>
  )
}

function Sessions({ calendar }: { calendar: TradingCalendar }) {
  const say = useSay()
  return (
    <Card size="small" title={`${say(words.sessions)} · ${calendar.zone}`}>
      <div className="ops-steps-scroll">
        <table className="ops-plain-table">
          <thead>
            <tr>
              <th>{say(words.session)}</th>
              <th>{say(words.hours)}</th>
              <th>{say(words.auction)}</th>
              <th>{say(words.valid)}</th>
              <th>{say(words.source)}</th>
            </tr>
          </thead>
          <tbody>
            {calendar.sessions.map((one) => (
              <tr key={`${one.code} ${one.validFrom}`}>
                <td>
                  {say(sessionWords(one.code))}
                  {one.evening && <div className="ts-quiet">{say(words.evening)}</div>}
                </td>
                <td className="ts-figures">
                  {one.start} – {one.end <= one.start && `${say(words.nextDay)} `}
                  {one.end}
                </td>
                <td className="ts-figures">{one.auctionFrom ?? '—'}</td>
                <td className="ts-figures">
                  {one.validFrom} – {one.validTo ?? ''}
                </td>
                <td>{one.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function Closed({ calendar }: { calendar: TradingCalendar }) {
  const say = useSay()
  const lang = useLang()
  return (
    <Card size="small" title={say(words.closedDates)}>
      <div className="ops-steps-scroll">
        <table className="ops-plain-table">
          <tbody>
            {calendar.closed.map(({ from, to, reason, source }) => (
              <tr key={from}>
                <td>{say(reason)}</td>
                <td className="ts-figures">
                  {showDay(from, lang)}
                  {to !== from && ` – ${showDay(to, lang)}`}
                </td>
                <td className="ts-quiet">{source}</td>
              </tr>
            ))}
            {calendar.noNight.map(({ date, source }) => (
              <tr key={`night ${date}`}>
                <td>{say(words.noNights)}</td>
                <td className="ts-figures">{showDay(date, lang)}</td>
                <td className="ts-quiet">{source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
