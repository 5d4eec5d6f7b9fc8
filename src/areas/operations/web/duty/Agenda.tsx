import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { showTime } from '../../../../web/format/time.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { tradingDayOf } from '../../calendar/calendar.rules.ts'
import { useTradingTime } from '../clock/day.ts'
import { useServerNow } from '../clock/server-time.ts'
import { leftWords } from '../clock/span.ts'
import { sessionWords } from '../clock/words.ts'
import { TaskLine } from '../periodic/TaskLine.tsx'
import { useDutyTasks } from '../periodic/tasks.ts'
import { agendaOf, type EdgeEntry, type Entry } from './agenda.ts'
import { useDue } from './due.ts'
import { Panel, Quiet } from './Panel.tsx'
import { RunLine } from './RunLine.tsx'
import { dutyWords, inWords } from './words.ts'

/** What needs a hand now, what comes after it, and what is done. */
export function Agenda() {
  const say = useSay()
  const { data, error, refetch } = useDue()
  const tasks = useDutyTasks()
  const time = useTradingTime()
  if (error && !data) return <Panel title={dutyWords.now}>{<LoadFailed error={error} retry={() => refetch()} />}</Panel>
  if (!data || !time) {
    return (
      <Panel title={dutyWords.now}>
        <Skeleton active title={false} paragraph={{ rows: 4 }} className="ops-pad" />
      </Panel>
    )
  }
  const { calendar, now } = time
  const day = calendar ? tradingDayOf(calendar, new Date(now).toISOString()) : 'unknown'
  const agenda = agendaOf(data.items, calendar, day === 'unknown' ? data.tradingDay : day, now, tasks.data?.items)
  const hasRuns = data.items.length > 0 || (tasks.data?.items.length ?? 0) > 0
  return (
    <>
      <Panel title={dutyWords.now}>
        {day === 'unknown' && <NoCalendar />}
        <ul className="ops-agenda">
          {agenda.now.map((entry) => (
            <Line key={keyOf(entry)} entry={entry} />
          ))}
        </ul>
        {!hasRuns && day !== 'unknown' && (
          <Quiet title={dutyWords.nothingDue} hint={dutyWords.nothingDueHint}>
            <Link to="/runbooks">{say(dutyWords.toRunbooks)} →</Link>
          </Quiet>
        )}
      </Panel>
      {agenda.coming.length > 0 && (
        <Panel title={dutyWords.coming}>
          <ul className="ops-agenda">
            {agenda.coming.map((entry) => (
              <Line key={keyOf(entry)} entry={entry} />
            ))}
          </ul>
        </Panel>
      )}
      {agenda.done.length > 0 && (
        <Panel title={dutyWords.done}>
          <ul className="ops-agenda">
            {agenda.done.map((entry) => (
              <Line key={keyOf(entry)} entry={entry} />
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

function keyOf(entry: Entry): string {
  if (entry.kind === 'edge') return `${entry.at}${entry.session}`
  return entry.kind === 'task' ? entry.task.id : (entry.item.run?.id ?? entry.item.runbook.id)
}

function Line({ entry }: { entry: Entry }) {
  if (entry.kind === 'edge') return <EdgeLine entry={entry} />
  return entry.kind === 'task' ? <TaskLine entry={entry} /> : <RunLine entry={entry} />
}

function EdgeLine({ entry: { at, session, edge } }: { entry: EdgeEntry }) {
  const say = useSay()
  const now = useServerNow()
  return (
    <li className="ops-agenda-line is-edge">
      <time className="ts-figures">{showTime(at)}</time>
      <span className="ops-agenda-title">
        {say(sessionWords(session))}
        {say([dutyWords[edge][0], ` ${dutyWords[edge][1]}`])}
      </span>
      <span className="ts-quiet ts-figures">{now !== undefined && say(inWords(leftWords(Date.parse(at) - now)))}</span>
    </li>
  )
}

function NoCalendar() {
  const say = useSay()
  return (
    <Quiet tone="unknown" title={dutyWords.noCalendar} hint={dutyWords.noCalendarHint}>
      <Link to="/trading-calendars">{say(dutyWords.toCalendars)} →</Link>
    </Quiet>
  )
}
