import { showDay } from '../../../../web/format/time.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { type ChangeCalendar, daysOf, lanesOf, placeIn } from './calendar.ts'
import { OneChange } from './OneChange.tsx'
import { calendarWords as words } from './words.ts'

const hours = [0, 3, 6, 9, 12, 15, 18, 21]
const laneHeight = 26

interface WeekProps {
  readonly calendar: ChangeCalendar
  readonly span: { readonly from: string; readonly to: string }
  readonly today: string
}

/** A week, each day along its hours: hatched where it is frozen, each change as long as it is planned. */
export function WeekLanes({ calendar, span, today }: WeekProps) {
  const say = useSay()
  const lang = useLang()
  const frozen = [...(calendar.sessions ?? []), ...calendar.freezes]
  return (
    <div className="chc-week">
      <div className="chc-row chc-hours" aria-hidden>
        <span />
        <div className="chc-track">
          {hours.map((hour) => (
            <span key={hour} className="ts-quiet ts-figures" style={{ left: `${(100 * hour) / 24}%` }}>
              {String(hour).padStart(2, '0')}
            </span>
          ))}
        </div>
      </div>
      {daysOf(span).map((day) => {
        const here = calendar.changes.flatMap((one) => (placeIn(day, one) ? [one] : []))
        const lanes = lanesOf(here)
        const height = 14 + laneHeight * Math.max(1, ...lanes.map(({ lane }) => lane + 1))
        return (
          <section key={day} className={day === today ? 'chc-row is-today' : 'chc-row'} aria-label={day}>
            <span className="ts-figures">
              {showDay(day, lang)}
              {calendar.tradingDays.includes(day) && <em className="ts-quiet">{say(words.trading)}</em>}
            </span>
            <div className="chc-track" style={{ height }}>
              {frozen.map((one) => {
                const place = placeIn(day, one)
                return (
                  place && (
                    <i
                      key={`${one.from} ${one.title[1]}`}
                      className="chc-frozen"
                      title={`${say(words.frozen)} · ${say(one.title)}`}
                      style={{ left: `${place.left}%`, width: `${place.width}%` }}
                    />
                  )
                )
              })}
              {lanes.map(({ item, lane }) => {
                const place = placeIn(day, item)
                return (
                  place && (
                    <div
                      key={item.id}
                      className="chc-bar"
                      style={{ left: `${place.left}%`, width: `${place.width}%`, top: 7 + lane * laneHeight }}
                    >
                      <OneChange one={item} />
                    </div>
                  )
                )
              })}
            </div>
          </section>
        )
      })}
    </div>
  )
}
