import { Link } from '@tanstack/react-router'
import { Button, Grid, Popover } from 'antd'
import { showTime } from '../../../../web/format/time.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { nextTradingDate, sessionsOf, type TradingCalendar } from '../../calendar/calendar.rules.ts'
import { useCalendar } from './day.ts'
import { type Clock, clockOf } from './reading.ts'
import { useServerNow } from './server-time.ts'
import { clockWords, dayWords, sessionWords } from './words.ts'
import './clock.css'

/** The trading clock in the header: the market's day, its phase, and how long until what comes next. */
export function TradingClock() {
  const say = useSay()
  const { data: calendar, error, refetch } = useCalendar()
  const now = useServerNow()
  if (calendar === undefined || now === undefined) {
    if (!error) return null
    return (
      <Button type="text" size="small" danger onClick={() => refetch()}>
        {say(clockWords.clockFailed)}
      </Button>
    )
  }
  const clock = clockOf(calendar, now)
  return clock.known && calendar ? (
    <Known clock={clock} calendar={calendar} now={now} />
  ) : (
    <Unknown why={clock.known ? clockWords.noCalendar : clock.why} />
  )
}

interface KnownProps {
  readonly clock: Clock & { known: true }
  readonly calendar: TradingCalendar
  readonly now: number
}

function Known({ clock, calendar, now }: KnownProps) {
  const say = useSay()
  const wide = Grid.useBreakpoint().lg ?? true
  const { reading, day, phase, next, short } = clock
  const isOpen = reading.session !== null
  return (
    <Popover trigger="click" placement="bottomLeft" content={<Sessions calendar={calendar} day={reading.tradingDay} />}>
      <button type="button" className="ops-clock">
        <span>
          {wide && <span className="ops-clock-label">{say(clockWords.tradingDay)} </span>}
          <b>{say(day)}</b>
        </span>
        {wide && <time className="ops-clock-wall">{showTime(new Date(now).toISOString(), true)}</time>}
        <span className={isOpen ? 'ops-clock-phase is-kept' : 'ops-clock-phase'}>
          <ToneMark tone={isOpen ? 'progress' : 'start'} />
          {wide ? say(phase) : <span className="ops-clock-next">{say(short)}</span>}
        </span>
        {wide && <span>{say(next)}</span>}
      </button>
    </Popover>
  )
}

/** Says why, and leads to where it is put right. */
function Unknown({ why }: { why: readonly [string, string] }) {
  const say = useSay()
  const wide = Grid.useBreakpoint().lg ?? true
  return (
    <Link to="/trading-calendars" className="ops-clock is-unset" title={say(why)}>
      <ToneMark tone="unknown" />
      <span className="ops-clock-why">{say(wide ? why : clockWords.noCalendarShort)}</span>
      {wide && <u>{say(clockWords.openCalendars)}</u>}
    </Link>
  )
}

/** The sessions of the trading day, and which day comes after. */
function Sessions({ calendar, day }: { calendar: TradingCalendar; day: string }) {
  const say = useSay()
  const sessions = sessionsOf(calendar, day)
  const next = nextTradingDate(calendar, day)
  return (
    <div className="ops-sessions">
      <div className="ts-quiet">
        {say(calendar.name)} · {say(clockWords.sessions)}
      </div>
      <table>
        <tbody>
          {sessions !== 'unknown' &&
            sessions.map(({ code, from, to }) => (
              <tr key={code}>
                <th scope="row">{say(sessionWords(code))}</th>
                <td className="ts-figures">
                  {showTime(from)} – {showTime(to)}
                </td>
              </tr>
            ))}
          {next !== 'unknown' && (
            <tr>
              <th scope="row">{say(clockWords.next)}</th>
              <td>{say(dayWords(next))}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}
