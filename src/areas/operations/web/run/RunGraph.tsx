import type { Refs } from '../../../../web/client/types.ts'
import { Graph } from '../../../../web/graph/Graph.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { isSatisfied } from '../../run-step/run-step.rules.ts'
import type { BoardStep } from './board.ts'
import { boxSize, StepBox } from './StepBox.tsx'
import { runScreenWords as words } from './words.ts'

interface RunGraphProps {
  readonly steps: readonly BoardStep[]
  readonly refs: Refs
  readonly chosen: string | undefined
  readonly onChoose: (key: string) => void
}

/** The steps flowing from top to bottom; the way to a step is green once what it waited for is settled. */
export function RunGraph({ steps, refs, chosen, onChoose }: RunGraphProps) {
  const say = useSay()
  const settled = new Set(steps.filter(isSatisfied).map(({ key }) => key))
  return (
    <Graph
      label={say(words.steps)}
      direction="DOWN"
      boxes={steps.map((step) => ({ id: step.key, step, ...boxSize }))}
      arrows={steps.flatMap(({ key, needs }) =>
        needs.map((need) => ({ from: need, to: key, look: settled.has(need) ? 'is-kept' : '' })),
      )}
      focus={chosen}
      draw={({ step }) => (
        <StepBox step={step} refs={refs} chosen={step.key === chosen} onChoose={() => onChoose(step.key)} />
      )}
    />
  )
}
