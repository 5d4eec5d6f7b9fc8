import { Alert, Card, InputNumber, Skeleton } from 'antd'
import { useState } from 'react'
import { useCall } from '../../../../web/client/hooks.ts'
import { showDay, showInstant, showTime, wallOf } from '../../../../web/format/time.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { lazily } from '../../../../web/shell/lazily.tsx'
import type { EditProps } from '../../../../web/widgets/widget.ts'
import type { CalendarRow } from './CalendarBody.tsx'
import { calendarWords as words } from './words.ts'

const EditMoment = lazily<Pick<EditProps, 'value' | 'onChange' | 'id'>>(() =>
  import('../../../../web/widgets/date-edit.tsx').then((m) => m.EditMoment as never),
)

interface Due {
  readonly from: string
  readonly dueAt: string | null
  readonly spans: readonly { readonly from: string; readonly to: string }[]
  readonly more: boolean
}

/** What would fall due when, by this calendar as it stands, and the stretches of work that lead there. */
export function Preview({ calendar }: { calendar: CalendarRow }) {
  const say = useSay()
  const [minutes, setMinutes] = useState(240)
  const [at, setAt] = useState(() => new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString())
  const asked = useCall<Due>(`/working-calendars/${calendar.id}/due`, { minutes: String(minutes), at }, [
    'working-calendar',
    'trading-calendar',
  ])
  return (
    <Card size="small" title={say(words.preview)}>
      <div className="adm-cal-ask">
        <label htmlFor="adm-cal-at">{say(words.openedAt)}</label>
        <EditMoment id="adm-cal-at" value={at} onChange={(next) => typeof next === 'string' && setAt(next)} />
        <label htmlFor="adm-cal-minutes">{say(words.minutes)}</label>
        <InputNumber
          id="adm-cal-minutes"
          min={0}
          max={10_000_000}
          value={minutes}
          onChange={(next) => setMinutes(next ?? 0)}
        />
      </div>
      {asked.error ? (
        <LoadFailed error={asked.error} retry={() => asked.refetch()} />
      ) : asked.data ? (
        <Answer due={asked.data} />
      ) : (
        <Skeleton active title={false} paragraph={{ rows: 2 }} />
      )}
    </Card>
  )
}

function Answer({ due: { dueAt, spans, more } }: { due: Due }) {
  const say = useSay()
  const lang = useLang()
  if (dueAt === null) return <Alert type="warning" showIcon title={say(words.beyond)} />
  const day = (instant: string) => showDay(wallOf(instant).slice(0, 10), lang)
  return (
    <>
      <p className="adm-cal-due">
        {say(words.ifOpened)} <b className="ts-figures">{`${day(dueAt)} ${showTime(dueAt)}`}</b>
      </p>
      <ol className="adm-cal-spans ts-figures" aria-label={say(words.spans)}>
        {spans.map(({ from, to }) => (
          <li key={from}>
            {day(from)} {showTime(from)} –{' '}
            {wallOf(from).slice(0, 10) === wallOf(to).slice(0, 10) ? showTime(to) : showInstant(to)}
          </li>
        ))}
        {more && <li>{say(words.more)}</li>}
      </ol>
    </>
  )
}
