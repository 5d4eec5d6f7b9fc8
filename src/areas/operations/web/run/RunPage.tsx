import { ArrowLeftOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Grid, Skeleton } from 'antd'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useSession } from '../../../../web/client/session.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { lazily } from '../../../../web/shell/lazily.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { useCalendar } from '../clock/day.ts'
import { type Board, type BoardStep, useBoard } from './board.ts'
import { RunHead } from './RunHead.tsx'
import { type ActionHandle, StepAction } from './StepAction.tsx'
import { StepBox } from './StepBox.tsx'
import { StepPane } from './StepPane.tsx'
import { inHand, neighbour } from './step.ts'
import { runScreenWords as words } from './words.ts'
import '../parts.css'
import './run.css'

// A phone lists the steps and never loads the graph.
const RunGraph = lazily(() => import('./RunGraph.tsx').then((m) => m.RunGraph))

/** `/runs/RUN-…?step=key`: the graph of the run, and the step in hand. */
export function RunPage({ row }: PageProps) {
  const board = useBoard(row.id)
  useTitle(`${row.number} ${row['title'] ?? ''}`)
  useCalendar() // brings the server's time, by which steps are late
  if (board.isPending) return <Skeleton active className="ts-pad" paragraph={{ rows: 10 }} />
  if (board.isError) return <LoadFailed error={board.error} retry={() => board.refetch()} />
  return <OfBoard board={board.data} />
}

function OfBoard({ board }: { board: Board }) {
  const { run, steps, refs } = board
  const say = useSay()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { step: asked } = useSearch({ strict: false }) as { step?: string }
  const phone = Grid.useBreakpoint().md === false
  const me = useSession().person.id
  const action = useRef<ActionHandle>(null)
  const followed = inHand(steps, me) ?? steps[0]
  const chosen = steps.find(({ key }) => key === asked) ?? (phone ? undefined : followed)

  const choose = (key: string | undefined) =>
    navigate({ to: `/runs/${run.number}`, search: (key ? { step: key } : {}) as never, replace: !phone })
  useStepKeys((by) => {
    const to = chosen && neighbour(steps, chosen.key, by)
    if (to) choose(to.key)
  }, action)
  // What was acted on lets go of the choice: the page then follows the work to where the next hand is wanted.
  const settled = () => {
    if (!phone) void choose(undefined)
    void queries.invalidateQueries({ queryKey: ['record', 'run'] })
  }
  const pane = chosen && (
    <div className="ops-run-pane" key={chosen.key}>
      <StepPane step={chosen} refs={refs} />
      <StepAction step={chosen} refs={refs} ended={run.state !== 'in-progress'} onDone={settled} handle={action} />
    </div>
  )
  if (phone) {
    return (
      <div className="ops-run">
        {chosen ? (
          <>
            <Button type="text" icon={<ArrowLeftOutlined />} onClick={() => choose(undefined)} className="ops-back">
              {say(words.allSteps)}
            </Button>
            {pane}
          </>
        ) : (
          <>
            <RunHead board={board} />
            <StepList steps={steps} refs={refs} at={followed?.key} onChoose={choose} />
          </>
        )}
      </div>
    )
  }
  return (
    <div className="ops-run">
      <RunHead board={board} />
      <div className="ops-run-body">
        <div className="ops-run-graph">
          <RunGraph steps={steps} refs={refs} chosen={chosen?.key} onChoose={choose} />
          <span className="ops-keys ts-quiet">{say(words.keys)}</span>
        </div>
        {pane}
      </div>
    </div>
  )
}

interface StepListProps {
  readonly steps: readonly BoardStep[]
  readonly refs: Board['refs']
  readonly at: string | undefined
  readonly onChoose: (key: string) => void
}

const StepList = ({ steps, refs, at, onChoose }: StepListProps) => (
  <ol className="ops-step-list">
    {steps.map((step) => (
      <li key={step.id}>
        <StepBox step={step} refs={refs} chosen={step.key === at} onChoose={() => onChoose(step.key)} />
      </li>
    ))}
  </ol>
)

/** Arrows move through the steps in their order, Enter does what the large button does; never while one types. */
function useStepKeys(move: (by: 1 | -1) => void, action: React.RefObject<ActionHandle | null>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isBusy(event.target)) return
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && !isControl(event.target)) action.current?.act()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

/** Typing, or in a dialog or menu that has keys of its own. */
const isBusy = (target: EventTarget | null): boolean =>
  document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null ||
  (target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role=dialog], [role=menu]') !== null))

/** Enter presses what has the focus; a step's own box only chooses it, so there Enter may act. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button:not(.ts-node.is-chosen), a') !== null
