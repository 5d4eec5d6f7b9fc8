import { Graph } from '../../../../web/graph/Graph.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { Step } from '../../runbook/step.rules.ts'
import { markWords } from './mark.ts'
import { modeWords, runbookScreenWords as words } from './words.ts'

const size = { width: 276, height: 48 }

interface StepsGraphProps {
  readonly steps: readonly Step[]
  readonly chosen?: string | undefined
  readonly onChoose?: (key: string) => void
  /** Keys of steps that have a fault. */
  readonly faulty?: ReadonlySet<string>
  readonly inline?: boolean
}

/** The steps of a runbook and what waits for what; nothing of a run in it. */
export function StepsGraph({ steps, chosen, onChoose, faulty, inline = false }: StepsGraphProps) {
  const say = useSay()
  return (
    <Graph
      label={say(words.graph)}
      direction="DOWN"
      boxes={steps.map((step, n) => ({ id: step.key, step, position: n + 1, ...size }))}
      arrows={steps.flatMap(({ key, needs }) => needs.map((need) => ({ from: need, to: key })))}
      focus={chosen}
      inline={inline}
      draw={({ step, position }) => (
        <button
          type="button"
          className={`ts-node ${faulty?.has(step.key) ? 'is-broken' : ''} ${step.key === chosen ? 'is-chosen' : ''}`}
          onClick={() => onChoose?.(step.key)}
          title={say(step.title)}
        >
          <span className="ts-node-line">
            <b className="ts-quiet ts-figures">{position}</b>
            <span className="ts-node-name">{say(step.title)}</span>
          </span>
          <span className="ts-node-line ts-quiet">
            {say(modeWords[step.mode])}
            {step.deadline && <span className="is-rest">{say(markWords(step.deadline))}</span>}
          </span>
        </button>
      )}
    />
  )
}
