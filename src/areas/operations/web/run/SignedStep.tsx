import { Descriptions } from 'antd'
import type { Refs, Row } from '../../../../web/client/types.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { words as shellWords } from '../../../../web/words.ts'
import { outcomeWords } from '../../run-step/run-step.rules.ts'
import { runStepWords } from '../../run-step/run-step.words.ts'
import { actionWords } from '../map/words.ts'
import type { BoardStep } from './board.ts'
import { titleOf } from './StepBox.tsx'
import { attemptWords, runScreenWords as words } from './words.ts'

/** What whoever signs a step puts their name to: the task, who did it and when, on what evidence, and every exception. */
export function SignedStep({ row, refs }: { row: Row; refs: Refs }) {
  const say = useSay()
  const step = row as unknown as BoardStep
  const { plan, evidence } = step
  const person = (id: string | null, at: string | null) =>
    id && (
      <>
        <RefLink id={id} refs={refs} /> <span className="ts-quiet ts-figures">{at && showInstant(at, true)}</span>
      </>
    )
  const fields = runStepWords.fields
  const rows: [string, React.ReactNode][] = [
    [say(shellWords.number), `${step.number} · ${say(shellWords.version)} ${step.version}`],
    [say(fields.title), `${step.position} ${titleOf(step, say)}`],
    [say(words.instructions), say([plan.instructions, plan.instructionsEn ?? plan.instructions])],
    [say(words.expected), say([plan.expected, plan.expectedEn ?? plan.expected])],
    [say(fields.maker), person(step.maker, step.doneAt ?? step.startedAt)],
    [say(fields.note), step.note],
    [say(words.evidence), evidence.length > 0 && <EvidenceList evidence={evidence} />],
    [say(fields.failure), step.failure],
    [say(fields.waiveReason), step.waiveReason],
    [say(fields.waiveAskedBy), person(step.waiveAskedBy, null)],
    [say(fields.overrideReason), step.overrideReason],
    [say(fields.overrideAskedBy), person(step.overrideAskedBy, null)],
  ]
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      className="ts-signed"
      items={rows
        .filter(([, content]) => content)
        .map(([label, content]) => ({ key: label, label, children: <div className="ts-prose">{content}</div> }))}
    />
  )
}

function EvidenceList({ evidence }: Pick<BoardStep, 'evidence'>) {
  const say = useSay()
  return (
    <ul className="ops-bare">
      {evidence.map((one) => (
        <li key={`${one.kind} ${one.at} ${one.kind === 'command' ? one.n : one.probe}`}>
          <span className="ts-figures">{showInstant(one.at, true)}</span>{' '}
          {one.kind === 'reading'
            ? `${one.probe} ${say(outcomeWords[one.outcome])} · ${say(one.agrees ? words.agrees : words.disagrees)} ${one.note}`
            : `${say(actionWords[one.action] ?? [one.action, one.action])} ${one.component} · ${say(attemptWords[one.outcome] ?? [one.outcome, one.outcome])}${one.exitCode === null ? '' : ` · ${say(words.exitCode)} ${one.exitCode}`}`}
        </li>
      ))}
    </ul>
  )
}
