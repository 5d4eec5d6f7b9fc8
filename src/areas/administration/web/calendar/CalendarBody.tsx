import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Card, Segmented } from 'antd'
import { useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import { useWriteOf } from '../../../../web/client/hooks.ts'
import { dateOf } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { yearsBetween } from '../../../../web/widgets/year/months.ts'
import { type DayKind, Year } from '../../../../web/widgets/year/Year.tsx'
import { type DayOf, dayOf, hoursText } from '../../working-calendar/hours.rules.ts'
import { workingCalendar } from '../../working-calendar/working-calendar.record.ts'
import { Dates } from './Dates.tsx'
import { DayForm } from './DayForm.tsx'
import { Preview } from './Preview.tsx'
import { Week } from './Week.tsx'
import { calendarWords as words } from './words.ts'
import './calendar.css'

export type CalendarRow = RowOf<typeof workingCalendar> & { readonly can?: Readonly<Record<string, unknown>> }

/** The page of a working calendar: its year at a glance, its hours and dates, and what falls due by it. */
export function CalendarBody({ row }: PageProps) {
  const calendar = row as unknown as CalendarRow
  const isDated = calendar.kind === 'office' || calendar.kind === 'own'
  return (
    <>
      {isDated ? <YearCard calendar={calendar} /> : <Kind calendar={calendar} />}
      <Preview calendar={calendar} />
      {isDated && <Week calendar={calendar} />}
      {isDated && <Dates calendar={calendar} />}
    </>
  )
}

function Kind({ calendar }: { calendar: CalendarRow }) {
  const say = useSay()
  return (
    <Alert
      type="info"
      showIcon
      title={say(calendar.kind === 'trading' ? words.trading : words.always)}
      action={<Revise calendar={calendar} />}
    />
  )
}

const kinds: Readonly<Record<DayOf['kind'], DayKind>> = {
  work: 'plain',
  'made-up': 'framed',
  closed: 'struck',
  free: 'pale',
  unknown: 'hatched',
}

function YearCard({ calendar }: { calendar: CalendarRow }) {
  const say = useSay()
  const today = dateOf(new Date())
  const years = yearsBetween(calendar.coversFrom ?? today, calendar.coversTo ?? today)
  const [asked, setAsked] = useState<number>()
  const [editing, setEditing] = useState<string>()
  const year = asked ?? years.find((one) => one === Number(today.slice(0, 4))) ?? (years.at(-1) as number)
  const may = calendar.can?.['update'] === true
  return (
    <Card
      size="small"
      title={say(words.year)}
      extra={
        <span className="adm-cal-extra">
          {may && <span className="ts-quiet">{say(words.pick)}</span>}
          <Revise calendar={calendar} />
          {years.length > 1 ? (
            <Segmented size="small" options={years} value={year} onChange={setAsked} />
          ) : (
            <b className="ts-figures">{year}</b>
          )}
        </span>
      }
    >
      <Year
        year={year}
        today={today}
        counted={words.workDays}
        legend={(Object.keys(kinds) as DayOf['kind'][]).map((kind) => [kinds[kind], words[kind]] as const)}
        countOf={(dates) => dates.filter((date) => dayOf(calendar, date).hours.length > 0).length}
        onDay={may ? setEditing : undefined}
        dayOf={(date) => {
          const { kind, hours, reason, source } = dayOf(calendar, date)
          const said = [
            date === today && say(words.today),
            say(words[kind]),
            hoursText(hours),
            reason && say(reason),
            source,
          ]
          return { kind: kinds[kind], text: said.filter(Boolean).join(' · ') }
        }}
      />
      {editing && <DayForm key={editing} calendar={calendar} date={editing} onClose={() => setEditing(undefined)} />}
    </Card>
  )
}

/** A calendar in force is not changed: its next edition is drawn up and approved by somebody else. */
function Revise({ calendar }: { calendar: CalendarRow }) {
  const say = useSay()
  const text = useProblemText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const write = useWriteOf(workingCalendar, calendar.id)
  if (calendar.state === 'draft' || calendar.can?.['revise'] !== true) return null
  return (
    <Button
      size="small"
      loading={write.isPending}
      title={say(words.reviseHint)}
      onClick={() =>
        write.mutate(
          { path: 'revise', body: {} },
          {
            onSuccess: (made) => navigate({ to: `/working-calendars/${(made as { number: string }).number}` }),
            onError: (problem) => message.error(text(problem)),
          },
        )
      }
    >
      {say(words.revise)}
    </Button>
  )
}
