import { Link } from '@tanstack/react-router'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { type ChangeCalendar, daysOf, touches } from './calendar.ts'
import { OneChange } from './OneChange.tsx'
import { calendarWords as words } from './words.ts'

interface MonthProps {
  readonly calendar: ChangeCalendar
  readonly span: { readonly from: string; readonly to: string }
  readonly month: string
  readonly today: string
}

/** A month as weeks from Monday; each day with its changes and its freezes, those of sessions left out. */
export function MonthGrid({ calendar, span, month, today }: MonthProps) {
  const say = useSay()
  const lang = useLang()
  const days = daysOf(span)
  const weekday = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' })
  const trading = new Set(calendar.tradingDays)
  return (
    <div className="chc-month">
      {days.slice(0, 7).map((day) => (
        <span key={day} className="chc-weekday ts-quiet">
          {weekday.format(new Date(`${day}T00:00:00Z`))}
        </span>
      ))}
      {days.map((day) => {
        const freezes = calendar.freezes.filter((one) => touches(day, one))
        const kinds = [
          'chc-day',
          day === today && 'is-today',
          !day.startsWith(month) && 'is-other',
          freezes.length > 0 && 'is-frozen',
        ]
        return (
          <section key={day} className={kinds.filter(Boolean).join(' ')} aria-label={day}>
            <p className="chc-date">
              <b className="ts-figures">{Number(day.slice(8))}</b>
              {trading.has(day) && <span className="ts-quiet">{say(words.trading)}</span>}
            </p>
            {freezes.map(({ number, title }) =>
              number === null ? (
                <span key={title[1]} className="chc-freeze">
                  {say(words.frozen)} · {say(title)}
                </span>
              ) : (
                <Link key={number} to={`/freeze-windows/${number}`} className="chc-freeze">
                  {say(words.frozen)} · {say(title)}
                </Link>
              ),
            )}
            {calendar.changes
              .filter((one) => touches(day, one))
              .map((one) => (
                <OneChange key={one.id} one={one} />
              ))}
          </section>
        )
      })}
    </div>
  )
}
