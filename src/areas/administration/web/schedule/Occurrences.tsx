import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Empty, Skeleton } from 'antd'
import type { Words } from '../../../../record/words.ts'
import { useCall, useWriteOf } from '../../../../web/client/hooks.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { showDay, showInstant, showTime } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed, useProblemText } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { schedule } from '../../schedule/schedule.record.ts'
import { type OccurrenceState, occurrenceStates, scheduleWords as words } from './words.ts'
import './schedule.css'

interface Occurrences {
  readonly next: readonly { readonly key: string; readonly date: string; readonly at: string }[]
  readonly unknownFrom: string | null
  readonly calendar: string | null
  readonly past: readonly {
    readonly key: string
    readonly at: string
    readonly state: OccurrenceState
    readonly recordId: string | null
    readonly text: Words | null
  }[]
  readonly refs: Refs
}

/** What a schedule makes next, and what became of each time so far. */
export function Occurrences({ row }: PageProps) {
  const say = useSay()
  const path = `/schedules/${row.id}/occurrences`
  const make = (row['make'] as { record: string }).record
  const { data, error, refetch } = useCall<Occurrences>(path, {}, ['schedule', 'working-calendar', make])
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active paragraph={{ rows: 6 }} />
  return (
    <div className="adm-occurrences">
      <Card
        size="small"
        title={say(words.next)}
        extra={row.can?.['make-now'] === true && <MakeNow id={row.id} path={path} />}
      >
        {data.calendar === null && <Alert type="warning" showIcon title={say(words.noCalendar)} />}
        <Next data={data} />
      </Card>
      <Card size="small" title={say(words.past)}>
        <Past data={data} />
      </Card>
    </div>
  )
}

function Next({ data: { next, unknownFrom } }: { data: Occurrences }) {
  const say = useSay()
  const lang = useLang()
  return (
    <>
      {next.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.nonePlanned)} />}
      <ol className="ts-plain ts-figures">
        {next.map(({ key, date, at }) => (
          <li key={key}>
            <span>
              {showDay(date, lang)} {showTime(at)}
            </span>
          </li>
        ))}
      </ol>
      {unknownFrom && (
        <p className="ts-quiet">
          {say(words.unknownFrom)} {unknownFrom}
        </p>
      )}
    </>
  )
}

function Past({ data: { past, refs } }: { data: Occurrences }) {
  const say = useSay()
  if (past.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.nonePast)} />
  return (
    <ol className="ts-plain">
      {past.map(({ key, at, state, recordId, text }) => (
        <li key={key}>
          <span className="adm-occurrence">
            <StateTag tone={occurrenceStates[state].tone} word={say(occurrenceStates[state].word)} />
            <time dateTime={at} className="ts-figures">
              {showInstant(at)}
            </time>
            {recordId && <RefLink id={recordId} refs={refs} />}
            {text && <span className="ts-quiet">{say(text)}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

function MakeNow({ id, path }: { id: string; path: string }) {
  const say = useSay()
  const text = useProblemText()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const write = useWriteOf(schedule, id)
  return (
    <Button
      size="small"
      loading={write.isPending}
      title={say(words.makeNowHint)}
      onClick={() =>
        write.mutate(
          { path: 'make-now', body: {} },
          {
            onSuccess: () => {
              message.success(say(words.made))
              return queries.invalidateQueries({ queryKey: ['call', path] })
            },
            onError: (problem) => message.error(text(problem)),
          },
        )
      }
    >
      {say(words.makeNow)}
    </Button>
  )
}
