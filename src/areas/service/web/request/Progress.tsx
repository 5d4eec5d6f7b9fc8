import { Link } from '@tanstack/react-router'
import { Card, Skeleton } from 'antd'
import type { Words } from '../../../../record/words.ts'
import { useCall, useList } from '../../../../web/client/hooks.ts'
import type { Refs, Row } from '../../../../web/client/types.ts'
import { toneOf, useEntry, useParts } from '../../../../web/context.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { VerbButtons } from '../../../../web/record/VerbButtons.tsx'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { titleOf } from '../../offering/task.rules.ts'
import { requestTask } from '../../request-task/request-task.record.ts'
import { requestScreenWords as words } from './words.ts'
import './request.css'

interface Task {
  readonly id: string
  readonly position: number
  readonly title: string
  readonly titleEn: string | null
  readonly state: string
  readonly after: readonly number[]
  readonly team: string | null
  readonly assignee: string | null
  readonly skipReason: string | null
  readonly startedAt: string | null
  readonly endedAt: string | null
}

/** The tasks of a request in their order: who has which, when each was done, and what may be done now by whom it is for. */
export function Progress({ id }: { id: string }) {
  const say = useSay()
  const { data, error, refetch } = useCall<{ items: readonly Task[]; done: number; refs: Refs }>(
    `/requests/${id}/progress`,
    {},
    ['request-task', 'request'],
  )
  // What the reader may do, for those tasks that they may read at all.
  const own = useList(requestTask, { request: id }).data?.pages.flatMap(({ items }) => items) ?? []
  if (error) return <LoadFailed error={error} retry={refetch} />
  if (!data) return <Skeleton active />
  const { items, done, refs } = data
  const skipped = items.filter(({ state }) => state === 'skipped').length
  return (
    <Card
      size="small"
      title={say(words.progress)}
      extra={
        items.length > 0 && (
          <span className="ts-figures">
            {`${done} / ${items.length} ${say(words.done)}`}
            {skipped > 0 && ` · ${skipped} ${say(words.skipped)}`}
          </span>
        )
      }
    >
      {items.length === 0 ? (
        <p className="ts-quiet">{say(words.noTasks)}</p>
      ) : (
        <ol className="svc-tasks">
          {items.map((task) => (
            <TaskLine
              key={task.id}
              task={task}
              own={own.find((one) => one.id === task.id) as Row | undefined}
              refs={refs}
            />
          ))}
        </ol>
      )}
    </Card>
  )
}

function TaskLine({ task, own, refs }: { task: Task; own: Row | undefined; refs: Refs }) {
  const say = useSay()
  const { areas } = useParts()
  const entry = useEntry('request-task')
  const { state, position, team, assignee, after, skipReason, endedAt, startedAt } = task
  const title = say(titleOf(task))
  const instructions =
    own && say([String(own['instructions'] ?? ''), String(own['instructionsEn'] ?? own['instructions'] ?? '')])
  const at = endedAt ?? startedAt
  return (
    <li className={`svc-task is-${state}`}>
      <span className="ts-figures ts-quiet">{position}</span>
      <div className="svc-task-what">
        <b>{own ? <Link to={`/request-tasks/${own.number}`}>{title}</Link> : title}</b>
        <span className="svc-task-who">
          <StateTag
            tone={toneOf(areas, entry, 'state', state) ?? 'progress'}
            word={say((entry.words.states as Record<string, Words>)[state] ?? [state, state])}
          />
          {assignee ? <RefLink id={assignee} refs={refs} /> : team && <RefLink id={team} refs={refs} />}
          {at && (
            <time dateTime={at} className="ts-quiet ts-figures">
              {showInstant(at)}
            </time>
          )}
          {state === 'waiting' && after.length > 0 && (
            <span className="ts-quiet ts-figures">{`${say(words.after)} ${after.join(', ')}`}</span>
          )}
        </span>
        {skipReason && <span className="ts-quiet">{skipReason}</span>}
        {instructions && (state === 'ready' || state === 'doing') && (
          <details>
            <summary>{say(words.instructions)}</summary>
            <p className="ts-prose">{instructions}</p>
          </details>
        )}
      </div>
      {own && (state === 'ready' || state === 'doing') && (
        <VerbButtons
          entry={entry}
          row={own}
          refs={refs}
          only={state === 'ready' ? ['take', 'skip'] : ['done', 'skip']}
        />
      )}
    </li>
  )
}
