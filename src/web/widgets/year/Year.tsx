import type { Words } from '../../../record/words.ts'
import { useSay } from '../../shell/lang.tsx'
import { monthsOfYear, weeksOf } from './months.ts'
import './year.css'

/** How one day is drawn and what it says. */
export interface DayShown {
  /** One of the kinds that the legend explains; anything else is a class of one's own. */
  readonly kind: DayKind
  readonly text: string
}

/** Plain ink, underlined, struck out, pale, hatched, framed: told apart without colour. */
export type DayKind = 'plain' | 'marked' | 'struck' | 'pale' | 'hatched' | 'framed'

interface YearProps {
  readonly year: number
  readonly today: string | undefined
  dayOf(date: string): DayShown
  /** What a month counts, beside its name. */
  countOf(dates: readonly string[]): number
  readonly counted: Words
  readonly legend: readonly (readonly [DayKind, Words])[]
  /** Days may be pressed. */
  readonly onDay?: ((date: string) => void) | undefined
}

/** Twelve small months with their legend. */
export function Year({ year, today, dayOf, countOf, counted, legend, onDay }: YearProps) {
  const say = useSay()
  const months = monthsOfYear.map((month) => ({ month, weeks: weeksOf(year, month) }))
  const dates = months.flatMap(({ weeks }) => weeks.flat()).filter((one) => one !== null)
  const kinds = new Set(dates.map((date) => dayOf(date).kind))
  return (
    <>
      <ul className="ts-legend">
        {legend
          .filter(([kind]) => kinds.has(kind))
          .map(([kind, words]) => (
            <li key={kind}>
              <span className={`ts-day is-day-${kind}`} aria-hidden>
                1
              </span>
              {say(words)}
            </li>
          ))}
        <li className="ts-figures">
          {year} · {countOf(dates)} {say(counted)}
        </li>
      </ul>
      <div className="ts-year">
        {months.map(({ month, weeks }) => (
          <table key={month} className="ts-month">
            <caption>
              {say(monthWords(month))}
              <span className="ts-quiet ts-figures" title={say(counted)}>
                {countOf(weeks.flat().filter((one) => one !== null))}
              </span>
            </caption>
            <thead>
              <tr>
                {initials.map((initial, n) => (
                  <th key={n} scope="col">
                    {say(initial)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week.find((date) => date !== null)}>
                  {week.map((date, n) => (
                    <td key={n}>
                      {date && <Day date={date} shown={dayOf(date)} isToday={date === today} onDay={onDay} />}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  )
}

interface DayProps extends Pick<YearProps, 'onDay'> {
  readonly date: string
  readonly shown: DayShown
  readonly isToday: boolean
}

function Day({ date, shown: { kind, text }, isToday, onDay }: DayProps) {
  const className = `ts-day is-day-${kind} ${isToday ? 'is-today' : ''}`
  const day = Number(date.slice(8))
  const title = `${date} · ${text}`
  if (!onDay)
    return (
      <time dateTime={date} className={className} title={title}>
        {day}
      </time>
    )
  return (
    <button
      type="button"
      className={className}
      title={title}
      aria-label={`${day} · ${title}`}
      onClick={() => onDay(date)}
    >
      {day}
    </button>
  )
}

const initials: readonly Words[] = [
  ['一', 'M'],
  ['二', 'T'],
  ['三', 'W'],
  ['四', 'T'],
  ['五', 'F'],
  ['六', 'S'],
  ['日', 'S'],
]

const names = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const monthWords = (month: number): Words => [`${month} 月`, names[month - 1] ?? String(month)]
