import { LeftOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import { dateOf } from '../../../../web/format/time.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { change } from '../../change/change.record.ts'
import { freezeWindow } from '../../freeze-window/freeze-window.record.ts'
import { type ChangeCalendar, moved, spanOf, type View } from './calendar.ts'
import { MonthGrid } from './MonthGrid.tsx'
import { WeekLanes } from './WeekLanes.tsx'
import { calendarWords as words } from './words.ts'
import './calendar.css'

/** `/change-calendar?view=week&date=2026-11-24`: what is changed when, what is frozen, and what is in each other's way. */
export function CalendarPage() {
  const say = useSay()
  const lang = useLang()
  const navigate = useNavigate()
  const session = useSession()
  const search = useSearch({ strict: false }) as { view?: string; date?: string }
  const today = dateOf(new Date())
  const date = /^\d{4}-\d{2}-\d{2}$/.test(search.date ?? '') ? (search.date as string) : today
  const view: View = search.view === 'week' ? 'week' : 'month'
  const span = spanOf(view, date)
  const found = useCall<ChangeCalendar>('/change-calendar', span, ['change', 'freeze-window', 'trading-calendar'])
  useTitle(say(words.title))
  const go = (to: { view?: View; date?: string }) =>
    navigate({ to: '/change-calendar' as '/', search: { view, date, ...to } as never, replace: true })
  const month = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return (
    <div className="chc-page">
      <div className="ts-list-head">
        <h1 className="ts-title">{say(words.title)}</h1>
        <span className="ts-quiet">{say(words.intro)}</span>
        <span className="ts-grow" />
        <Segmented
          value={view}
          options={[
            { value: 'month', label: say(words.month) },
            { value: 'week', label: say(words.week) },
          ]}
          onChange={(next) => go({ view: next as View })}
        />
        <Button
          icon={<LeftOutlined />}
          aria-label={say(words.before)}
          onClick={() => go({ date: moved(view, date, -1) })}
        />
        <b className="ts-figures chc-when">
          {view === 'month' ? month.format(new Date(`${date}T00:00:00Z`)) : `${span.from} – ${span.to.slice(5)}`}
        </b>
        <Button
          icon={<RightOutlined />}
          aria-label={say(words.after)}
          onClick={() => go({ date: moved(view, date, 1) })}
        />
        <Button onClick={() => go({ date: today })}>{say(words.today)}</Button>
        {mayEver(freezeWindow.access.create, session) && (
          <Button onClick={() => navigate({ to: '/freeze-windows/new' as '/' })}>{say(words.newFreeze)}</Button>
        )}
        {mayEver(change.access.create, session) && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => navigate({ to: '/changes/new' as '/' })}>
            {say(words.newOne)}
          </Button>
        )}
      </div>
      {found.isError ? (
        <LoadFailed error={found.error} retry={() => found.refetch()} />
      ) : !found.data ? (
        <Skeleton active className="ts-pad" paragraph={{ rows: 10 }} />
      ) : (
        <>
          {found.data.sessions === null && <p className="is-late chc-note">{say(words.noCalendar)}</p>}
          {found.data.changes.length === 0 && <p className="ts-quiet chc-note">{say(words.nothing)}</p>}
          {view === 'month' ? (
            <MonthGrid calendar={found.data} span={span} month={date.slice(0, 7)} today={today} />
          ) : (
            <WeekLanes calendar={found.data} span={span} today={today} />
          )}
        </>
      )}
    </div>
  )
}
