import { App, Button, Card, Input } from 'antd'
import { useState } from 'react'
import { useUpdate } from '../../../../web/client/hooks.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { words as common } from '../../../../web/words.ts'
import { type HoursOfWeek, hoursText, readHours } from '../../working-calendar/hours.rules.ts'
import { workingCalendar } from '../../working-calendar/working-calendar.record.ts'
import type { CalendarRow } from './CalendarBody.tsx'
import { weekdayWords, calendarWords as words } from './words.ts'

/** The hours of each day of the week; of a draft, as lines to be written. */
export function Week({ calendar }: { calendar: CalendarRow }) {
  const say = useSay()
  const may = calendar.can?.['update'] === true
  return (
    <Card size="small" title={`${say(words.week)} · ${calendar.zone}`}>
      {may ? <WeekEdit key={calendar.version} calendar={calendar} /> : <WeekShow calendar={calendar} />}
    </Card>
  )
}

function WeekShow({ calendar }: { calendar: CalendarRow }) {
  const say = useSay()
  return (
    <dl className="adm-cal-week">
      {weekdayWords.map((day, n) => (
        <div key={day[1]}>
          <dt>{say(day)}</dt>
          <dd className="ts-figures">
            {hoursText(calendar.week[n] ?? []) || <span className="ts-quiet">{say(words.noHours)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function WeekEdit({ calendar }: { calendar: CalendarRow }) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const update = useUpdate(workingCalendar, calendar.id)
  const before = weekdayWords.map((_day, n) => hoursText(calendar.week[n] ?? []))
  const [typed, setTyped] = useState(before)
  const read = typed.map(readHours)
  const week = read.every((one) => one !== null) ? read : null
  const changed = typed.some((line, n) => line !== before[n])
  return (
    <>
      <p className="ts-quiet">{say(words.weekHint)}</p>
      <dl className="adm-cal-week">
        {weekdayWords.map((day, n) => (
          <div key={day[1]}>
            <dt>
              <label htmlFor={`adm-week-${n}`}>{say(day)}</label>
            </dt>
            <dd>
              <Input
                id={`adm-week-${n}`}
                value={typed[n] ?? ''}
                placeholder={say(words.noHours)}
                status={read[n] === null ? 'error' : ''}
                onChange={({ target }) => setTyped(typed.map((line, at) => (at === n ? target.value : line)))}
              />
              {read[n] === null && <div className="ts-fault">{say(words.unread)}</div>}
            </dd>
          </div>
        ))}
      </dl>
      <Button
        type="primary"
        disabled={!week || !changed}
        loading={update.isPending}
        onClick={() =>
          week &&
          update.mutate(
            { version: calendar.version, week: week.map((hours) => hours.map((one) => ({ ...one }))) as HoursOfWeek },
            { onError: (problem) => message.error(text(problem)) },
          )
        }
      >
        {say(common.save)}
      </Button>
    </>
  )
}
