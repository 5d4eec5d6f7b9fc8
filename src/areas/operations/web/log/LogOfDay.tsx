import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { tradingDayOf } from '../../calendar/calendar.rules.ts'
import { useCalendar, useTradingTime } from '../clock/day.ts'
import { Line } from './Line.tsx'
import { LogBar } from './LogBar.tsx'
import { type LogQuery, useLogOfDay } from './lines.ts'
import { NoteBox } from './NoteBox.tsx'
import { PrintHead } from './PrintHead.tsx'
import { Recurring } from './Recurring.tsx'
import { Reviewed } from './Reviewed.tsx'
import { logScreenWords as words } from './words.ts'
import './log.css'

/** What of the log is looked at, as in the address: `?day=2026-11-24&kind=alarm&component=…&order=oldest`. */
export interface LogSearch {
  readonly day?: string | undefined
  readonly kind?: string | undefined
  readonly component?: string | undefined
  readonly order?: string | undefined
}

/** The operations log of one trading day. */
export function LogOfDay() {
  const say = useSay()
  const search = useSearch({ strict: false }) as LogSearch
  const navigate = useNavigate()
  const { error: noCalendar, refetch: again } = useCalendar()
  const today = useToday()
  const tradingDay = search.day ?? today.day
  const query: LogQuery | undefined = tradingDay
    ? {
        tradingDay,
        kind: search.kind,
        component: search.component,
        order: search.order === 'oldest' ? 'oldest' : 'newest',
      }
    : undefined
  const log = useLogOfDay(query)
  const printing = usePrinting(log)
  const go = (changed: LogSearch) => navigate({ to: '/log', search: { ...search, ...changed } as never, replace: true })

  const pages = log.data?.pages ?? []
  const [first] = pages
  const lines = pages.flatMap(({ items }) => items)
  const isFiltered = Boolean(search.kind || search.component)
  const print = () => {
    void go({ order: 'oldest' })
    printing.start()
  }
  return (
    <div className="ops-log">
      {query && <PrintHead day={query.tradingDay} />}
      <LogBar
        day={tradingDay}
        today={today.day}
        search={search}
        counts={first?.counts}
        onChange={go}
        onPrint={print}
        printing={printing.busy}
      />
      {noCalendar && !tradingDay && <LoadFailed error={noCalendar} retry={() => again()} />}
      {today.known && !tradingDay && <p className="ts-pad ts-quiet">{say(words.noDay)}</p>}
      {log.error && <LoadFailed error={log.error} retry={() => log.refetch()} />}
      <div className="ops-log-columns">
        <section>
          {tradingDay && tradingDay === today.day && <NoteBox />}
          {tradingDay && today.day && tradingDay !== today.day && (
            <p className="ts-quiet ops-log-hint">{say(words.todayOnly)}</p>
          )}
          {first?.review && <Reviewed review={first.review} />}
          {log.isPending && !noCalendar && tradingDay !== undefined && <Skeleton active paragraph={{ rows: 12 }} />}
          {first && lines.length === 0 && (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={say(isFiltered ? words.nothingMatches : words.nothing)}
            >
              {isFiltered && (
                <Button onClick={() => go({ kind: undefined, component: undefined })}>{say(words.clear)}</Button>
              )}
            </Empty>
          )}
          <ol className="ops-lines">
            {lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ol>
          {log.hasNextPage && (
            <Button block type="text" loading={log.isFetchingNextPage} onClick={() => log.fetchNextPage()}>
              {say(words.more)}
            </Button>
          )}
        </section>
        <Recurring items={first?.recurring} onChoose={(component, kind) => go({ component, kind })} />
      </div>
    </div>
  )
}

/** The present trading day; `known` once calendar and time are, even where they have no answer. */
function useToday(): { day: string | undefined; known: boolean } {
  const time = useTradingTime()
  if (!time) return { day: undefined, known: false }
  const day = time.calendar ? tradingDayOf(time.calendar, new Date(time.now).toISOString()) : 'unknown'
  return { day: day === 'unknown' ? undefined : day, known: true }
}

/** Loads every page before the printer sees the first. */
function usePrinting(log: ReturnType<typeof useLogOfDay>) {
  const [busy, setBusy] = useState(false)
  const { hasNextPage, isFetching, isPlaceholderData, isError, fetchNextPage } = log
  useEffect(() => {
    if (!busy || isFetching || isPlaceholderData) return
    if (hasNextPage && !isError) {
      void fetchNextPage()
      return
    }
    setBusy(false)
    if (!isError) requestAnimationFrame(() => print())
  }, [busy, isFetching, isPlaceholderData, isError, hasNextPage, fetchNextPage])
  return { busy, start: () => setBusy(true) }
}
