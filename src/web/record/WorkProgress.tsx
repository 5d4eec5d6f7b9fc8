import { Alert, App, Button, Progress, Skeleton } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Words } from '../../record/words.ts'
import { isOver, useStopWork, useWork, type WorkStatus } from '../client/work.ts'
import { LoadFailed, useProblemText } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { words } from './work.words.ts'
import './work.css'

interface WorkProgressProps<Result> {
  /** As the request that began it answered. */
  readonly id: string
  /** What came of it, once it is done or was stopped with something to say. */
  readonly outcome: (result: Result, work: WorkStatus<Result>) => ReactNode
  /** Once, when it ends in whatever way. */
  readonly onOver?: (work: WorkStatus<Result>) => void
}

/** Long work as it goes: how far it is, a way to stop it, and what came of it. It goes on when this is closed. */
export function WorkProgress<Result>({ id, outcome, onOver }: WorkProgressProps<Result>) {
  const say = useSay()
  const status = useWork(id)
  const work = status.data as WorkStatus<Result> | undefined
  const told = useRef(false)
  useEffect(() => {
    if (!work || !isOver(work) || told.current) return
    told.current = true
    onOver?.(work)
  }, [work, onOver])
  if (status.isError && !work) return <LoadFailed error={status.error} retry={() => status.refetch()} />
  if (!work) return <Skeleton active title={false} paragraph={{ rows: 2 }} />
  const refused = work.state === 'failed' ? (work.result as { text?: Words } | null)?.text : undefined
  return (
    <div className="ts-work" aria-live="polite">
      <Bar work={work} />
      {work.state === 'failed' ? (
        <Alert type="error" showIcon title={say(refused ?? words.broke)} />
      ) : (
        isOver(work) && work.result !== null && outcome(work.result as Result, work)
      )}
    </div>
  )
}

function Bar({ work }: { work: WorkStatus }) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const stop = useStopWork(work.id)
  const { done, total, state } = work
  const percent = state === 'done' ? 100 : total ? Math.floor((100 * done) / total) : 0
  const figures =
    total === null ? done.toLocaleString('en-US') : `${done.toLocaleString('en-US')} / ${total.toLocaleString('en-US')}`
  return (
    <div className="ts-work-bar">
      <div className="ts-work-line">
        <span>{say(words.states[state])}</span>
        <span className="ts-figures ts-quiet">{(done > 0 || total !== null) && figures}</span>
        <span className="ts-grow" />
        {!isOver(work) && (
          <Button
            size="small"
            loading={stop.isPending}
            disabled={stop.isSuccess}
            onClick={() => stop.mutate(undefined, { onError: (problem) => message.error(text(problem)) })}
          >
            {say(stop.isSuccess ? words.stopping : words.stop)}
          </Button>
        )}
      </div>
      <Progress
        percent={percent}
        showInfo={false}
        status={state === 'failed' ? 'exception' : state === 'done' ? 'success' : isOver(work) ? 'normal' : 'active'}
        aria-label={say(words.states[state])}
      />
    </div>
  )
}
