import type { Words } from '../../../../record/words.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { type DayKind, Year } from '../../../../web/widgets/year/Year.tsx'
import type { TradingCalendar } from '../../calendar/calendar.rules.ts'
import { calendarWords as words } from './words.ts'
import { type TradingDay, trades, tradingDayOf } from './year.ts'

interface YearViewProps {
  readonly calendar: TradingCalendar
  readonly year: number
  readonly today: string | undefined
}

const kinds: Readonly<Record<TradingDay['kind'], DayKind>> = {
  trading: 'plain',
  'no-night': 'marked',
  closed: 'struck',
  weekend: 'pale',
  unknown: 'hatched',
}

const legend = Object.entries(kinds).map(([kind, drawn]): [DayKind, Words] => [
  drawn,
  words[kind as TradingDay['kind']],
])

/** Which days trade, which evenings have no night session, what is closed and why. */
export function YearView({ calendar, year, today }: YearViewProps) {
  const say = useSay()
  return (
    <Year
      year={year}
      today={today}
      legend={legend}
      counted={words.tradingDays}
      countOf={(dates) => dates.filter((date) => trades(tradingDayOf(calendar, date))).length}
      dayOf={(date) => {
        const { kind, reason } = tradingDayOf(calendar, date)
        const said = [date === today && say(words.today), say(words[kind]), reason && say(reason)]
        return { kind: kinds[kind], text: said.filter(Boolean).join(' · ') }
      }}
    />
  )
}
