import type { Refs } from '../../../../web/client/types.ts'
import { showTime } from '../../../../web/format/time.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { outcomeWords } from '../../run-step/run-step.rules.ts'
import { actionWords } from '../map/words.ts'
import type { ReportAttempt, ReportStep } from './report.ts'
import { reportWords as words } from './report-words.ts'
import { titleOf } from './StepBox.tsx'
import { stateOfStep, toneOfStep } from './step.ts'
import { attemptWords, runScreenWords } from './words.ts'

interface ReportStepsProps {
  readonly steps: readonly ReportStep[]
  readonly refs: Refs
}

/** Each step with who did and checked it, when, and on what evidence. */
export function ReportSteps({ steps, refs }: ReportStepsProps) {
  const say = useSay()
  return (
    <table className="ops-paper-table">
      <thead>
        <tr>
          <th>#</th>
          <th>{say(words.step)}</th>
          <th>{say(words.done)}</th>
          <th>{say(words.checked)}</th>
          <th>{say(words.evidence)}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.id}>
            <td className="ts-figures">{step.position}</td>
            <td>
              {titleOf(step, say)}
              <div>
                <StateTag tone={toneOfStep(step)} word={say(stateOfStep(step))} />
              </div>
            </td>
            <td>
              <Who id={step.maker} at={step.doneAt} from={step.startedAt} refs={refs} />
            </td>
            <td>
              <Who id={step.checker} at={step.checkedAt} refs={refs} />
            </td>
            <td>
              <Evidence step={step} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface WhoProps {
  readonly id: string | null
  readonly at: string | null
  readonly from?: string | null
  readonly refs: Refs
}

const Who = ({ id, at, from, refs }: WhoProps) => (
  <>
    {id === null ? '' : (refs[id]?.label ?? '')}
    <div className="ts-figures ts-quiet">
      {from && `${showTime(from, true)} – `}
      {at && showTime(at, true)}
    </div>
  </>
)

function Evidence({ step }: { step: ReportStep }) {
  const say = useSay()
  const reading = step.evidence.findLast((one) => one.kind === 'reading')
  return (
    <>
      {step.note && <div className="ts-prose">{step.note}</div>}
      {step.failure && (
        <div>
          {say(runScreenWords.failure)}: {step.failure}
        </div>
      )}
      {reading && (
        <div className="ts-figures">
          {showTime(reading.at, true)} {reading.probe} {say(outcomeWords[reading.outcome])} ·{' '}
          {say(reading.agrees ? runScreenWords.agrees : runScreenWords.disagrees)} {reading.note}
        </div>
      )}
      {step.attempts.map((attempt) => (
        <AttemptLine key={attempt.n} attempt={attempt} />
      ))}
    </>
  )
}

function AttemptLine({ attempt }: { attempt: ReportAttempt }) {
  const say = useSay()
  const { action, component, outcome, exitCode, endedAt, outputDigest, program, args } = attempt
  const how = outcome ?? 'queued'
  return (
    <div className="ts-figures" title={[program, ...args].join(' ')}>
      {endedAt && showTime(endedAt, true)} {say(actionWords[action] ?? [action, action])} {component} ·{' '}
      {say(attemptWords[how] ?? [how, how])}
      {exitCode !== null && ` (${exitCode})`} · {say(words.output)} <code>{outputDigest.slice(0, 12)}</code>
    </div>
  )
}
