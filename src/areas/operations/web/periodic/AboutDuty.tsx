import { Link } from '@tanstack/react-router'
import { Alert, Card, Skeleton } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { showDay, showInstant, showTime } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { StateTag, ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { taskState } from '../../duty-task/duty-task.rules.ts'
import { taskTones, taskWords, periodicWords as words } from './words.ts'
import './periodic.css'

interface Task {
  readonly number: string
  readonly dueOn: string
  readonly dueBy: string
  readonly state: 'due' | 'to-sign' | 'done' | 'missed'
  readonly late: boolean
  readonly doneAt: string | null
  readonly doneBy: string | null
}

interface History {
  readonly onTime: number
  readonly late: number
  readonly missed: number
  readonly rate: number | null
  readonly tasks: readonly Task[]
  readonly next: readonly { readonly date: string; readonly at: string }[]
  readonly unknownFrom: string | null
  readonly calendarInForce: boolean
}

/** On a duty's page: how it was kept, each time a mark that opens, and when it comes next. */
export function AboutDuty({ row }: PageProps) {
  const say = useSay()
  const path = `/periodic-duties/${row.id}/history`
  const { data, error, refetch } = useCall<History>(path, {}, ['periodic-duty', 'duty-task', 'working-calendar'])
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active paragraph={{ rows: 3 }} />
  return (
    <div className="pd-about">
      <Card size="small" title={say(words.kept)} extra={<span className="ts-quiet">{say(words.keptHint)}</span>}>
        <p className="pd-figures ts-figures">
          <b>{data.rate === null ? '—' : `${data.rate} %`}</b> {say(words.rate)}
          <StateTag tone="kept" word={`${say(words.onTime)} ${data.onTime}`} />
          <StateTag tone="late" word={`${say(words.late)} ${data.late}`} />
          <StateTag tone="broken" word={`${say(words.missed)} ${data.missed}`} />
        </p>
        {data.tasks.length === 0 && <p className="ts-quiet">{say(words.none)}</p>}
        <Marks tasks={data.tasks} />
      </Card>
      <Card size="small" title={say(words.next)}>
        <Next data={data} />
      </Card>
    </div>
  )
}

function Marks({ tasks }: { tasks: readonly Task[] }) {
  const say = useSay()
  const now = new Date().toISOString()
  return (
    <ol className="pd-marks">
      {tasks.map((task) => {
        const state = task.state === 'done' && task.late ? 'late' : taskState(task, now)
        const said = task.doneAt ? `${task.doneBy ?? ''} ${showInstant(task.doneAt)}` : ''
        const label = `${task.dueOn} ${say(task.state === 'done' ? taskWords.done : taskWords[state])} ${said}`.trim()
        return (
          <li key={task.number}>
            <Link to={`/duty-tasks/${task.number}`} aria-label={label} title={label}>
              <ToneMark tone={taskTones[state]} />
              <span className="ts-figures">{task.dueOn.slice(5)}</span>
            </Link>
          </li>
        )
      })}
    </ol>
  )
}

function Next({ data: { next, unknownFrom, calendarInForce } }: { data: History }) {
  const say = useSay()
  const lang = useLang()
  return (
    <>
      {!calendarInForce && <Alert type="warning" showIcon title={say(words.noCalendar)} />}
      {next.length === 0 && <p className="ts-quiet">{say(words.nonePlanned)}</p>}
      <ol className="ts-plain ts-figures">
        {next.map(({ date, at }) => (
          <li key={at}>
            {showDay(date, lang)} {showTime(at)}
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
