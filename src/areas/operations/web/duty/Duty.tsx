import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { tradingDayOf } from '../../calendar/calendar.rules.ts'
import { useTradingTime } from '../clock/day.ts'
import { planWords } from '../plan/words.ts'
import { ReviewsDue } from '../review/ReviewsDue.tsx'
import { OnDuty } from '../shift/OnDuty.tsx'
import { screenWords } from '../words.ts'
import { Agenda } from './Agenda.tsx'
import { useDutyKeys } from './keys.ts'
import { LastLines } from './LastLines.tsx'
import { Ribbon } from './Ribbon.tsx'
import { Wrong } from './Wrong.tsx'
import { dutyWords } from './words.ts'
import './duty.css'

/** What needs a hand now, in the order it needs it: the home of whoever is on duty. */
export function Duty() {
  const say = useSay()
  const page = useRef<HTMLDivElement>(null)
  useDutyKeys(page)
  const time = useTradingTime()
  const found = time?.calendar ? tradingDayOf(time.calendar, new Date(time.now).toISOString()) : 'unknown'
  const day = found === 'unknown' ? undefined : found
  return (
    <div className="ops-duty" ref={page}>
      <h1 className="ops-hidden">{say(screenWords.duty)}</h1>
      <div className="ops-duty-now">
        <ReviewsDue />
        <Agenda />
      </div>
      <div className="ops-duty-wrong">
        <Wrong />
        <OnDuty />
      </div>
      {time?.calendar && day && (
        <div className="ops-duty-day">
          <Ribbon
            calendar={time.calendar}
            day={day}
            now={time.now}
            more={<Link to="/day-plan">{say(planWords.open)} →</Link>}
          />
        </div>
      )}
      <div className="ops-duty-lines">
        <LastLines day={day} />
      </div>
      <p className="ops-duty-keys ts-quiet">{say(dutyWords.keys)}</p>
    </div>
  )
}
